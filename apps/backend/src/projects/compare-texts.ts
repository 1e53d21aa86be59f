import type { FileComparison } from '@hatchr/contracts';
import { structuredPatch } from 'diff';

/**
 * Where two texts share little, comparing them takes quadratic time and its answer helps nobody; generated files
 * differ in a few hundred lines at most.
 */
const MAX_EDITED_LINES = 3_000;
const MAX_MS = 400;

/** The changed places of a text, each with three lines around it; null where there are too many to be of use. */
export function compareTexts(from: string, to: string): FileComparison['hunks'] | null {
  const patch = structuredPatch('', '', from, to, '', '', {
    context: 3,
    maxEditLength: MAX_EDITED_LINES,
    timeout: MAX_MS,
  });
  return (
    patch?.hunks.map((hunk) => ({
      fromStart: hunk.oldStart,
      fromLines: hunk.oldLines,
      toStart: hunk.newStart,
      toLines: hunk.newLines,
      // `\ No newline at end of file` is no line of the text.
      lines: hunk.lines.filter((line) => !line.startsWith('\\')),
    })) ?? null
  );
}

/** How many lines the hunks add and delete. */
export function countLines(hunks: FileComparison['hunks']): {
  additions: number;
  deletions: number;
} {
  const lines = hunks.flatMap((hunk) => hunk.lines);
  return {
    additions: lines.filter((line) => line.startsWith('+')).length,
    deletions: lines.filter((line) => line.startsWith('-')).length,
  };
}
