// Stands for Concordium's helper, whose package Node cannot load by itself: bundlers can, and it does the same.
interface Wallet {
  requestAccounts: () => Promise<string[]>;
  signMessage: (account: string, message: string) => Promise<unknown>;
}

/** The wallet that its extension puts into the page; rejects with nothing where there is none, as the helper does. */
export function detectConcordiumProvider(): Promise<Wallet> {
  const { concordium } = window as { concordium?: Wallet };
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what the helper does
  return concordium ? Promise.resolve(concordium) : Promise.reject();
}
