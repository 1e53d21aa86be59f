import { createHash, sign, verify } from 'node:crypto';
import { AppError, digestSchema, logEntrySchema, type LogEntry } from '@hatchr/contracts';
import { canonicalJson } from './canonical-json.js';
import type { LogKey, LogPublicKey } from './log-key.js';

/** What the first entry names as the hash before it. */
export const emptyLogHead = '0'.repeat(64);

/** Hex sha256 of the canonical JSON of every field but `entryHash` and `signature`. */
export function hashOfEntry(entry: Omit<LogEntry, 'entryHash' | 'signature'>): string {
  const { index, digest, recordedAt, previousHash, keyId } = entry;
  return createHash('sha256')
    .update(canonicalJson({ index, digest, recordedAt, previousHash, keyId }))
    .digest('hex');
}

/** Whether `signature` is this key's over the 32 bytes of `entryHash`. Never throws. */
export function isSignedBy(
  entry: Pick<LogEntry, 'entryHash' | 'signature'>,
  key: LogPublicKey,
): boolean {
  const signature = Buffer.from(entry.signature, 'base64');
  // Base64 spells the same bytes in several ways; taking only the usual one keeps a signature unique.
  if (signature.length !== 64 || signature.toString('base64') !== entry.signature) return false;
  return verify(null, Buffer.from(entry.entryHash, 'hex'), key.key, signature);
}

/** Whether it is a time as entries carry it: ISO 8601 in UTC with milliseconds, of a date that exists. */
export function isEntryTime(text: string): boolean {
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString() === text;
}

/**
 * The next entry of the log, to be stored by the caller in the same transaction that read `previous` (null for an
 * empty log), so that no two entries follow the same one.
 *
 * @param recordedAt the instance's clock
 * @throws AppError `input.invalid` for a digest or time that is none; `proof.log_broken` when `previous` is not an
 *   entry that this key has signed, because nothing may be built on it
 */
export function nextEntry(
  key: LogKey,
  previous: LogEntry | null,
  digest: string,
  recordedAt: Date,
): LogEntry {
  if (!digestSchema.safeParse(digest).success)
    throw new AppError('input.invalid', {
      details: { digest: 'Must be 64 lower-case hex digits.' },
    });
  if (Number.isNaN(recordedAt.getTime()))
    throw new AppError('input.invalid', { details: { recordedAt: 'Must be a time.' } });
  const flaw = previous && flawOfEntry(previous, key.public);
  if (flaw) throw new AppError('proof.log_broken', { cause: new Error(flaw) });
  const fields = {
    index: previous ? previous.index + 1 : 0,
    digest,
    recordedAt: recordedAt.toISOString(),
    previousHash: previous ? previous.entryHash : emptyLogHead,
    keyId: key.public.keyId,
  };
  const entryHash = hashOfEntry(fields);
  const signature = sign(null, Buffer.from(entryHash, 'hex'), key.privateKey).toString('base64');
  return { ...fields, entryHash, signature };
}

/** What is wrong with an entry taken by itself, null when nothing is. Takes anything, never throws. */
export function flawOfEntry(entry: unknown, key: LogPublicKey): string | null {
  const parsed = logEntrySchema.safeParse(entry);
  if (!parsed.success) return 'It does not have the form of a log entry.';
  if (!isEntryTime(parsed.data.recordedAt)) return 'Its time is not one in ISO 8601 and UTC.';
  if (hashOfEntry(parsed.data) !== parsed.data.entryHash)
    return 'Its hash is not that of its fields.';
  if (parsed.data.keyId !== key.keyId) return 'It names another key than that of this instance.';
  if (!isSignedBy(parsed.data, key)) return 'Its signature is not that of this instance.';
  return null;
}
