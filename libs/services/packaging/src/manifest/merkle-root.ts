import { createHash } from 'node:crypto';

// Different first bytes for leaves and nodes, so that an inner node can never pass for a file (RFC 6962, 2.1).
const leafPrefix = Buffer.of(0);
const nodePrefix = Buffer.of(1);

const sha256 = (...parts: (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The leaf of one file: sha256 of `0x00, path, 0x00, hex sha256 of the content`. */
export function leafHash(file: { path: string; sha256: string }): Buffer {
  return sha256(leafPrefix, file.path, '\0', file.sha256);
}

/**
 * Merkle tree hash of RFC 6962, section 2.1, over leaves in their order; 32 bytes. A list of n leaves splits at
 * the largest power of two below n; the hash of no leaves is the sha256 of nothing.
 */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (!first) return sha256('');
  if (leaves.length === 1) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(nodePrefix, merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)));
}
