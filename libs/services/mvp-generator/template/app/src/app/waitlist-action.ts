'use server';
import { z } from 'zod';
import { joinWaitlist } from '@/lib/account/join-waitlist';
import { fieldErrors, readForm, type FormState } from '@/lib/form';
import { allowAttempt, TOO_MANY } from '@/lib/rate-limit';

const form = z.object({
  email: z.string().trim().toLowerCase().max(320).pipe(z.email('Enter a valid e-mail address.')),
});

/** Answers the same for a new and for a known address. */
export async function joinWaitlistAction(_state: FormState, data: FormData): Promise<FormState> {
  const values = readForm(data);
  const parsed = form.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  // A field that people do not see; a program that fills it in is thanked and forgotten.
  if (values.company) return { isDone: true };
  if (!(await allowAttempt('waitlist', parsed.data.email))) return { message: TOO_MANY, values };
  try {
    await joinWaitlist(parsed.data.email);
  } catch (error) {
    console.error(error);
    return { message: 'This did not work just now. Try again in a minute.', values };
  }
  return { isDone: true };
}
