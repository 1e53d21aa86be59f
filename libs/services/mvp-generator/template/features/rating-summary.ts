import type { FeatureReport } from './feature-report';

export interface Rated {
  id: string;
  title: string;
  href: string;
  /** 1 to `best`. */
  rating: number;
  text: string;
}

export interface RatingSummary {
  count: number;
  average: number;
  /** How many gave each rating, the best first. */
  spread: { rating: number; count: number }[];
  /** The lowest ones, which are worth an answer first. */
  toAnswer: Rated[];
}

// Two of five and below is a complaint, not an opinion.
const COMPLAINT = 2;

export function summariseRatings(items: readonly Rated[], best = 5): RatingSummary {
  const sum = items.reduce((total, item) => total + item.rating, 0);
  return {
    count: items.length,
    average: items.length === 0 ? 0 : Math.round((sum / items.length) * 10) / 10,
    spread: Array.from({ length: best }, (_, index) => best - index).map((rating) => ({
      rating,
      count: items.filter((item) => item.rating === rating).length,
    })),
    toAnswer: items
      .filter((item) => item.rating <= COMPLAINT)
      .sort((a, b) => a.rating - b.rating || a.title.localeCompare(b.title)),
  };
}

export function describeRatings(summary: RatingSummary): FeatureReport {
  return {
    headline:
      summary.count === 0
        ? 'No rating yet.'
        : summary.toAnswer.length === 0
          ? 'No rating needs an answer.'
          : `${summary.toAnswer.length} low ${summary.toAnswer.length === 1 ? 'rating needs' : 'ratings need'} an answer.`,
    facts: [
      { label: 'Average', value: summary.average.toFixed(1) },
      ...summary.spread.map(({ rating, count }) => ({
        label: `${rating} of ${summary.spread.length}`,
        value: String(count),
      })),
    ],
    rows: summary.toAnswer.map((item) => ({
      id: item.id,
      title: item.title,
      href: item.href,
      detail: item.text,
      badge: `${item.rating} of ${summary.spread.length}`,
      tone: 'danger',
    })),
    empty: 'Low ratings appear here first.',
  };
}
