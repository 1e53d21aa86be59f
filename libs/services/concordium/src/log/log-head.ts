import { createHash, sign } from 'node:crypto';
import { signedLogHeadSchema, type LogInclusion, type SignedLogHead } from '@hatchr/contracts';
import { isInTree } from '../merkle/merkle-tree.js';
import { canonicalJson } from './canonical-json.js';
import { flawOfEntry, isSignedBy } from './log-entry.js';
import type { LogKey, LogPublicKey } from './log-key.js';

type HeadFields = Omit<SignedLogHead, 'signature'>;

const hashOfHead = ({ size, rootHash, lastEntryHash, signedAt, keyId }: HeadFields): string =>
  createHash('sha256')
    .update(canonicalJson({ size, rootHash, lastEntryHash, signedAt, keyId }))
    .digest('hex');

/** A head of the log, signed with its key. @param signedAt the instance's clock */
export function signHead(
  key: LogKey,
  state: Pick<SignedLogHead, 'size' | 'rootHash' | 'lastEntryHash'>,
  signedAt: Date,
): SignedLogHead {
  const fields = { ...state, signedAt: signedAt.toISOString(), keyId: key.public.keyId };
  const signature = sign(null, Buffer.from(hashOfHead(fields), 'hex'), key.privateKey);
  return { ...fields, signature: signature.toString('base64') };
}

/** Whether a head is signed by the key. Takes anything, never throws. */
export function isHeadSigned(head: unknown, key: LogPublicKey): boolean {
  const parsed = signedLogHeadSchema.strict().safeParse(head);
  if (!parsed.success || parsed.data.keyId !== key.keyId) return false;
  return isSignedBy({ entryHash: hashOfHead(parsed.data), signature: parsed.data.signature }, key);
}

/** What is wrong with the claim that an entry is in the log of a head; null when nothing is. Never throws. */
export function flawOfInclusion(
  { entry, merkle, head }: LogInclusion,
  key: LogPublicKey,
): string | null {
  const flaw = flawOfEntry(entry, key);
  if (flaw) return flaw;
  if (!isHeadSigned(head, key)) return 'The head is not signed by the key of this instance.';
  if (merkle.root !== head.rootHash || merkle.size !== head.size || merkle.index !== entry.index)
    return 'The path belongs to another head or another entry.';
  return isInTree(entry.entryHash, merkle) ? null : 'The path does not lead to the head.';
}
