import { AppError } from '@hatchr/contracts';
import { z } from 'zod';
import type { ConcordiumNode } from '../chain/concordium-node.js';
import { loadSdk } from '../chain/load-sdk.js';
import { readSignInMessage } from './sign-in-message.js';

const index = z.string().regex(/^\d{1,3}$/);
/** By credential and key: hex of 64 bytes each. */
const signatureSchema = z.record(index, z.record(index, z.string().regex(/^[0-9a-fA-F]{128}$/)));

/** What someone presents. Nothing of it is believed. */
export interface PresentedSignIn {
  account: string;
  message: string;
  signature: unknown;
}

/** What the server asked for. */
export interface ExpectedSignIn {
  domain: string;
  nonce: string;
  now: Date;
}

const refused = (reason: string): AppError =>
  new AppError('identity.refused', { details: { reason } });

/**
 * Checks that the keys of an account, as the chain has them now, signed exactly what was asked of it. Returns the
 * address under which the chain knows the account.
 *
 * @throws AppError `identity.refused` with what is wrong; `proof.*` when the node cannot be asked
 */
export async function verifySignIn(
  presented: PresentedSignIn,
  expected: ExpectedSignIn,
  node: ConcordiumNode,
): Promise<string> {
  const signature = signatureSchema.safeParse(presented.signature);
  if (!signature.success) throw refused('The signature does not have the form of one.');
  const message = readSignInMessage(presented.message);
  if (!message) throw refused('The message is not the one that was to be signed.');
  if (message.domain !== expected.domain) throw refused('The message is for another site.');
  if (message.nonce !== expected.nonce) throw refused('The message answers another request.');
  if (message.genesisHash !== node.chain.genesisHash)
    throw refused('The message is for another chain.');
  if (message.account !== presented.account) throw refused('The message is about another account.');
  if (+message.expiresAt <= +expected.now) throw refused('The message has expired.');
  if (+message.issuedAt > +expected.now) throw refused('The message is from the future.');
  await node.finalTime();
  return checkSignature(presented, signature.data, node);
}

async function checkSignature(
  { account, message }: PresentedSignIn,
  signature: z.output<typeof signatureSchema>,
  node: ConcordiumNode,
): Promise<string> {
  const sdk = await loadSdk();
  const { info } = await accountOf(account, node);
  // It throws for a key that the account does not have.
  const isSigned = await sdk.verifyMessageSignature(message, signature, info).catch(() => false);
  if (!isSigned) throw refused('The keys of the account did not sign this, or too few of them.');
  return info.accountAddress.address;
}

const accountOf = (account: string, node: ConcordiumNode) =>
  node.account(account).catch((error: unknown) => {
    const { code } = AppError.from(error);
    // An address with a wrong checksum cannot even be asked for.
    if (code === 'proof.account_unknown' || code === 'proof.node_newer')
      throw refused('The chain does not know this account.');
    throw error;
  });
