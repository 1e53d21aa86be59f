import { describe, expect, it } from '@jest/globals';
import type { LogInclusion } from '@hatchr/contracts';
import { digestOf, logFixture, serviceFixture } from '../testing/log-fixture.js';
import { MerkleTree } from '../merkle/merkle-tree.js';
import { flawOfInclusion, isHeadSigned } from './log-head.js';
import { readLogPublicKey } from './log-key.js';

const service = serviceFixture();
const key = readLogPublicKey(service.publicKey().pem);
const entries = logFixture(service, 7);
const now = new Date('2026-11-25T10:00:00.000Z');
const tree = new MerkleTree(entries.map(({ entryHash }) => entryHash));
const head = service.signHead(tree, entries.at(-1) ?? null, now);
const inclusionOf = (index: number): LogInclusion => ({
  entry: entries[index] as LogInclusion['entry'],
  merkle: tree.pathOf(index),
  head,
});

describe('a signed head of the log', () => {
  it('is signed by the key of the instance and by no other', () => {
    expect(isHeadSigned(head, key)).toBe(true);
    expect(isHeadSigned(head, readLogPublicKey(serviceFixture().publicKey().pem))).toBe(false);
  });

  it.each([
    ['size', { size: 6 }],
    ['root', { rootHash: digestOf('x') }],
    ['last entry', { lastEntryHash: digestOf('x') }],
    ['time', { signedAt: '2020-01-01T00:00:00.000Z' }],
    ['key', { keyId: digestOf('x') }],
    ['signature', { signature: Buffer.alloc(64).toString('base64') }],
    ['set of fields', { network: 'mainnet' }],
  ])('is refused with another %s', (_name, change) => {
    expect(isHeadSigned({ ...head, ...change }, key)).toBe(false);
  });

  it('exists for an empty log', () => {
    const empty = service.signHead(new MerkleTree([]), null, now);
    expect(empty).toMatchObject({ size: 0, lastEntryHash: '0'.repeat(64) });
    expect(isHeadSigned(empty, key)).toBe(true);
  });
});

describe('the inclusion of an entry', () => {
  it('holds for every entry of the log', () => {
    for (const index of entries.keys()) expect(flawOfInclusion(inclusionOf(index), key)).toBeNull();
  });

  it('does not hold for a changed entry, the place of another, or another head', () => {
    const inclusion = inclusionOf(3);
    const other = service.signHead(new MerkleTree([digestOf('x')]), entries[0] ?? null, now);
    for (const change of [
      { entry: { ...inclusion.entry, digest: digestOf('x') } },
      { entry: inclusionOf(4).entry },
      { merkle: tree.pathOf(4) },
      { merkle: { ...inclusion.merkle, path: inclusion.merkle.path.toReversed() } },
      { head: other },
      { head: { ...head, size: 8 } },
    ])
      expect(flawOfInclusion({ ...inclusion, ...change }, key)).not.toBeNull();
  });
});
