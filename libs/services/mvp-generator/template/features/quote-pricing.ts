import type { FeatureReport } from './feature-report';

export interface QuoteLine {
  id: string;
  title: string;
  href: string;
  /** What the line is part of. */
  quote: string;
  /** Minor units for one unit, or for an hour. */
  unitPrice: number;
  /** How many units, or hours. */
  quantity: number;
  isClosed: boolean;
}

export interface PricedQuote {
  quote: string;
  lines: (QuoteLine & { total: number })[];
  total: number;
}

/** Lines priced and added up for each quote, the largest first. Each line is rounded once, as on paper. */
export function priceQuotes(lines: readonly QuoteLine[]): PricedQuote[] {
  const quotes = new Map<string, PricedQuote>();
  for (const line of lines) {
    const quote = quotes.get(line.quote) ?? { quote: line.quote, lines: [], total: 0 };
    const total = Math.round(line.unitPrice * line.quantity);
    quote.lines.push({ ...line, total });
    quote.total += total;
    quotes.set(line.quote, quote);
  }
  return [...quotes.values()].sort((a, b) => b.total - a.total || a.quote.localeCompare(b.quote));
}

const MAX_LINES = 20;

export function describeQuotes(
  quotes: readonly PricedQuote[],
  money: (minorUnits: number) => string,
): FeatureReport {
  const lines = quotes.flatMap((quote) => quote.lines);
  const sum = (items: readonly { total: number }[]) =>
    items.reduce((total, item) => total + item.total, 0);
  const rounded = (quantity: number) => String(Math.round(quantity * 100) / 100);
  return {
    headline:
      lines.length === 0
        ? 'Nothing is priced yet.'
        : `${lines.length} ${lines.length === 1 ? 'line comes' : 'lines come'} to ${money(sum(lines))}.`,
    facts: [
      { label: 'Total', value: money(sum(lines)) },
      { label: 'Still open', value: money(sum(lines.filter((line) => !line.isClosed))) },
      { label: 'Average line', value: money(Math.round(sum(lines) / Math.max(1, lines.length))) },
    ],
    chart: {
      title: 'Total of each',
      kind: 'bars',
      points: quotes.map(({ quote, total }) => ({
        label: quote,
        value: total,
        text: money(total),
      })),
    },
    rows: lines
      .sort((a, b) => b.total - a.total || a.title.localeCompare(b.title))
      .slice(0, MAX_LINES)
      .map((line) => ({
        id: line.id,
        title: line.title,
        href: line.href,
        detail: `${rounded(line.quantity)} × ${money(line.unitPrice)}`,
        badge: money(line.total),
        tone: line.isClosed ? ('neutral' as const) : ('brand' as const),
      })),
    empty: 'Add a line with a price and a quantity.',
  };
}
