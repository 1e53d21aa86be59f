import 'server-only';
import { headers } from 'next/headers';

const attempts = new Map<string, number[]>();
// Beyond this many keys the oldest are forgotten, so that a flood of keys cannot fill the memory.
const MAX_KEYS = 10_000;

/** Counts an attempt; false once there were more than `limit` within the window. Each server process counts for itself. */
export function isWithinLimit(
  key: string,
  limit: number,
  windowMs: number,
  now = Date.now(),
): boolean {
  const recent = (attempts.get(key) ?? []).filter((time) => time > now - windowMs);
  if (recent.length >= limit) return false;
  attempts.delete(key);
  attempts.set(key, [...recent, now]);
  const oldest = attempts.keys().next().value;
  if (attempts.size > MAX_KEYS && oldest !== undefined) attempts.delete(oldest);
  return true;
}

const QUARTER_HOUR = 15 * 60_000;
export const TOO_MANY = 'Too many attempts. Wait a quarter of an hour and try again.';

/** Limits what one address on the network may try, and what may be tried for one e-mail from anywhere. */
export async function allowAttempt(action: string, email: string): Promise<boolean> {
  const list = await headers();
  const address = list.get('x-forwarded-for')?.split(',')[0]?.trim() ?? 'local';
  return (
    isWithinLimit(`${action}:${address}`, 60, QUARTER_HOUR) &&
    isWithinLimit(`${action}:${address}:${email}`, 10, QUARTER_HOUR) &&
    isWithinLimit(`${action}:any:${email}`, 40, QUARTER_HOUR)
  );
}
