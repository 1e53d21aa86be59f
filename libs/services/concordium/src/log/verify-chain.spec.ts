import { beforeAll, describe, expect, it } from '@jest/globals';
import type { LogEntry } from '@hatchr/contracts';
import { digestOf, logFixture, serviceFixture } from '../testing/log-fixture.js';
import { hashOfEntry } from './log-entry.js';

const service = serviceFixture();
let log: LogEntry[];

beforeAll(() => {
  log = logFixture(service, 6);
});

const at = (index: number): LogEntry => {
  const entry = log[index];
  if (!entry) throw new Error(`no entry ${index}`);
  return entry;
};

const headAfter = (length: number): { length: number; head: string } => ({
  length,
  head: at(length - 1).entryHash,
});

describe('verifyChain', () => {
  it('accepts a whole log and gives its length and head', async () => {
    expect(await service.verifyChain(log)).toEqual({ isIntact: true, ...headAfter(6) });
  });

  it('reads from a database cursor as well', async () => {
    async function* cursor(): AsyncGenerator<LogEntry> {
      for (const entry of log) yield await Promise.resolve(entry);
    }
    expect(await service.verifyChain(cursor())).toMatchObject({ isIntact: true, length: 6 });
  });

  it('accepts an empty log', async () => {
    const head = '0'.repeat(64);
    expect(await service.verifyChain([])).toEqual({ isIntact: true, length: 0, head });
  });

  it.each([
    ['index', { index: 9 }],
    ['digest', { digest: digestOf('other') }],
    ['recordedAt', { recordedAt: '2020-01-01T00:00:00.000Z' }],
    ['previousHash', { previousHash: digestOf('other') }],
    ['entryHash', { entryHash: digestOf('other') }],
    ['signature', { signature: Buffer.alloc(64).toString('base64') }],
    ['keyId', { keyId: digestOf('other') }],
    ['form', { digest: 'none' }],
    ['time', { recordedAt: 'yesterday' }],
  ])('finds the entry whose %s was changed', async (_name, change) => {
    const changed = log.with(3, { ...at(3), ...change });
    expect(await service.verifyChain(changed)).toMatchObject({ isIntact: false, brokenAt: 3 });
  });

  it('finds an entry that was rewritten with its hash, for want of the key', async () => {
    const fields = { ...at(3), digest: digestOf('other') };
    const changed = log.with(3, { ...fields, entryHash: hashOfEntry(fields) });
    expect(await service.verifyChain(changed)).toMatchObject({
      brokenAt: 3,
      reason: 'Its signature is not that of this instance.',
    });
  });

  it.each([
    ['two entries swapped', [0, 1, 3, 2, 4, 5], 2],
    ['an entry taken out', [0, 1, 3, 4, 5], 2],
    ['an entry twice', [0, 1, 1, 2, 3], 2],
    ['its beginning cut off', [1, 2, 3], 0],
  ])('finds %s', async (_name, order, brokenAt) => {
    expect(await service.verifyChain(order.map(at))).toMatchObject({ isIntact: false, brokenAt });
  });

  it('finds entries of another key', async () => {
    const other = logFixture(serviceFixture(), 6);
    expect(await service.verifyChain(other)).toMatchObject({ isIntact: false, brokenAt: 0 });
  });

  it('finds two histories of one key joined', async () => {
    const other: LogEntry[] = [];
    for (const { digest } of log)
      other.push(service.nextEntry(other.at(-1) ?? null, digest, new Date(0)));
    const joined = [...log.slice(0, 3), ...other.slice(3)];
    expect(await service.verifyChain(joined)).toMatchObject({ isIntact: false, brokenAt: 3 });
  });

  it('cannot see that the end was cut off without a known head, and sees it with one', async () => {
    const cut = log.slice(0, 4);
    expect(await service.verifyChain(cut)).toMatchObject({ isIntact: true, length: 4 });
    expect(await service.verifyChain(cut, headAfter(6))).toMatchObject({
      isIntact: false,
      brokenAt: 4,
    });
  });

  it('accepts a log that has grown since the known head, and refuses one rewritten before it', async () => {
    expect(await service.verifyChain(log, headAfter(4))).toMatchObject({ isIntact: true });
    expect(await service.verifyChain(log, headAfter(6))).toMatchObject({ isIntact: true });
    const rewritten: LogEntry[] = [];
    for (const { digest } of log)
      rewritten.push(service.nextEntry(rewritten.at(-1) ?? null, digest, new Date(0)));
    for (const length of [4, 6])
      expect(await service.verifyChain(rewritten, headAfter(length))).toMatchObject({
        isIntact: false,
        brokenAt: length,
      });
  });

  it('checks a log longer than one turn of the event loop', async () => {
    const long = logFixture(service, 600);
    expect(await service.verifyChain(long)).toMatchObject({ isIntact: true, length: 600 });
  });
});
