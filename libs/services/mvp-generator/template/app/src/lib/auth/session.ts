import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface SessionPayload {
  sub: string;
  email: string;
  exp: number;
  /** Changes with the password, so that a new password ends the sessions of the old one. */
  stamp?: string;
}

const b64 = (value: string | Buffer) => Buffer.from(value).toString('base64url');
const mac = (body: string, secret: string) => createHmac('sha256', secret).update(body).digest();

export function signSession(payload: SessionPayload, secret: string): string {
  const body = b64(JSON.stringify(payload));
  return `${body}.${b64(mac(body, secret))}`;
}

export function verifySession(
  token: string,
  secret: string,
  now = Date.now(),
): SessionPayload | null {
  const [body, signature] = token.split('.');
  if (!body || !signature) return null;
  const given = Buffer.from(signature, 'base64url');
  const expected = mac(body, secret);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  try {
    const payload = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as SessionPayload;
    return payload.exp > now ? payload : null;
  } catch {
    return null;
  }
}

export const newSecret = () => randomBytes(32).toString('base64url');
