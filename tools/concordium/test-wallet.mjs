// A wallet with the keys of an account: it does what Concordium's wallets do when a page asks them to send something.
import {
  AccountAddress,
  buildAccountSigner,
  ConcordiumGRPCClient,
  DataBlob,
  Transaction,
  TransactionExpiry,
} from '@concordium/web-sdk';
import { credentials } from '@concordium/web-sdk/nodejs';
import { GrpcTransport } from '@protobuf-ts/grpc-transport';
import { createHash } from 'node:crypto';

export class TestWallet {
  #nodeUrl;
  #account;
  #keys;

  /** `keys` are those that sign; others of the account stay silent. */
  constructor(nodeUrl, account, keys = [0]) {
    this.#nodeUrl = nodeUrl;
    this.#account = account;
    this.#keys = keys;
  }

  /** A wallet at the same node that signs with the keys of another account. */
  withKeysOf(other) {
    return new TestWallet(this.#nodeUrl, other, this.#keys);
  }

  /** Builds, signs and sends a RegisterData transaction. Resolves to its hash. */
  registerData(data) {
    return this.#withNode(async (client) => {
      const sender = AccountAddress.fromBase58(this.#account.address);
      const { nonce } = await client.getNextAccountNonce(sender);
      const transaction = Transaction.registerData({ data: new DataBlob(Buffer.from(data, 'hex')) })
        .addMetadata({ sender, nonce, expiry: TransactionExpiry.futureMinutes(5) })
        .addMultiSig(this.#keys.length)
        .build();
      return send(client, await Transaction.signAndFinalize(transaction, this.#signer()));
    });
  }

  /** Signs a transaction that someone else pays for, as JSON of the SDK, and sends it. Resolves to its hash. */
  sendSponsored(json) {
    return this.#withNode(async (client) => {
      const transaction = signableOf(json);
      return send(client, await Transaction.signAndFinalize(transaction, this.#signer()));
    });
  }

  #signer() {
    const keys = Object.fromEntries(
      this.#keys.map((index) => [index, this.#account.pairs[index].signKey]),
    );
    return buildAccountSigner({ 0: keys });
  }

  async #withNode(work) {
    const transport = new GrpcTransport({
      host: new URL(this.#nodeUrl).host,
      channelCredentials: credentials.createInsecure(),
      timeout: 5_000,
    });
    try {
      return await work(new ConcordiumGRPCClient(transport));
    } catch (error) {
      throw new Error(decodeURIComponent(error.message), { cause: error });
    } finally {
      transport.close();
    }
  }
}

const signableOf = (json) => Transaction.fromJSONString(json, Transaction.signableFromJSON);

/** The hash is that of the whole block item: the SDK's own leaves out its first byte. */
async function send(client, transaction) {
  await client.sendTransaction(transaction);
  return createHash('sha256').update(Transaction.serializeBlockItem(transaction)).digest('hex');
}
