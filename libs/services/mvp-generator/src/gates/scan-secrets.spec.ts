import { describe, expect, it } from '@jest/globals';
import { scanSecrets } from './scan-secrets.js';

const file = (content: string) => [{ path: 'src/lib/keys.ts', content }];

describe('scanSecrets', () => {
  // Put together here, so that no scanner takes this file for a leak.
  it.each([
    ['a Stripe key', ['sk_live_', '4eC39HqLyjWDarjtT1zdp7dc51Hx'].join('')],
    ['a GitHub token', ['ghp_', 'abcdefghijklmnopqrstuvwxyz0123456789'].join('')],
    ['a Supabase secret key', ['sb_secret_', 'abcdefghijklmnopqrstuv'].join('')],
    ['a private key', ['-----BEGIN ', 'PRIVATE KEY-----'].join('')],
  ])('finds %s and does not repeat it', async (_what, secret) => {
    const problems = await scanSecrets(file(`export const key = "${secret}";\n`));
    expect(problems).not.toEqual([]);
    expect(problems.join('\n')).not.toContain(secret);
  });
  it('lets the names of keys pass', async () => {
    expect(
      await scanSecrets(file('export const key = process.env.SUPABASE_SECRET_KEY;\n')),
    ).toEqual([]);
  });
});
