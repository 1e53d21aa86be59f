import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { cookies } from 'next/headers';

const name = 'visitor';

/** Hash of a random cookie that tells visitors apart without an account; makes the cookie on first use. */
export async function visitorHash(): Promise<string> {
  const store = await cookies();
  let id = store.get(name)?.value;
  if (id?.length !== 36) {
    id = randomUUID();
    store.set(name, id, {
      httpOnly: true,
      sameSite: 'lax',
      secure: process.env.NODE_ENV === 'production',
      path: '/',
      maxAge: 60 * 60 * 24 * 365,
    });
  }
  return createHash('sha256').update(id).digest('hex');
}
