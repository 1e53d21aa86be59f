'use server';
import { revalidatePath } from 'next/cache';
import { fieldErrors, readForm, type FormState } from '@/lib/form';
import { profileInput, updateProfile } from '@/lib/profile';

export async function saveProfile(_state: FormState, formData: FormData): Promise<FormState> {
  const values = readForm(formData);
  const parsed = profileInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  await updateProfile(parsed.data);
  revalidatePath('/', 'layout');
  return { message: 'Saved.', values };
}
