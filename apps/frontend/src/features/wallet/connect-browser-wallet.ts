import type { WalletApi } from '@concordium/browser-wallet-api-helpers';
import type { CredentialStatements } from '@concordium/web-sdk';
import { notShown, notSigned, WalletError, type ConnectedWallet } from './wallet';

/** How long the extension may take to appear in the page (milliseconds); where it is installed it is there at once. */
const DETECT_MS = 2_000;

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
    sign: (message) => refusable(wallet.signMessage(account, message)),
    registerData: (data) => registerData(wallet, account, data),
    sendSponsored: (transaction) => sendSponsored(wallet, account, transaction),
    present: (challenge, statements) => present(wallet, challenge, statements),
    disconnect: () => Promise.resolve(),
  };
}

async function registerData(wallet: WalletApi, account: string, data: string): Promise<string> {
  const { AccountTransactionType, registerDataPayload } = await import('./transaction-payload');
  const payload = registerDataPayload(data);
  return refusable(wallet.sendTransaction(account, AccountTransactionType.RegisterData, payload));
}

async function sendSponsored(wallet: WalletApi, account: string, json: string): Promise<string> {
  const { readSponsored } = await import('./transaction-payload');
  return refusable(wallet.sendSponsoredTransaction(account, readSponsored(json)));
}

async function present(
  wallet: WalletApi,
  challenge: string,
  statements: unknown[],
): Promise<string> {
  try {
    // As the server wrote them, by the SDK's own definition.
    const asked = statements as CredentialStatements;
    return (await wallet.requestVerifiablePresentation(challenge, asked)).toString();
  } catch {
    throw notShown();
  }
}

const refusable = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch(() => {
    throw notSigned();
  });
