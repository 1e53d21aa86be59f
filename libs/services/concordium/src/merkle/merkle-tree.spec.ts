import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { digestOf } from '../testing/log-fixture.js';
import { isConsistent, isInTree, leafOf, MerkleTree, rootOfPath } from './merkle-tree.js';

const digests = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => digestOf(`kit ${index}`));

/** The definition of RFC 6962, section 2.1, word by word. */
function rootByDefinition(leaves: Buffer[]): Buffer {
  const [first] = leaves;
  if (!first) return createHash('sha256').digest();
  if (leaves.length === 1) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)].map(rootByDefinition);
  return createHash('sha256')
    .update(Buffer.of(1))
    .update(left ?? '')
    .update(right ?? '')
    .digest();
}

describe('MerkleTree', () => {
  it('has the root that RFC 6962 defines, and a path from every leaf, whatever its size', () => {
    for (let size = 0; size <= 33; size += 1) {
      const leaves = digests(size);
      const tree = new MerkleTree(leaves);
      expect(tree.root).toBe(rootByDefinition(leaves.map(leafOf)).toString('hex'));
      for (const [index, digest] of leaves.entries())
        expect(isInTree(digest, tree.pathOf(index))).toBe(true);
    }
  });

  it('leads from no other digest, place, size or path to the root', () => {
    const leaves = digests(11);
    const tree = new MerkleTree(leaves);
    for (const [index, digest] of leaves.entries()) {
      const merkle = tree.pathOf(index);
      expect(isInTree(digestOf('another kit'), merkle)).toBe(false);
      for (let other = 0; other < 11; other += 1)
        if (other !== index) expect(isInTree(digest, { ...merkle, index: other })).toBe(false);
      expect(isInTree(digest, { ...merkle, path: merkle.path.slice(1) })).toBe(false);
      expect(isInTree(digest, { ...merkle, path: [...merkle.path, digestOf('more')] })).toBe(false);
      for (const [step, hash] of merkle.path.entries()) {
        const path = [...merkle.path];
        path[step] = (hash.startsWith('0') ? '1' : '0') + hash.slice(1);
        expect(isInTree(digest, { ...merkle, path })).toBe(false);
      }
    }
  });

  it('refuses a place outside of the tree', () => {
    const tree = new MerkleTree(digests(3));
    for (const index of [-1, 3, 0.5]) expect(() => tree.pathOf(index)).toThrow(RangeError);
    expect(rootOfPath(digestOf('kit 0'), { root: '', index: 3, size: 3, path: [] })).toBeNull();
  });
});

describe('consistency of two trees', () => {
  const proofOf = (from: number, to: number) => ({
    from,
    to,
    fromRoot: new MerkleTree(digests(from)).root,
    toRoot: new MerkleTree(digests(to)).root,
    path: new MerkleTree(digests(to)).consistencyFrom(from),
  });

  it('holds between every two sizes of a tree that grew', () => {
    for (let to = 1; to <= 20; to += 1)
      for (let from = 1; from <= to; from += 1)
        expect([from, to, isConsistent(proofOf(from, to))]).toEqual([from, to, true]);
  });

  it('does not hold for another beginning, another end, a shorter tree or a changed path', () => {
    for (const [from, to] of [
      [1, 2],
      [3, 7],
      [4, 8],
      [6, 13],
      [8, 9],
    ] as const) {
      const proof = proofOf(from, to);
      expect(isConsistent({ ...proof, fromRoot: digestOf('x') })).toBe(false);
      expect(isConsistent({ ...proof, toRoot: digestOf('x') })).toBe(false);
      expect(isConsistent({ ...proof, from: to, to: from })).toBe(false);
      expect(isConsistent({ ...proof, path: proof.path.slice(1) })).toBe(false);
      expect(isConsistent({ ...proof, path: [...proof.path, digestOf('x')] })).toBe(false);
      for (const step of proof.path.keys()) {
        const path = proof.path.with(step, digestOf('x'));
        expect(isConsistent({ ...proof, path })).toBe(false);
      }
    }
  });

  it('is told of every earlier size by the tree that grew out of it', () => {
    const grown = new MerkleTree(digests(37));
    for (let to = 1; to <= 37; to += 1) {
      const then = new MerkleTree(digests(to));
      expect([to, grown.rootOf(to)]).toEqual([to, then.root]);
      for (let from = 1; from <= to; from += 1)
        expect(grown.consistencyFrom(from, to)).toEqual(then.consistencyFrom(from));
    }
  });

  it('is refused for a size that the tree never had', () => {
    const tree = new MerkleTree(digests(3));
    for (const size of [0, 4, 1.5]) {
      expect(() => tree.consistencyFrom(size)).toThrow(RangeError);
      expect(() => tree.consistencyFrom(1, size)).toThrow(RangeError);
      expect(() => tree.rootOf(size)).toThrow(RangeError);
    }
    expect(() => tree.consistencyFrom(3, 2)).toThrow(RangeError);
  });
});
