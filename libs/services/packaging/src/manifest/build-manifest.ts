import { createHash } from 'node:crypto';
import {
  AppError,
  manifestFileName,
  manifestSchema,
  type Manifest,
  type ProductSpec,
} from '@hatchr/contracts';
import { assertSafePaths, compareByBytes } from '../paths/assert-safe-path.js';
import { canonicalJson } from './canonical-json.js';
import { leafHash, merkleRoot } from './merkle-root.js';

export type ManifestEntry = Manifest['files'][number];

/**
 * The manifest of a kit: every file with its size in bytes and its sha256, sorted by the UTF-8 bytes of its path,
 * and the Merkle root over them. The order of `entries` does not matter. The manifest itself is not among them.
 *
 * @throws AppError `packaging.unsafe_path` for a path that is unsafe, taken twice or the manifest's own;
 *   `input.invalid` for a digest or size that is none.
 */
export function buildManifest(
  spec: Pick<ProductSpec, 'name' | 'slug'>,
  entries: readonly ManifestEntry[],
): Manifest {
  const files = entries
    .map(({ path, size, sha256 }) => ({ path, size, sha256 }))
    .sort((a, b) => compareByBytes(a.path, b.path));
  assertSafePaths([...files.map((file) => file.path), manifestFileName]);
  const manifest = manifestSchema.safeParse({
    format: 'hatchr-manifest/1',
    algorithm: 'sha256',
    name: spec.name,
    slug: spec.slug,
    files,
    merkleRoot: merkleRoot(files.map(leafHash)).toString('hex'),
  });
  if (!manifest.success) throw new AppError('input.invalid', { cause: manifest.error });
  return manifest.data;
}

/** The bytes of `hatchr.manifest.json`: canonical JSON in UTF-8 and one newline. */
export function manifestBytes(manifest: Manifest): Uint8Array {
  return Buffer.from(`${canonicalJson(manifest)}\n`, 'utf8');
}

/** Hex sha256 of `manifestBytes`: the one number that stands for the whole kit and that a proof is about. */
export function manifestDigest(manifest: Manifest): string {
  return createHash('sha256').update(manifestBytes(manifest)).digest('hex');
}
