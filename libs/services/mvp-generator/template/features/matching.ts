import type { FeatureReport } from './feature-report';

export interface Matchable {
  id: string;
  title: string;
  href: string;
  /** Everything that describes it. */
  text: string;
}

export interface Match {
  seeker: Matchable;
  offer: Matchable;
  /** Words that both have, the rarest first. */
  shared: string[];
  score: number;
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((word) => !common.has(word)),
  );
const common = new Set([
  'the',
  'and',
  'for',
  'with',
  'from',
  'that',
  'this',
  'are',
  'was',
  'you',
  'your',
  'our',
  'has',
  'have',
  'not',
  'sample',
  'text',
  'how',
  'what',
  'next',
  'here',
  'comes',
]);

/**
 * The best offer for each seeker by the words they share. A word that few use says more than one that all use, so
 * each counts by its rarity.
 */
export function findMatches(seekers: readonly Matchable[], offers: readonly Matchable[]): Match[] {
  const offered = offers.map((offer) => ({
    offer,
    words: wordsOf(`${offer.title} ${offer.text}`),
  }));
  const rarity = (word: string) =>
    Math.log(
      1 + offers.length / Math.max(1, offered.filter(({ words }) => words.has(word)).length),
    );
  return seekers
    .flatMap((seeker): Match[] => {
      const wanted = [...wordsOf(`${seeker.title} ${seeker.text}`)];
      const matches = offered.map(({ offer, words }) => {
        const shared = wanted
          .filter((word) => words.has(word))
          .sort((a, b) => rarity(b) - rarity(a) || a.localeCompare(b));
        return {
          seeker,
          offer,
          shared,
          score: shared.reduce((sum, word) => sum + rarity(word), 0),
        };
      });
      return matches
        .filter((match) => match.score > 0)
        .sort((a, b) => b.score - a.score || a.offer.title.localeCompare(b.offer.title))
        .slice(0, 1);
    })
    .sort((a, b) => b.score - a.score || a.seeker.title.localeCompare(b.seeker.title));
}

export function describeMatches(matches: readonly Match[], seekerCount: number): FeatureReport {
  return {
    headline:
      matches.length === 0
        ? 'No match yet: nothing has words in common.'
        : `${matches.length} of ${seekerCount} have a match.`,
    facts: [
      { label: 'Matched', value: String(matches.length) },
      { label: 'Without', value: String(seekerCount - matches.length) },
    ],
    rows: matches.map((match) => ({
      id: match.seeker.id,
      title: `${match.seeker.title} → ${match.offer.title}`,
      href: match.offer.href,
      detail: `In common: ${match.shared.slice(0, 5).join(', ')}`,
      badge: match.score.toFixed(1),
      tone: 'brand',
    })),
    empty: 'Describe both sides in words; matches appear here.',
  };
}
