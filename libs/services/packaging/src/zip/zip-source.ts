import type { Readable } from 'node:stream';

/** One file of the ZIP, read once: a small one as a whole, shortly before its turn; a large one in its turn, as a stream. */
export interface ZipSource {
  /** Within the kit: relative, forward slashes. */
  path: string;
  /** Bytes. */
  size: number;
  /** Lower-case hex. */
  sha256: string;
  /** POSIX mode; anything executable becomes 0o755 and all else 0o644. */
  mode?: number;
  /** All of it at once. Asked of files up to 8 MiB, a few at a time. */
  read(): Promise<Uint8Array>;
  /** Asked of larger files. May take its time, as object storage does; a stream that arrives after an abort is destroyed. */
  open(): Readable | Promise<Readable>;
}

export interface ZipInput {
  /** Name of the one folder that everything unpacks into. */
  slug: string;
  files: readonly ZipSource[];
}

export interface ZipSummary {
  /** Bytes of the whole ZIP. */
  size: number;
  /** Hex sha256 of the whole ZIP. */
  sha256: string;
  fileCount: number;
}
