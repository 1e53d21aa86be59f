// Stands for Concordium's connectors, whose package Node cannot load by itself: bundlers can. A relay and a phone at its
// end are in test/wallet-connect.mjs.
interface Options {
  projectId: string;
  relayUrl: string;
}

/** The wallet on the other side. */
export const phone = {
  account: '3e8w2a9KsfNjc5Le66Sh4P72924FFeS3A4icjXVFaKW3UW78Fs' as string | null,
  created: null as unknown,
  isConnected: false,
  signatureOf: (message: string) => ({ 0: { 0: `signed ${message}` } }),
  presentationOf: (challenge: string, statements: unknown) =>
    JSON.stringify({ challenge, statements }),
};

export const TESTNET = { name: 'testnet' };
export const MAINNET = { name: 'mainnet' };
export const createWalletConnectModalConfig = () => ({ projectId: 'Concordium’s own' });

export class WalletConnectConnector {
  static create(
    { projectId, relayUrl }: Options,
    _delegate: unknown,
    { name: chain }: { name: string },
    _namespace: unknown,
    modal: unknown,
  ): Promise<WalletConnectConnector> {
    phone.created = { projectId, relayUrl, chain, modal };
    return Promise.resolve(new WalletConnectConnector());
  }

  connect() {
    const { account } = phone;
    if (!account) return Promise.resolve(undefined);
    phone.isConnected = true;
    return Promise.resolve({
      getConnectedAccount: () => account,
      signMessage: (_account: string, { value }: { value: string }) =>
        Promise.resolve(phone.signatureOf(value)),
      requestVerifiablePresentation: (challenge: string, statements: unknown) =>
        Promise.resolve({ toString: () => phone.presentationOf(challenge, statements) }),
      disconnect: () => {
        phone.isConnected = false;
        return Promise.resolve();
      },
    });
  }
}
