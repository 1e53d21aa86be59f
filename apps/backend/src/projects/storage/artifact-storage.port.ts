import type { Readable } from 'node:stream';

export interface StoredBlob {
  sha256: string;
  size: number;
}

/**
 * Bytes under the hash of their content. Storing the same bytes twice stores them once; what was stored never
 * changes, so it can be cached for ever.
 */
export abstract class ArtifactStorage {
  /** Stores bytes and tells their address. @throws AppError storage.full | storage.unavailable */
  abstract put(bytes: Uint8Array | Readable): Promise<StoredBlob>;
  /** Opens bytes from `start` to `end` (inclusive). @throws AppError artifact.not_found */
  abstract open(sha256: string, range?: { start: number; end: number }): Promise<Readable>;
  abstract read(sha256: string): Promise<Buffer>;
  /** Removes bytes that nobody refers to any more. */
  abstract remove(sha256: string): Promise<void>;
  /** Whether bytes can be written now; for readiness. */
  abstract check(): Promise<void>;
}
