import type { LogEntry } from '@hatchr/contracts';
import { emptyLogHead, flawOfEntry } from './log-entry.js';
import type { LogPublicKey } from './log-key.js';

/** A state of the log that someone remembers: how many entries, and the hash of the last. */
export interface LogHead {
  length: number;
  /** Hex; 64 zeros for an empty log. */
  head: string;
}

export type ChainVerification =
  | ({ isIntact: true } & LogHead)
  | {
      isIntact: false;
      /** Position from 0 of the first entry that does not fit. */
      brokenAt: number;
      reason: string;
    };

/** A signature takes about 0.1 ms to check: this many keep other work waiting for some 25 ms at most. */
const entriesATurn = 256;

/**
 * Walks the whole log in order, oldest first: every entry's form, hash, signature and key, its index, and that it
 * names the hash before it. So a change, a swap, a gap and a missing beginning show.
 *
 * A log that was cut at its end is a shorter log that is whole: that shows only against `known`, a head that was
 * seen before. The log may have grown since; it must still contain that head at that place.
 */
export async function verifyChain(
  entries: AsyncIterable<LogEntry> | Iterable<LogEntry>,
  key: LogPublicKey,
  known?: LogHead,
): Promise<ChainVerification> {
  let length = 0;
  let head = emptyLogHead;
  const broken = (reason: string): ChainVerification => ({
    isIntact: false,
    brokenAt: length,
    reason,
  });
  const isOtherHistory = (): boolean => known?.length === length && known.head !== head;
  for await (const entry of entries) {
    if (isOtherHistory()) return broken(otherHistory);
    const flaw = flawOfEntry(entry, key) ?? flawOfPlace(entry, length, head);
    if (flaw !== null) return broken(flaw);
    length += 1;
    head = entry.entryHash;
    if (length % entriesATurn === 0) await new Promise(setImmediate);
  }
  if (isOtherHistory()) return broken(otherHistory);
  if (known && known.length > length)
    return broken(`The log ends after ${length} entries, and ${known.length} were known.`);
  return { isIntact: true, length, head };
}

const otherHistory = 'The entries before this one are not those that were known.';

function flawOfPlace(entry: LogEntry, length: number, head: string): string | null {
  if (entry.index !== length) return `Its index is ${entry.index} where ${length} is next.`;
  if (entry.previousHash !== head) return 'It does not name the hash of the entry before it.';
  return null;
}
