import type { GeneratedFile } from '@hatchr/contracts';

// Three times what the largest app of the corpus has; far below what a reader would still look through.
const limits = { files: 500, bytes: 5_000_000, fileBytes: 1_000_000 };

/** Number and bytes of the files, and what of it is more than an app may have. */
export function measureFiles(files: readonly GeneratedFile[]): {
  files: number;
  bytes: number;
  problems: string[];
} {
  const sizes = files.map(({ path, content }) => ({ path, bytes: Buffer.byteLength(content) }));
  const bytes = sizes.reduce((sum, file) => sum + file.bytes, 0);
  return {
    files: files.length,
    bytes,
    problems: [
      ...(files.length > limits.files ? [`${String(files.length)} files are too many.`] : []),
      ...(bytes > limits.bytes ? [`${String(bytes)} bytes are too many.`] : []),
      ...sizes
        .filter((file) => file.bytes > limits.fileBytes)
        .map((file) => `${file.path} has ${String(file.bytes)} bytes.`),
    ],
  };
}
