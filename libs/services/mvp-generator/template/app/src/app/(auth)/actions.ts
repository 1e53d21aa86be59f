'use server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { DEMO, signIn, signOut, signUp } from '@/lib/auth';
import { fieldErrors, readForm, type FormState } from '@/lib/form';

const credentials = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email('Enter a valid e-mail address.')),
  // bcrypt reads 72 bytes, so more characters would only seem to add strength.
  password: z.string().min(8, 'Use at least 8 characters.').max(72, 'Use at most 72 characters.'),
});
const registration = credentials.extend({
  full_name: z.string().trim().min(1, 'Enter your name.').max(120),
});

export async function signInAction(_state: FormState, formData: FormData): Promise<FormState> {
  const values = readForm(formData);
  const kept = { email: values.email ?? '' };
  const parsed = credentials.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values: kept };
  const result = await signIn(parsed.data.email, parsed.data.password);
  if (!result.ok) return { message: result.message, values: kept };
  redirect('/dashboard');
}

export async function demoAction(): Promise<void> {
  const result = await signIn(DEMO.email, DEMO.password);
  redirect(result.ok ? '/dashboard' : '/login');
}

export async function signUpAction(_state: FormState, formData: FormData): Promise<FormState> {
  const values = readForm(formData);
  const kept = { email: values.email ?? '', full_name: values.full_name ?? '' };
  const parsed = registration.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values: kept };
  const result = await signUp(parsed.data.email, parsed.data.password, parsed.data.full_name);
  if (!result.ok) return { message: result.message, values: kept };
  redirect('/dashboard');
}

export async function signOutAction(): Promise<void> {
  await signOut();
  redirect('/');
}
