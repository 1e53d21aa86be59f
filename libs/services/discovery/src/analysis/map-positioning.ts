import type { Competitor, Positioning, PricePoint } from '@hatchr/contracts';
import { measureAxes, type MeasuredAxis } from './positioning-axes.js';

/** Fewer points than this are a list and no map. */
const minimumPoints = 3;
/** An axis that less than this share of the competitors is known on would be a map of our ignorance. */
const minimumCoverage = 0.5;

interface Scale {
  measured: MeasuredAxis;
  /** Place of a competitor between the values at the two ends. */
  place: (id: string) => number;
}

function scaleOf(measured: MeasuredAxis, ids: readonly string[]): Scale | null {
  const values = ids.map((id) => measured.values.get(id)?.value ?? 0);
  const known = [Math.min(...values), Math.max(...values)] as const;
  if (known[0] === known[1]) return null;
  const [low, high] = measured.ends ?? known;
  return {
    measured,
    place: (id) => ((measured.values.get(id)?.value ?? low) - low) / (high - low),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function spread(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** 0 to 1: how far two axes say the same. */
function likeness(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const together = mean(a.map((value, place) => (value - meanA) * ((b[place] ?? 0) - meanB)));
  return Math.abs(together) / (spread(a) * spread(b));
}

interface Candidate {
  x: Scale;
  y: Scale;
  ids: readonly string[];
  score: number;
}

function pairAxes(
  a: MeasuredAxis,
  b: MeasuredAxis,
  competitors: readonly Competitor[],
): Candidate[] {
  const ids = competitors.map(({ id }) => id).filter((id) => a.values.has(id) && b.values.has(id));
  const coverage = ids.length / competitors.length;
  if (ids.length < minimumPoints || coverage < minimumCoverage) return [];
  const [x, y] = [scaleOf(a, ids), scaleOf(b, ids)];
  if (x === null || y === null) return [];
  const [placesX, placesY] = [ids.map(x.place), ids.map(y.place)];
  const score =
    coverage * (spread(placesX) + spread(placesY)) * (1 - likeness(placesX, placesY) / 2);
  return [{ x, y, ids, score }];
}

const ends = ['low', 'high'] as const;

function findOpenAreas({ x, y, ids }: Candidate): Positioning['openAreas'] {
  const endOf = (place: number): 'low' | 'high' => (place < 0.5 ? 'low' : 'high');
  const taken = new Set(ids.map((id) => `${endOf(x.place(id))} ${endOf(y.place(id))}`));
  return ends.flatMap((endX) =>
    ends.flatMap((endY) => {
      if (taken.has(`${endX} ${endY}`)) return [];
      const [wordsX, wordsY] = [x.measured.axis[endX], y.measured.axis[endY]];
      const statement = `None of the ${ids.length} placed stands where “${wordsX}” meets “${wordsY}”.`;
      return [{ x: endX, y: endY, statement }];
    }),
  );
}

/**
 * Competitors on the two axes that spread them most, are known of most of them and say different things.
 * null where no two axes do. The founder's product is not on the map: nothing is known of it yet; the quarters
 * that nobody stands in are named instead.
 * @param lacking features that each competitor is stated not to have, by its id
 */
export function mapPositioning(
  competitors: readonly Competitor[],
  prices: readonly PricePoint[],
  lacking: ReadonlyMap<string, ReadonlySet<string>>,
): Positioning | null {
  if (competitors.length < minimumPoints) return null;
  const axes = measureAxes(competitors, prices, lacking);
  const candidates = axes.flatMap((a, place) =>
    axes.slice(place + 1).flatMap((b) => pairAxes(a, b, competitors)),
  );
  const [best] = candidates.toSorted((a, b) => b.score - a.score);
  if (best === undefined) return null;
  const { x, y, ids } = best;
  return {
    x: x.measured.axis,
    y: y.measured.axis,
    points: ids.map((id) => {
      const [onX, onY] = [x.measured.values.get(id), y.measured.values.get(id)];
      return {
        competitorId: id,
        x: x.place(id),
        y: y.place(id),
        xValue: onX?.words ?? '',
        yValue: onY?.words ?? '',
        evidenceIds: [...new Set([...(onX?.evidenceIds ?? []), ...(onY?.evidenceIds ?? [])])],
      };
    }),
    openAreas: findOpenAreas(best),
    notPlaced: competitors.map(({ id }) => id).filter((id) => !ids.includes(id)),
  };
}
