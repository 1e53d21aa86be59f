/** Why the wallet could not be used, in words for the page. */
export class WalletError extends Error {}

/** How long the extension may take to appear in the page (milliseconds); where it is installed it is there at once. */
const DETECT_MS = 2_000;

export interface ConnectedWallet {
  /** Base58 address of the account that the person chose to show. */
  account: string;
  /** The signatures by credential and key, as the server takes them. */
  sign: (message: string) => Promise<unknown>;
}

/** Asks Concordium's browser wallet for an account. Throws WalletError. */
export async function connectBrowserWallet(): Promise<ConnectedWallet> {
  // Most visitors have no wallet and never come here.
  const { detectConcordiumProvider } = await import('@concordium/browser-wallet-api-helpers');
  const wallet = await detectConcordiumProvider(DETECT_MS).catch(() => {
    throw new WalletError(
      'No Concordium wallet was found in this browser. Install its extension, reload this page and try again.',
    );
  });
  const [account] = await wallet.requestAccounts().catch((): string[] => []);
  if (!account) throw new WalletError('The wallet shared no account. Open it and try again.');
  return {
    account,
    sign: (message) =>
      wallet.signMessage(account, message).catch(() => {
        throw new WalletError('The wallet did not sign. Nothing was changed; try again.');
      }),
  };
}
