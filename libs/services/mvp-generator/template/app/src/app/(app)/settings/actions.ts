'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { deleteAccount } from '@/lib/account/delete-account';
import { requireUser } from '@/lib/auth';
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

export async function deleteAccountAction(
  _state: FormState,
  formData: FormData,
): Promise<FormState> {
  const user = await requireUser();
  if (formData.get('confirmation') !== user.email)
    return { errors: { confirmation: 'Type the e-mail of this account exactly.' } };
  const result = await deleteAccount();
  if (!result.ok) return { message: result.message };
  redirect('/login?deleted=1');
}
