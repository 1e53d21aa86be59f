import { createHash } from 'node:crypto';
import type { LogEntry } from '@hatchr/contracts';
import { ConcordiumService } from '../concordium.service.js';
import { generateLogKey } from '../log/log-key.js';

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export const serviceFixture = (logPrivateKeyPem = generateLogKey()): ConcordiumService =>
  new ConcordiumService({ logPrivateKeyPem });

/** A log of `length` entries, one a minute. */
export function logFixture(service: ConcordiumService, length: number): LogEntry[] {
  const entries: LogEntry[] = [];
  for (let index = 0; index < length; index += 1) {
    const recordedAt = new Date(Date.UTC(2026, 10, 23, 10, index));
    entries.push(service.nextEntry(entries.at(-1) ?? null, digestOf(`kit ${index}`), recordedAt));
  }
  return entries;
}
