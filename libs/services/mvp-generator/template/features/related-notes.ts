import type { FeatureReport } from './feature-report';

export interface Note {
  id: string;
  title: string;
  href: string;
  /** Everything that it says, its tags included. */
  text: string;
}

export interface Relation {
  first: Note;
  second: Note;
  /** Words that both have and few others, the rarest first. */
  shared: string[];
  score: number;
}

const common = new Set(
  'the and for with from that this are was were you your our has have had not but can will about into what when where which who how all any more than then them they their there here its one two sample text note notes'.split(
    ' ',
  ),
);

const wordsOf = (note: Note): Set<string> =>
  new Set(
    (`${note.title} ${note.text}`.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter(
      (word) => !common.has(word),
    ),
  );

/** Pairs that share telling words, the closest first. A word that most notes have tells nothing. */
export function relateNotes(notes: readonly Note[]): Relation[] {
  const read = notes.map((note) => ({ note, words: wordsOf(note) }));
  const holders = new Map<string, number>();
  for (const { words } of read)
    for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1);
  const rarity = (word: string) => Math.log((notes.length + 1) / (holders.get(word) ?? 1));
  return read
    .flatMap((one, index) =>
      read.slice(index + 1).flatMap((other) => {
        const shared = [...one.words]
          .filter((word) => other.words.has(word))
          .sort((a, b) => rarity(b) - rarity(a) || a.localeCompare(b));
        if (shared.length === 0) return [];
        // Long notes share words by chance, so the sum is set against their length.
        const score =
          shared.reduce((sum, word) => sum + rarity(word), 0) /
          Math.sqrt(one.words.size * other.words.size);
        return [{ first: one.note, second: other.note, shared, score }];
      }),
    )
    .sort((a, b) => b.score - a.score || a.first.title.localeCompare(b.first.title));
}

const MAX_PAIRS = 20;

export function describeRelations(
  relations: readonly Relation[],
  notes: readonly Note[],
): FeatureReport {
  const tied = new Set(relations.flatMap(({ first, second }) => [first.id, second.id]));
  const loose = notes.filter((note) => !tied.has(note.id));
  return {
    headline:
      relations.length > 0
        ? `${tied.size} of ${notes.length} belong to something else that is here.`
        : 'Nothing here shares telling words yet.',
    facts: [
      { label: 'Pairs', value: String(relations.length) },
      { label: 'Connected', value: String(tied.size) },
      { label: 'On their own', value: String(loose.length) },
    ],
    rows: [
      ...relations.slice(0, MAX_PAIRS).map(({ first, second, shared }) => ({
        id: `${first.id}-${second.id}`,
        title: `${first.title} and ${second.title}`,
        href: first.href,
        detail: `Both say ${shared.slice(0, 4).join(', ')}`,
        badge: `${shared.length} in common`,
        tone: 'brand' as const,
      })),
      ...loose.slice(0, MAX_PAIRS).map((note) => ({
        id: note.id,
        title: note.title,
        href: note.href,
        detail: 'Shares no telling word with anything else',
        badge: 'On its own',
        tone: 'neutral' as const,
      })),
    ],
    empty: 'Write a few and see which ones belong together.',
  };
}
