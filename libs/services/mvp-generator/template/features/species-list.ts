import type { FeatureReport } from './feature-report';

export interface Sighting {
  id: string;
  href: string;
  species: string;
  /** Calendar date. */
  on: string;
  place: string;
  count: number;
}

export interface SpeciesState {
  species: string;
  /** The sighting that is its first of this year; null when it has not been seen this year. */
  firstThisYear: Sighting | null;
  /** Whether no earlier year has it. */
  isNew: boolean;
  sightings: number;
  mostAtOnce: number;
  last: Sighting;
}

/** Names as people type them are the same name whatever their capitals and spaces. */
const keyOf = (species: string): string => species.trim().toLowerCase().replace(/\s+/g, ' ');

/** The list of species: when each was first seen this year, and which are new. */
export function listSpecies(sightings: readonly Sighting[], year: string): SpeciesState[] {
  const groups = new Map<string, Sighting[]>();
  for (const sighting of [...sightings].sort((a, b) => a.on.localeCompare(b.on))) {
    const key = keyOf(sighting.species);
    groups.set(key, [...(groups.get(key) ?? []), sighting]);
  }
  return [...groups.values()]
    .flatMap((items) => {
      const [first, last] = [items[0], items.at(-1)];
      if (!first || !last) return [];
      return [
        {
          species: first.species.trim(),
          firstThisYear: items.find((item) => item.on.startsWith(year)) ?? null,
          isNew: first.on.startsWith(year),
          sightings: items.length,
          mostAtOnce: Math.max(...items.map((item) => item.count)),
          last,
        },
      ];
    })
    .sort(
      (a, b) =>
        (b.firstThisYear?.on ?? '').localeCompare(a.firstThisYear?.on ?? '') ||
        a.species.localeCompare(b.species),
    );
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function describeSpecies(list: readonly SpeciesState[], year: string): FeatureReport {
  const seen = list.filter((item) => item.firstThisYear !== null);
  const fresh = list.filter((item) => item.isNew);
  const latest = seen[0];
  return {
    headline: latest
      ? `${seen.length} species in ${year}, ${fresh.length} of them new. Latest: ${latest.species}.`
      : `Nothing seen in ${year} yet.`,
    facts: [
      { label: `Species in ${year}`, value: String(seen.length) },
      { label: 'New', value: String(fresh.length) },
      { label: 'Species ever', value: String(list.length) },
    ],
    chart: {
      title: `First of the year, by month`,
      kind: 'bars',
      points: months.map((label, index) => {
        const month = `${year}-${String(index + 1).padStart(2, '0')}`;
        const count = seen.filter((item) => item.firstThisYear?.on.startsWith(month)).length;
        return { label, value: count, text: String(count) };
      }),
    },
    rows: list.map((item) => {
      const shown = item.firstThisYear ?? item.last;
      return {
        id: shown.id,
        title: item.species,
        href: shown.href,
        detail: [
          item.firstThisYear ? `First on ${shown.on}` : `Last seen ${shown.on}`,
          shown.place,
          `${item.sightings} ${item.sightings === 1 ? 'record' : 'records'}`,
          item.mostAtOnce > 1 ? `up to ${item.mostAtOnce} at once` : '',
        ]
          .filter(Boolean)
          .join(', '),
        badge: item.isNew ? 'New' : item.firstThisYear ? year : 'Not this year',
        tone: item.isNew ? 'good' : item.firstThisYear ? 'brand' : 'neutral',
      };
    }),
    empty: 'Add what you saw, when and where; the list of the year writes itself.',
  };
}
