import { z } from 'zod';

/** A refusal of the sign-in service, in words for the form. */
export class AuthError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'AuthError';
  }
}

/** Better Auth's stable codes, in words that say what to do next. Source: better-auth BASE_ERROR_CODES. */
const messageOfCode: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD:
    'Email and password do not match an account. Check both, or create an account.',
  USER_ALREADY_EXISTS: 'There is already an account with this email. Sign in instead.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL:
    'There is already an account with this email. Sign in instead.',
  PASSWORD_TOO_SHORT: 'The password is too short. Use at least 8 characters.',
  PASSWORD_TOO_LONG: 'The password is too long. Use at most 128 characters.',
  INVALID_EMAIL: 'That is not an email address. Check it and try again.',
};

const refusalSchema = z.object({ code: z.string().optional(), message: z.string().optional() });

async function post(path: string, body: object): Promise<void> {
  let response: Response;
  try {
    response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
  } catch (cause) {
    throw new Error('Hatchr does not answer. Check your connection and try again.', { cause });
  }
  if (response.ok) return;
  if (response.status === 429)
    throw new AuthError('RATE_LIMITED', 'Too many attempts. Wait a minute and try again.');
  const refusal = refusalSchema.safeParse(await response.json().catch(() => null)).data ?? {};
  throw new AuthError(
    refusal.code ?? `HTTP_${String(response.status)}`,
    messageOfCode[refusal.code ?? ''] ??
      refusal.message ??
      'Signing in did not work. Wait a moment and try again.',
  );
}

/** Creates an account; what the guest of this browser made moves into it. Throws AuthError on a refusal. */
export const signUp = (person: { name: string; email: string; password: string }) =>
  post('sign-up/email', person);

/** Throws AuthError on a refusal. */
export const signIn = (person: { email: string; password: string }) =>
  post('sign-in/email', person);

export const signOut = () => post('sign-out', {});
