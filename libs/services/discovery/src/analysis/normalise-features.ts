import { cutWords, phraseKey } from '../ranking/cut-words.js';
import { featurePhrases } from './feature-phrases.js';

/** The features of one site in its own words. */
export interface StatedFeatures {
  competitorId: string;
  has: readonly string[];
  /** Only what the site says that it does not have. */
  lacks: readonly string[];
}

export interface NormalisedFeatures {
  /** Label of every id that is used below. */
  labels: ReadonlyMap<string, string>;
  byCompetitor: ReadonlyMap<
    string,
    {
      has: ReadonlySet<string>;
      lacks: ReadonlySet<string>;
      /** The site's own words that say so, by id. */
      words: ReadonlyMap<string, string>;
    }
  >;
}

/** Features of no vocabulary that a comparison shows; more rows of one "yes" each compare nothing. */
const maximumOwnFeatures = 12;
/** What a text with one of these says is not that the product does it today. */
const negations = /\b(?:no|not|without|never|coming soon|planned|roadmap|soon)\b|n['’]t\b/iu;

function stemsOf(text: string): string[] {
  return cutWords(text)
    .filter(({ kind }) => kind !== 'stop')
    .map(({ stem }) => stem);
}

/** Finds the ids of a vocabulary that a site's own words name. */
class FeatureMatcher {
  private readonly phrases: readonly { id: string; stems: readonly string[] }[];

  constructor(vocabulary: ReadonlyMap<string, string>) {
    this.phrases = [...vocabulary].flatMap(([id, label]) =>
      [label, ...(featurePhrases[id] ?? [])]
        .map((phrase) => ({ id, stems: stemsOf(phrase) }))
        .filter(({ stems }) => stems.length > 0),
    );
  }

  match(text: string): string[] {
    const stems = new Set(stemsOf(text));
    const matching = this.phrases.filter((phrase) => phrase.stems.every((stem) => stems.has(stem)));
    return [...new Set(matching.map(({ id }) => id))];
  }
}

/** An id for a feature in the words of a page: equal for equal words in any order and form. */
function ownId(text: string): string | null {
  const stems = [...new Set(stemsOf(text))];
  return stems.length === 0 ? null : `page.${phraseKey(stems)}`;
}

/**
 * Of the features in the sites' own words, those that most sites name; among equals the first of each site, then the
 * second, so that no site is left without any because others say more.
 */
function chooseOwn(sites: readonly { own: ReadonlyMap<string, string> }[]): Map<string, string> {
  const labels = new Map<string, string>();
  const counts = new Map<string, number>();
  const places = new Map<string, number>();
  for (const { own } of sites)
    for (const [place, [id, text]] of [...own].entries()) {
      if (!labels.has(id)) labels.set(id, text);
      counts.set(id, (counts.get(id) ?? 0) + 1);
      places.set(id, Math.min(place, places.get(id) ?? place));
    }
  const of = (numbers: ReadonlyMap<string, number>, id: string): number => numbers.get(id) ?? 0;
  const chosen = [...labels]
    .toSorted(([a], [b]) => of(counts, b) - of(counts, a) || of(places, a) - of(places, b))
    .slice(0, maximumOwnFeatures);
  return new Map(chosen);
}

/**
 * Brings what sites say in their own words onto one vocabulary, so that they can be compared. A "no" is only
 * what a site itself denies; a site that says both is unknown.
 */
export function normaliseFeatures(
  sites: readonly StatedFeatures[],
  vocabulary: ReadonlyMap<string, string>,
): NormalisedFeatures {
  const matcher = new FeatureMatcher(vocabulary);
  const read = sites.map(({ competitorId, has, lacks }) => {
    const known = new Map<string, string>();
    const denied = new Map<string, string>();
    const own = new Map<string, string>();
    for (const text of has.filter((statement) => !negations.test(statement))) {
      const ids = matcher.match(text);
      for (const id of ids) if (!known.has(id)) known.set(id, text);
      const id = ids.length === 0 ? ownId(text) : null;
      if (id !== null && !own.has(id)) own.set(id, text);
    }
    for (const text of lacks) {
      const ids = matcher.match(text);
      for (const id of ids.length > 0 ? ids : [ownId(text) ?? '']) denied.set(id, text);
    }
    return { competitorId, known, denied, own };
  });
  const own = chooseOwn(read);
  const labels = new Map([...vocabulary, ...own]);
  const byCompetitor = new Map(
    read.map((site) => {
      const yes = new Set([
        ...site.known.keys(),
        ...[...site.own.keys()].filter((id) => own.has(id)),
      ]);
      const has = new Set([...yes].filter((id) => !site.denied.has(id)));
      const lacks = new Set([...site.denied.keys()].filter((id) => labels.has(id) && !yes.has(id)));
      const words = new Map([...site.denied, ...site.own, ...site.known]);
      return [site.competitorId, { has, lacks, words }] as const;
    }),
  );
  const used = new Set([...byCompetitor.values()].flatMap(({ has, lacks }) => [...has, ...lacks]));
  return { labels: new Map([...labels].filter(([id]) => used.has(id))), byCompetitor };
}
