import type { FeatureReport } from './feature-report';

export interface Measurement {
  id: string;
  title: string;
  href: string;
  /** What is measured: rows of one series are compared with each other. */
  series: string;
  value: number;
  /** Calendar date, YYYY-MM-DD. */
  on: string;
}

export interface SeriesTrend {
  series: string;
  count: number;
  latest: Measurement;
  average: number;
  lowest: number;
  highest: number;
  /** Average of the newer half minus average of the older half; 0 with fewer than two. */
  change: number;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const round = (value: number): number => Math.round(value * 10) / 10;

/** Where each series stands and where it is going. */
export function computeTrends(measurements: readonly Measurement[]): SeriesTrend[] {
  const groups = new Map<string, Measurement[]>();
  for (const item of measurements)
    groups.set(item.series, [...(groups.get(item.series) ?? []), item]);
  return [...groups]
    .map(([series, items]) => {
      const sorted = [...items].sort((a, b) => a.on.localeCompare(b.on));
      const values = sorted.map((item) => item.value);
      const half = Math.floor(values.length / 2);
      const change =
        half === 0 ? 0 : round(mean(values.slice(-half)) - mean(values.slice(0, half)));
      return {
        series,
        count: values.length,
        latest: sorted.at(-1)!,
        average: round(mean(values)),
        lowest: Math.min(...values),
        highest: Math.max(...values),
        change,
      };
    })
    .sort((a, b) => b.count - a.count || a.series.localeCompare(b.series));
}

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value));

export function describeTrends(trends: readonly SeriesTrend[]): FeatureReport {
  return {
    headline:
      trends.length === 0
        ? 'Nothing is measured yet.'
        : `${trends.filter((trend) => trend.change > 0).length} rising, ${trends.filter((trend) => trend.change < 0).length} falling.`,
    facts: [
      { label: 'Series', value: String(trends.length) },
      { label: 'Entries', value: String(trends.reduce((sum, trend) => sum + trend.count, 0)) },
    ],
    rows: trends.map((trend) => ({
      id: trend.latest.id,
      title: trend.series,
      href: trend.latest.href,
      detail: `Latest ${trend.latest.value}, average ${trend.average}, from ${trend.lowest} to ${trend.highest}`,
      badge: signed(trend.change),
      tone: trend.change === 0 ? 'neutral' : 'brand',
    })),
    empty: 'Trends appear with the first entries.',
  };
}
