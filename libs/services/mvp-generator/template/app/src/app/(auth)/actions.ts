'use server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { requestPasswordReset, setNewPassword } from '@/lib/account/password-reset';
import { DEMO, signIn, signOut, signUp } from '@/lib/auth';
import { isSupabase } from '@/lib/env';
import { fieldErrors, readForm, type FormState } from '@/lib/form';
import { allowAttempt, TOO_MANY } from '@/lib/rate-limit';

const email = z.string().trim().toLowerCase().pipe(z.email('Enter a valid e-mail address.'));
// bcrypt reads 72 bytes, so more characters would only seem to add strength.
const password = z
  .string()
  .min(8, 'Use at least 8 characters.')
  .max(72, 'Use at most 72 characters.');
const credentials = z.object({ email, password });
const registration = credentials.extend({
  full_name: z.string().trim().min(1, 'Enter your name.').max(120),
});

export async function signInAction(_state: FormState, formData: FormData): Promise<FormState> {
  const values = readForm(formData);
  const kept = { email: values.email ?? '' };
  const parsed = credentials.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values: kept };
  if (!(await allowAttempt('sign-in', parsed.data.email)))
    return { message: TOO_MANY, values: kept };
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
  if (!(await allowAttempt('sign-up', parsed.data.email)))
    return { message: TOO_MANY, values: kept };
  const result = await signUp(parsed.data.email, parsed.data.password, parsed.data.full_name);
  if (!result.ok) return { message: result.message, values: kept };
  redirect(isSupabase ? '/welcome' : '/login?created=1');
}

export async function requestResetAction(
  _state: FormState,
  formData: FormData,
): Promise<FormState> {
  const values = readForm(formData);
  const parsed = z.object({ email }).safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  if (!(await allowAttempt('reset', parsed.data.email))) return { message: TOO_MANY, values };
  await requestPasswordReset(parsed.data.email);
  return { isDone: true };
}

export async function setPasswordAction(_state: FormState, formData: FormData): Promise<FormState> {
  const values = readForm(formData);
  const parsed = z.object({ password, token: z.string().max(200) }).safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error) };
  if (!(await allowAttempt('set-password', ''))) return { message: TOO_MANY };
  const result = await setNewPassword(parsed.data.token, parsed.data.password);
  if (!result.ok) return { message: result.message };
  await signOut();
  redirect('/login?changed=1');
}

export async function signOutAction(): Promise<void> {
  await signOut();
  redirect('/');
}
