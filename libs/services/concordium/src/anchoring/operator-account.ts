import { createHash } from 'node:crypto';
import { AppError } from '@hatchr/contracts';
import { z } from 'zod';
import { loadSdk } from '../chain/load-sdk.js';

const keyPairSchema = z.object({ signKey: z.string().regex(/^[0-9a-fA-F]{64}$/) });
const exportSchema = z.object({
  type: z.literal('concordium-browser-wallet-account'),
  v: z.number(),
  environment: z.string(),
  value: z.object({
    address: z.string().regex(/^[1-9A-HJ-NP-Za-km-z]{40,60}$/),
    accountKeys: z.object({
      keys: z.record(z.string(), z.object({ keys: z.record(z.string(), keyPairSchema) })),
    }),
    credentials: z.record(z.string(), z.string()),
  }),
});

/** A transaction as it was signed: enough to send it, to ask for it and to know when it is over. */
export interface SignedTransaction {
  nonce: bigint;
  /** Hex of the whole block item. */
  blockItem: string;
  /** Hex sha256 of it, by which nodes know the transaction. */
  hash: string;
  energy: bigint;
  expiresAt: Date;
}

/** A transaction of someone else that the operator pays for, signed by the operator only. */
export interface SponsoredTransaction {
  /** JSON of the SDK's signable transaction, as wallets take it. */
  transaction: string;
  energy: bigint;
  expiresAt: Date;
}

/** Whose transaction is to be paid for, and how many keys of theirs sign. */
export interface SponsoredSender {
  address: string;
  nonce: bigint;
  signatureCount: number;
}

/** The account of the operator, with the keys from its export. They never leave this object. */
export class OperatorAccount {
  readonly address: string;
  private readonly text: string;

  /** @throws AppError `input.invalid` for anything but an export of the browser wallet; it repeats nothing of it */
  constructor(accountExport: string) {
    const parsed = exportSchema.safeParse(parse(accountExport));
    if (!parsed.success)
      throw new AppError('input.invalid', {
        message:
          'The Concordium account is not an account export of the browser wallet (concordium-browser-wallet-account).',
      });
    this.address = parsed.data.value.address;
    this.text = accountExport;
  }

  /** Signs as the one who pays for a RegisterData transaction of another account (protocol 10). */
  async sponsor(
    data: Uint8Array,
    sender: SponsoredSender,
    expiresAt: Date,
  ): Promise<SponsoredTransaction> {
    const sdk = await loadSdk();
    const signer = sdk.buildAccountSigner(sdk.parseWallet(this.text));
    const expiry = Math.floor(expiresAt.getTime() / 1000);
    const transaction = sdk.Transaction.registerData({
      data: new sdk.DataBlob(Uint8Array.from(data).buffer),
    })
      .addMetadata({
        sender: sdk.AccountAddress.fromBase58(sender.address),
        nonce: sdk.SequenceNumber.create(sender.nonce),
        expiry: sdk.TransactionExpiry.fromEpochSeconds(BigInt(expiry)),
      })
      .addMultiSig(sender.signatureCount)
      .addSponsor(sdk.AccountAddress.fromBase58(this.address), signer.getSignatureCount())
      .build();
    const energy = sdk.Transaction.getEnergyCost(transaction).value;
    const signed = await sdk.Transaction.sponsor(transaction, signer);
    return {
      transaction: sdk.Transaction.toJSONString(signed),
      energy,
      expiresAt: new Date(expiry * 1000),
    };
  }

  /** Signs a RegisterData transaction over `data`. @param expiresAt is cut to whole seconds, as the chain counts */
  async sign(data: Uint8Array, nonce: bigint, expiresAt: Date): Promise<SignedTransaction> {
    const sdk = await loadSdk();
    const signer = sdk.buildAccountSigner(sdk.parseWallet(this.text));
    const expiry = Math.floor(expiresAt.getTime() / 1000);
    const transaction = sdk.Transaction.registerData({
      data: new sdk.DataBlob(Uint8Array.from(data).buffer),
    })
      .addMetadata({
        sender: sdk.AccountAddress.fromBase58(this.address),
        nonce: sdk.SequenceNumber.create(nonce),
        expiry: sdk.TransactionExpiry.fromEpochSeconds(BigInt(expiry)),
      })
      .addMultiSig(signer.getSignatureCount())
      .build();
    const signed = await sdk.Transaction.signAndFinalize(transaction, signer);
    // The SDK's own hash of a transaction leaves out the first byte of the block item, so nodes would not know it.
    const blockItem = sdk.Transaction.serializeBlockItem(signed);
    return {
      nonce,
      blockItem: Buffer.from(blockItem).toString('hex'),
      hash: createHash('sha256').update(blockItem).digest('hex'),
      energy: signed.header.energyAmount.value,
      expiresAt: new Date(expiry * 1000),
    };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
