/** Why the wallet could not be used, in words for the page. */
export class WalletError extends Error {}

export const notShown = (): WalletError =>
  new WalletError(
    'The wallet showed nothing. Its identity may not fulfil this, or you declined. Nothing was changed.',
  );

export const notSigned = (): WalletError =>
  new WalletError('The wallet did not sign. Nothing was changed; try again.');

/** A wallet that has shown an account. Its methods throw WalletError. */
export interface ConnectedWallet {
  /** Base58 address of the account that the person chose to show. */
  account: string;
  /** The signatures by credential and key, as the server takes them. */
  sign: (message: string) => Promise<unknown>;
  /** Has the wallet send a RegisterData transaction over these bytes (hex). Resolves to its hash. */
  registerData: (data: string) => Promise<string>;
  /** Has it sign and send a transaction that someone else pays for; null where the wallet cannot. */
  sendSponsored: ((transaction: string) => Promise<string>) | null;
  /** Has it prove statements of the identity behind the account. Resolves to the presentation as text. */
  present: (challenge: string, statements: unknown[]) => Promise<string>;
  /** Lets the connection go; a wallet in the browser has none. */
  disconnect: () => Promise<void>;
}
