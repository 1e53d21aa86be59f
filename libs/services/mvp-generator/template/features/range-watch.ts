import type { FeatureReport } from './feature-report';

export interface RangeReading {
  id: string;
  href: string;
  /** What was measured and where ("Nitrate, reef tank"). */
  series: string;
  value: number;
  /** Calendar date. */
  on: string;
  /** The range in which it should be; null where that side is open. */
  low: number | null;
  high: number | null;
}

export interface RangeState extends RangeReading {
  /** Negative below the range, positive above it, 0 inside. */
  off: number;
  /** The reading before the latest one. */
  before: number | null;
}

export const distanceFrom = (value: number, low: number | null, high: number | null): number =>
  low !== null && value < low ? value - low : high !== null && value > high ? value - high : 0;

/** The latest reading of each series, those outside their range first. */
export function watchRanges(readings: readonly RangeReading[]): RangeState[] {
  const series = new Map<string, RangeReading[]>();
  for (const reading of readings)
    series.set(reading.series, [...(series.get(reading.series) ?? []), reading]);
  return [...series.values()]
    .flatMap((items) => {
      const [latest, before] = [...items].sort((a, b) => b.on.localeCompare(a.on));
      if (!latest) return [];
      const off = distanceFrom(latest.value, latest.low, latest.high);
      return [{ ...latest, off, before: before?.value ?? null }];
    })
    .sort((a, b) => Number(a.off === 0) - Number(b.off === 0) || a.series.localeCompare(b.series));
}

const rounded = (value: number): string => String(Math.round(value * 1000) / 1000);

function rangeOf({ low, high }: RangeReading): string {
  if (low !== null && high !== null) return `${rounded(low)} to ${rounded(high)}`;
  if (low !== null) return `at least ${rounded(low)}`;
  return high === null ? 'any value' : `at most ${rounded(high)}`;
}

function changeOf({ value, before }: RangeState): string {
  if (before === null) return 'first reading';
  if (before === value) return 'unchanged';
  return `${value > before ? 'up' : 'down'} from ${rounded(before)}`;
}

export function describeRanges(states: readonly RangeState[]): FeatureReport {
  const outside = states.filter((state) => state.off !== 0);
  const first = outside[0];
  return {
    headline: first
      ? `${first.series} is ${first.off < 0 ? 'too low' : 'too high'}${outside.length > 1 ? `, and ${outside.length - 1} more` : ''}.`
      : states.length === 0
        ? 'Nothing is measured yet.'
        : 'Everything is within its range.',
    facts: [
      { label: 'Outside', value: String(outside.length) },
      { label: 'Within', value: String(states.length - outside.length) },
      {
        label: 'Last reading',
        value:
          states
            .map((state) => state.on)
            .sort()
            .at(-1) ?? 'None',
      },
    ],
    rows: states.map((state) => ({
      id: state.id,
      title: state.series,
      href: state.href,
      detail: `Should be ${rangeOf(state)}; ${changeOf(state)}, ${state.on}`,
      badge: rounded(state.value),
      tone: state.off === 0 ? 'good' : 'danger',
    })),
    empty: 'Add what is measured with its range, then the first reading.',
  };
}
