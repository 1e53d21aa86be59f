import type { WalletConnection, WalletConnectionDelegate } from '@concordium/wallet-connectors';
import type { CredentialStatements } from '@concordium/web-sdk';
import type { Instance } from '@hatchr/contracts';
import { notShown, notSigned, WalletError, type ConnectedWallet } from './wallet';

type WalletConnect = NonNullable<Instance['walletConnect']>;

// The page asks the connection itself, so it need not be told of what happens to it.
const nobody: WalletConnectionDelegate = {
  onChainChanged: () => undefined,
  onAccountChanged: () => undefined,
  onConnected: () => undefined,
  onDisconnected: () => undefined,
};

/** Shows a QR code for a wallet on a phone (WalletConnect) and waits for its account. Throws WalletError. */
export async function connectPhoneWallet(
  { projectId, relayUrl }: WalletConnect,
  network: 'testnet' | 'mainnet',
): Promise<ConnectedWallet> {
  // Half a megabyte with the SDK: loaded by who asks for it.
  const { createWalletConnectModalConfig, MAINNET, TESTNET, WalletConnectConnector } =
    await import('@concordium/wallet-connectors');
  const chain = network === 'mainnet' ? MAINNET : TESTNET;
  const connector = await WalletConnectConnector.create(
    { projectId, relayUrl, metadata: metadataOf(window.location.origin), telemetryEnabled: false },
    nobody,
    chain,
    undefined,
    { ...createWalletConnectModalConfig(chain), projectId },
  ).catch(() => {
    throw new WalletError('WalletConnect does not answer at the moment. Try again in a minute.');
  });
  const connection = await connector.connect();
  const account = connection?.getConnectedAccount();
  if (!connection || !account)
    throw new WalletError('No wallet was connected. Scan the code with your wallet to go on.');
  return walletOf(connection, account);
}

const metadataOf = (origin: string) => ({
  name: 'Hatchr',
  description: 'Proofs of startup kits',
  url: origin,
  icons: [`${origin}/icon.svg`],
});

function walletOf(connection: WalletConnection, account: string): ConnectedWallet {
  return {
    account,
    sign: (message) =>
      connection.signMessage(account, { type: 'StringMessage', value: message }).catch(() => {
        throw notSigned();
      }),
    registerData: async (data) => {
      const { AccountTransactionType, registerDataPayload } = await import('./transaction-payload');
      return connection
        .signAndSendTransaction(
          account,
          AccountTransactionType.RegisterData,
          registerDataPayload(data),
        )
        .catch(() => {
          throw notSigned();
        });
    },
    // WalletConnect's methods for Concordium have none for this.
    sendSponsored: null,
    present: (challenge, statements) =>
      connection
        // As the server wrote them, by the SDK's own definition.
        .requestVerifiablePresentation(challenge, statements as CredentialStatements)
        .then((presentation) => presentation.toString())
        .catch(() => {
          throw notShown();
        }),
    disconnect: () => connection.disconnect().catch(() => undefined),
  };
}
