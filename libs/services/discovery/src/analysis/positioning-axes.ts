import type { Competitor, Positioning, PricePoint } from '@hatchr/contracts';
import { cutWords, type Word } from '../ranking/cut-words.js';

export type Axis = Positioning['x'];

/** What is known of one competitor on one axis. */
export interface AxisValue {
  value: number;
  /** The value in words. */
  words: string;
  evidenceIds: readonly string[];
}

export interface MeasuredAxis {
  axis: Axis;
  /** By competitor id; who is missing is not known. */
  values: ReadonlyMap<string, AxisValue>;
  /** The values that the words for the two ends stand for; absent where these mean the lowest and highest known. */
  ends?: readonly [low: number, high: number];
}

const evidenceOf = ({ evidenceIds }: Competitor, kind: string): string[] =>
  evidenceIds.filter((id) => id.endsWith(`.${kind}`));

function measure(
  axis: Axis,
  competitors: readonly Competitor[],
  read: (competitor: Competitor) => AxisValue | null,
): MeasuredAxis {
  const values = competitors.flatMap((competitor) => {
    const value = read(competitor);
    return value === null ? [] : [[competitor.id, value] as const];
  });
  return { axis, values: new Map(values) };
}

function mostCommon(values: readonly string[]): string | undefined {
  const count = (value: string): number => values.filter((other) => other === value).length;
  return [...new Set(values)].toSorted((a, b) => count(b) - count(a))[0];
}

function entryPrices(
  competitors: readonly Competitor[],
  prices: readonly PricePoint[],
): MeasuredAxis {
  const paid = prices.filter(({ monthlyAmount }) => monthlyAmount !== null && monthlyAmount > 0);
  const firstOf = (id: string): PricePoint | undefined =>
    paid.find(({ competitorId }) => competitorId === id);
  // One currency and one way of counting only; between two there is no more and less without further facts.
  const kindOf = ({ currency, per }: PricePoint): string => `${currency ?? ''} ${per ?? ''}`;
  const kind = mostCommon(
    competitors.flatMap(({ id }) => {
      const first = firstOf(id);
      return first === undefined || first.currency === null ? [] : [kindOf(first)];
    }),
  );
  const axis: Axis = {
    id: 'entry_price',
    label: 'Lowest paid price',
    low: 'low entry price',
    high: 'high entry price',
  };
  return measure(axis, competitors, ({ id }) => {
    const point = paid.find((price) => price.competitorId === id && kindOf(price) === kind);
    if (point === undefined || point.monthlyAmount === null || point.currency === null) return null;
    const unit = point.per === null ? 'a month' : `per ${point.per} a month`;
    const words = `from ${point.monthlyAmount} ${point.currency} ${unit}`;
    return { value: point.monthlyAmount, words, evidenceIds: [point.evidenceId] };
  });
}

function breadth(competitors: readonly Competitor[]): MeasuredAxis {
  const axis: Axis = {
    id: 'breadth',
    label: 'Breadth of features',
    low: 'few features',
    high: 'many features',
  };
  return measure(axis, competitors, (competitor) => {
    const evidenceIds = evidenceOf(competitor, 'features');
    // The comparison has room for some of what a site states; each statement counts here.
    const count = Math.max(competitor.featureIds.length, evidenceIds.length);
    return competitor.featureIds.length === 0
      ? null
      : {
          value: count,
          words: `${count} known ${count === 1 ? 'feature' : 'features'}`,
          evidenceIds,
        };
  });
}

/** Words that name no audience in particular. */
const generalWords = new Set(
  'people person individual team business company organisation user everyone anyone small medium large size any all kind group professional customer'
    .split(' ')
    .map((word) => cutWords(word)[0]?.stem ?? word),
);

function specialisation(competitors: readonly Competitor[]): MeasuredAxis {
  const axis: Axis = {
    id: 'specialisation',
    label: 'Audience',
    low: 'for everyone',
    high: 'for one audience',
  };
  const measured = measure(axis, competitors, (competitor) => {
    const value = competitor.audience === null ? null : shareOfSpecial(competitor.audience);
    if (competitor.audience === null || value === null) return null;
    const evidenceIds = evidenceOf(competitor, 'audience');
    return { value, words: `for ${competitor.audience}`, evidenceIds };
  });
  return { ...measured, ends: [0, 1] };
}

/** 0 to 1: how much of an audience's words names one audience. null where no word names any. */
function shareOfSpecial(audience: string): number | null {
  const words = cutWords(audience);
  const isSpecial = (word: Word | undefined): boolean =>
    word !== undefined && word.kind !== 'stop' && !generalWords.has(word.stem);
  const named = words.filter(({ kind }) => kind !== 'stop').length;
  // "cleaning companies" are one audience: the word before says which companies.
  const special = words.filter(
    (word, place) =>
      isSpecial(word) || (generalWords.has(word.stem) && isSpecial(words[place - 1])),
  ).length;
  return named === 0 ? null : special / named;
}

function openness(
  competitors: readonly Competitor[],
  lacking: ReadonlyMap<string, ReadonlySet<string>>,
): MeasuredAxis {
  const axis: Axis = {
    id: 'openness',
    label: 'Openness',
    low: 'closed',
    high: 'open source or self-hosted',
  };
  const marks = ['open-source', 'self-hosting'];
  return measure(axis, competitors, (competitor) => {
    const evidenceIds = evidenceOf(competitor, 'features');
    if (
      competitor.pricingModel === 'open_source' ||
      marks.some((id) => competitor.featureIds.includes(id))
    )
      return { value: 1, words: 'open source or self-hosted', evidenceIds };
    // Not being known to be open is not being closed; only a stated "no" is.
    const isClosed = marks.some((id) => lacking.get(competitor.id)?.has(id));
    return isClosed
      ? { value: 0, words: 'not self-hosted', evidenceIds: evidenceOf(competitor, 'lacks') }
      : null;
  });
}

function integrations(competitors: readonly Competitor[]): MeasuredAxis {
  const axis: Axis = {
    id: 'integrations',
    label: 'Integrations',
    low: 'few integrations',
    high: 'many integrations',
  };
  return measure(axis, competitors, ({ integrations: list }) =>
    list === undefined || list.length === 0
      ? null
      : {
          value: list.length,
          words: `${list.length} named ${list.length === 1 ? 'integration' : 'integrations'}`,
          evidenceIds: [...new Set(list.map(({ evidenceId }) => evidenceId))],
        },
  );
}

/** Every axis that competitors can be placed on, with what is known on it. */
export function measureAxes(
  competitors: readonly Competitor[],
  prices: readonly PricePoint[],
  lacking: ReadonlyMap<string, ReadonlySet<string>>,
): MeasuredAxis[] {
  return [
    entryPrices(competitors, prices),
    breadth(competitors),
    specialisation(competitors),
    integrations(competitors),
    openness(competitors, lacking),
  ];
}
