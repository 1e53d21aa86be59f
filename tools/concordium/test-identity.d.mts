import type { TestAccount } from './test-account.mjs';

interface Attributes {
  /** YYYYMMDD. */
  dob?: string;
  /** ISO 3166-1 alpha-2. */
  countryOfResidence?: string;
}

export interface TestIdentity {
  /** The presentation that a wallet would write; one that does not verify where the statements do not hold. */
  present(request: { challenge: string; statements: unknown[] }, lies?: Attributes): string;
}

export function giveIdentity(
  account: TestAccount,
  attributes: Attributes,
  options?: { issuer?: number; validTo?: { year: number; month: number } },
): TestIdentity;
