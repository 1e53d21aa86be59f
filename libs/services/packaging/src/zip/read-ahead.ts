import { wholeFileLimit } from './choose-compression.js';
import { readWhole } from './read-verified.js';
import type { ZipSource } from './zip-source.js';

/** More gains little: Node reads files on four threads, so this is one in work and one waiting for each. */
const filesAhead = 8;

export interface ReadFile {
  file: ZipSource;
  /** The content of a file of up to 8 MiB; null for a larger one, which is to be streamed. */
  whole: Buffer | null;
}

/**
 * The files in their order, small ones read and checked before they are asked for, at most 8 of them and 8 MiB
 * together: most of the time of reading some hundred small files is waiting, which this does while others are
 * packed. Rejects as `readWhole` does, when it is that file's turn.
 */
export async function* readAhead(
  files: readonly ZipSource[],
  signal: AbortSignal,
): AsyncGenerator<ReadFile> {
  const begun: { size: number; content: Promise<Buffer> }[] = [];
  let waitingSize = 0;
  for (const [index, file] of files.entries()) {
    for (const next of files.slice(index + begun.length, index + filesAhead)) {
      if (waitingSize + next.size > wholeFileLimit) break;
      const content = readWhole(next, signal);
      // Reported when it is the file's turn; until then nobody waits for it.
      content.catch(() => undefined);
      waitingSize += next.size;
      begun.push({ size: next.size, content });
    }
    const first = begun.shift();
    waitingSize -= first?.size ?? 0;
    yield { file, whole: first ? await first.content : null };
  }
}
