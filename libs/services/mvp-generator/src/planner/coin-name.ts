import { createHash } from 'node:crypto';
import anyAscii from 'any-ascii';

const endings = [
  'ly',
  'wise',
  'loop',
  'nest',
  'deck',
  'flow',
  'mint',
  'hub',
  'base',
  'ora',
  'well',
  'path',
  'board',
  'spark',
  'stead',
  'mark',
  'line',
  'craft',
  'port',
  'grove',
  'field',
  'way',
];

// Names of well-known products that an ending could make by chance.
const known = new Set([
  'bookly',
  'invoicely',
  'petwise',
  'recipely',
  'teamflow',
  'taskly',
  'jobhub',
  'pethub',
  'clientflow',
  'homebase',
  'calendly',
  'classhub',
  'shopify',
  'payflow',
  'coursera',
  'airbase',
  'github',
  'dashboard',
  'clipboard',
  'storyboard',
  'billboard',
  'keyboard',
  'airport',
  'passport',
  'support',
  'report',
  'timeline',
  'headline',
  'deadline',
  'pipeline',
  'basecamp',
  'minecraft',
  'runway',
  'homestead',
  'subway',
  'railway',
  'benchmark',
  'landmark',
  'bookmark',
  'trademark',
  'healthline',
  'seedly',
  'grammarly',
  'bitly',
]);

/** The n-th number, 0 to 2^32, that follows from a text; the same text always gives the same numbers. */
export function numberFrom(text: string, n: number): number {
  return createHash('sha256')
    .update(`${String(n)}:${text}`)
    .digest()
    .readUInt32BE(0);
}

function roots(words: readonly string[]): string[] {
  const parts = words.flatMap((word) =>
    anyAscii(word)
      .toLowerCase()
      .split(/[^a-z]+/u),
  );
  const usable = parts.filter((part) => part.length >= 3 && part.length <= 12);
  return [
    ...new Set(
      usable.map((part) =>
        part.length > 7 ? part.slice(0, 5).replace(/[aeiouy]+$/u, '') : part.replace(/s$/u, ''),
      ),
    ),
  ];
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function join(root: string, ending: string): string {
  // Two vowels or the same letter twice at the seam read badly.
  if (/[aeiouy]$/u.test(root) && /^[aeiouy]/u.test(ending)) return root.slice(0, -1) + ending;
  return root.at(-1) === ending.charAt(0) ? root + ending.slice(1) : root + ending;
}

/**
 * A name coined from the idea's own words, the same for the same prompt. `taken` (names of competitors) and
 * well-known products are passed over.
 */
export function coinName(
  prompt: string,
  words: readonly string[],
  taken: readonly string[],
): string {
  const flat = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const used = new Set(taken.map(flat));
  const candidates =
    roots(words).length > 0 ? roots(words) : ['nova', 'luma', 'terra', 'alto', 'vela'];
  for (let attempt = 0; attempt < 60; attempt++) {
    const root =
      candidates[
        attempt < candidates.length * 4
          ? Math.floor(attempt / 4) % candidates.length
          : numberFrom(prompt, attempt) % candidates.length
      ] ?? 'nova';
    const name = join(root, endings[numberFrom(prompt, attempt + 100) % endings.length] ?? 'ly');
    if (!used.has(name) && !known.has(name) && name.length >= 5 && name.length <= 14)
      return capital(name);
  }
  return `Nova${String(numberFrom(prompt, 0) % 1000)}`;
}
