import type { TestAccount } from './test-account.mjs';

export class TestWallet {
  constructor(nodeUrl: string, account: TestAccount, keys?: number[]);
  withKeysOf(other: TestAccount): TestWallet;
  registerData(data: string): Promise<string>;
  sendSponsored(json: string): Promise<string>;
}
