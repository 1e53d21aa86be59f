'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { addSampleRows } from '@/lib/account/add-sample-rows';
import { fieldErrors, readForm, type FormState } from '@/lib/form';
import { getProfile, profileInput, updateProfile } from '@/lib/profile';

export async function finishWelcome(_state: FormState, formData: FormData): Promise<FormState> {
  const values = readForm(formData);
  const parsed = profileInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  await updateProfile(parsed.data);
  if (values.start === 'samples') await addSampleRows();
  revalidatePath('/', 'layout');
  redirect('/dashboard');
}

export async function skipWelcome(): Promise<void> {
  const { full_name, organisation, time_zone } = await getProfile();
  await updateProfile({ full_name, organisation, time_zone });
  redirect('/dashboard');
}
