import { createHash } from 'node:crypto';
import type { LogConsistency, MerklePath } from '@hatchr/contracts';

// Different first bytes for leaves and nodes, so that an inner node can never pass for a leaf (RFC 6962, 2.1).
const leafPrefix = Buffer.of(0);
const nodePrefix = Buffer.of(1);

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Leaf of a hex digest: sha256 of 0x00 and its 32 bytes. */
export const leafOf = (digest: string): Buffer => sha256(leafPrefix, Buffer.from(digest, 'hex'));
const nodeOf = (left: Uint8Array, right: Uint8Array): Buffer => sha256(nodePrefix, left, right);

/**
 * The tree of RFC 6962 over hex digests in their order, level by level: a node without a neighbour moves up as it is,
 * which gives the same hashes as splitting at powers of two.
 */
export class MerkleTree {
  private readonly levels: Buffer[][];

  constructor(digests: readonly string[]) {
    this.levels = [digests.map(leafOf)];
    for (let level = this.levels[0] ?? []; level.length > 1; this.levels.push(level))
      level = pairUp(level);
  }

  get size(): number {
    return this.levels[0]?.length ?? 0;
  }

  /** Hex; the hash of nothing for an empty tree. */
  get root(): string {
    return (this.levels.at(-1)?.[0] ?? sha256()).toString('hex');
  }

  /** @throws RangeError for a place that the tree does not have */
  pathOf(index: number): MerklePath {
    if (!Number.isInteger(index) || index < 0 || index >= this.size)
      throw new RangeError(`a tree of ${this.size} leaves has no leaf ${index}`);
    const path: string[] = [];
    let place = index;
    for (const level of this.levels.slice(0, -1)) {
      const neighbour = level[place ^ 1];
      if (neighbour) path.push(neighbour.toString('hex'));
      place >>= 1;
    }
    return { root: this.root, index, size: this.size, path };
  }

  /**
   * Root of the tree over the first `size` leaves, hex, without making that tree.
   *
   * @throws RangeError for a size of none or more than there are
   */
  rootOf(size: number): string {
    this.assertSize(size, this.size);
    return this.hashOf(0, size).toString('hex');
  }

  /**
   * Hashes that show that the tree over the first `to` leaves, all unless given, begins with its own first `size` leaves
   * (RFC 6962, section 2.1.2).
   *
   * @throws RangeError for a size of none or more than there are
   */
  consistencyFrom(size: number, to = this.size): string[] {
    this.assertSize(to, this.size);
    this.assertSize(size, to);
    return this.consistencyIn(0, to, size, true).map((hash) => hash.toString('hex'));
  }

  private assertSize(size: number, most: number): void {
    if (!Number.isInteger(size) || size < 1 || size > most)
      throw new RangeError(`a tree of ${most} leaves has no first ${size}`);
  }

  private consistencyIn(from: number, to: number, size: number, isWhole: boolean): Buffer[] {
    if (size === to - from) return isWhole ? [] : [this.hashOf(from, to)];
    let split = 1;
    while (split * 2 < to - from) split *= 2;
    const middle = from + split;
    return size <= split
      ? [...this.consistencyIn(from, middle, size, isWhole), this.hashOf(middle, to)]
      : [...this.consistencyIn(middle, to, size - split, false), this.hashOf(from, middle)];
  }

  /** Of the leaves of one subtree, which begins at a multiple of its power of two. */
  private hashOf(from: number, to: number): Buffer {
    const level = Math.ceil(Math.log2(to - from));
    // Where the leaves of an earlier tree end within the node, its right side is of that tree only.
    if (to < this.size && to - from < 2 ** level) {
      const middle = from + 2 ** (level - 1);
      return nodeOf(this.hashOf(from, middle), this.hashOf(middle, to));
    }
    const hash = this.levels[level]?.[from >> level];
    if (!hash) throw new RangeError(`no subtree from ${from} to ${to}`);
    return hash;
  }
}

function pairUp(level: Buffer[]): Buffer[] {
  const above: Buffer[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const [left, right] = [level[index], level[index + 1]];
    if (left) above.push(right ? nodeOf(left, right) : left);
  }
  return above;
}

/** The root to which a path leads from a digest, hex; null when the path has another length than its place asks for. */
export function rootOfPath(digest: string, { index, size, path }: MerklePath): string | null {
  if (index >= size) return null;
  let hash: Buffer = leafOf(digest);
  let place = index;
  let last = size - 1;
  for (const neighbour of path) {
    if (last === 0) return null;
    const beside = Buffer.from(neighbour, 'hex');
    if (place % 2 === 1 || place === last) {
      hash = nodeOf(beside, hash);
      // Levels at which the node had no neighbour were passed without a step.
      while (place % 2 === 0 && place !== 0) [place, last] = [place >> 1, last >> 1];
    } else hash = nodeOf(hash, beside);
    [place, last] = [place >> 1, last >> 1];
  }
  return last === 0 ? hash.toString('hex') : null;
}

/** Whether the path leads from the digest to its root. */
export const isInTree = (digest: string, merkle: MerklePath): boolean =>
  rootOfPath(digest, merkle) === merkle.root;

/** Whether a tree begins with the leaves of an earlier one (RFC 9162, section 2.1.4.2). Never throws. */
export function isConsistent({ from, fromRoot, to, toRoot, path }: LogConsistency): boolean {
  if (from > to || from < 1) return false;
  if (from === to) return path.length === 0 && fromRoot === toRoot;
  const hashes = path.map((hash) => Buffer.from(hash, 'hex'));
  // A first part that is a whole subtree is not sent: it is the earlier root itself.
  if (Number.isInteger(Math.log2(from))) hashes.unshift(Buffer.from(fromRoot, 'hex'));
  const [first, ...rest] = hashes;
  if (!first) return false;
  let place = from - 1;
  let last = to - 1;
  while (place % 2 === 1) [place, last] = [place >> 1, last >> 1];
  let early: Buffer = first;
  let late: Buffer = first;
  for (const hash of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      [early, late] = [nodeOf(hash, early), nodeOf(hash, late)];
      while (place % 2 === 0 && place !== 0) [place, last] = [place >> 1, last >> 1];
    } else late = nodeOf(late, hash);
    [place, last] = [place >> 1, last >> 1];
  }
  return last === 0 && early.toString('hex') === fromRoot && late.toString('hex') === toRoot;
}
