import type { ChainAccount } from './local-node.mjs';

export interface TestAccount {
  address: string;
  pairs: Record<number, { signKey: string; verifyKey: string }>;
  onChain: ChainAccount;
  exported: unknown;
}

export function createTestAccount(options?: {
  keys?: number;
  threshold?: number;
  environment?: string;
}): TestAccount;

export function signMessage(
  account: TestAccount,
  text: string,
  keys?: number[],
): Record<number, Record<number, string>>;
