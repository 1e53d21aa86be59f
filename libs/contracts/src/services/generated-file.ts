/** A file of the kit while it is still in memory. */
export interface GeneratedFile {
  /** Relative, forward slashes, no `..`. */
  path: string;
  content: string | Uint8Array;
  /** POSIX mode of the file in the ZIP, 0o644 unless given. */
  mode?: number;
}
