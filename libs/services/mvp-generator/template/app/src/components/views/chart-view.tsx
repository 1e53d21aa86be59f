import Link from 'next/link';
import { BarChart } from '@/components/bar-chart';
import { Card } from '@/components/ui/card';
import { cn } from '@/lib/class-names';
import {
  isAveraged,
  lineDomain,
  measureField,
  pointsByCategory,
  pointsOverTime,
  rangeOf,
  type PeriodPoint,
} from '@/lib/chart-data';
import { statusField, type BaseRow, type EntityDefinition } from '@/lib/entity';
import { formatDate, formatNumber, formatValue, type FormatContext } from '@/lib/format';
import { chartRanges, listHref, type ListQuery } from '@/lib/list-query';

// More dots than these run into each other.
const mostDots = 40;

/** The line itself, stretched to its card. Its figures stand beside it as text, which keeps its size on a phone. */
function Plot({ points, low, high }: { points: PeriodPoint[]; low: number; high: number }) {
  const placed = points.flatMap(({ label, value }, index) =>
    value === null
      ? []
      : [
          {
            label,
            x: (index / Math.max(1, points.length - 1)) * 100,
            y: (1 - (value - low) / (high - low)) * 100,
          },
        ],
  );
  const line = placed.map(({ x, y }) => `${x},${y}`).join(' ');
  return (
    <div className="relative mx-1 h-48" aria-hidden>
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="absolute inset-0 size-full overflow-visible"
        aria-hidden
        focusable="false"
      >
        {[0, 50, 100].map((y) => (
          <line
            key={y}
            x1="0"
            x2="100"
            y1={y}
            y2={y}
            stroke="var(--line)"
            vectorEffect="non-scaling-stroke"
          />
        ))}
        <polygon
          points={`${placed[0]?.x ?? 0},100 ${line} ${placed.at(-1)?.x ?? 0},100`}
          fill="var(--brand-soft)"
        />
        <polyline
          points={line}
          fill="none"
          stroke="var(--brand-text)"
          strokeWidth="2"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {placed.length <= mostDots
        ? placed.map(({ label, x, y }) => (
            <span
              key={label}
              className="absolute size-2 -translate-1/2 rounded-full bg-brand-text ring-2 ring-surface"
              style={{ left: `${x}%`, top: `${y}%` }}
            />
          ))
        : null}
    </div>
  );
}

function LineChart({
  points,
  title,
  show,
}: {
  points: PeriodPoint[];
  title: string;
  show: (value: number) => string;
}) {
  const known = points.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
  const { low, high } = lineDomain(known.length > 0 ? known.map(({ value }) => value) : [0]);
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{title}</figcaption>
      {known.length === 0 ? (
        <p className="mt-3 text-sm text-muted">Nothing was measured in these days.</p>
      ) : (
        <div className="mt-5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-xs text-muted">
          <div className="flex h-48 flex-col justify-between text-right tabular-nums" aria-hidden>
            {[high, (low + high) / 2, low].map((value) => (
              <span key={value} className="-my-2 leading-4">
                {show(value)}
              </span>
            ))}
          </div>
          <Plot points={points} low={low} high={high} />
          <p className="col-start-2 mt-3 flex justify-between gap-3">
            <span>{formatDate(points[0]?.label ?? '')}</span>
            <span>{formatDate(points.at(-1)?.label ?? '')}</span>
          </p>
        </div>
      )}
      <details className="mt-3 text-[13px]">
        <summary className="cursor-pointer text-muted hover:text-ink">Show the figures</summary>
        <table className="mt-2 w-full text-left">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="border-b border-line text-muted">
              <th scope="col" className="py-1 font-medium">
                From
              </th>
              <th scope="col" className="py-1 text-right font-medium">
                Value
              </th>
            </tr>
          </thead>
          <tbody>
            {known.map((point) => (
              <tr key={point.label} className="border-b border-line">
                <th scope="row" className="py-1 font-normal">
                  {formatDate(point.label)}
                </th>
                <td className="py-1 text-right tabular-nums">{show(point.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** The entity's own numbers over time and by category, drawn on the server. */
export function ChartView({
  entity,
  rows,
  context,
  query,
  today,
}: {
  entity: EntityDefinition;
  rows: BaseRow[];
  context: FormatContext;
  query: ListQuery;
  today: string;
}) {
  const measure = measureField(entity);
  const show = (value: number) => {
    const rounded = Math.round(value * 10) / 10;
    if (!measure || measure.kind === 'rating') return formatNumber(rounded);
    const whole = ['money', 'duration', 'integer'].includes(measure.kind);
    return formatValue(measure, whole ? Math.round(value) : rounded, context);
  };
  const name = measure
    ? `${measure.label}${isAveraged(measure) ? ', average' : ''}`
    : entity.labelPlural;
  const range = query.range ?? rangeOf(entity, rows, today, context.timeZone);
  const categories = pointsByCategory(entity, rows);
  const category = statusField(entity);
  return (
    <div className="space-y-5">
      <nav aria-label="Range" className="flex w-fit rounded-lg border border-line bg-subtle p-0.5">
        {chartRanges.map((days) => (
          <Link
            key={days}
            href={listHref(entity, query, { range: String(days) })}
            aria-current={range === days ? 'true' : undefined}
            className={cn(
              'rounded-md px-2.5 py-1 text-[13px] font-medium',
              range === days ? 'bg-surface shadow-xs' : 'text-muted hover:text-ink',
            )}
          >
            {days} days
          </Link>
        ))}
      </nav>
      <Card className="p-5">
        <LineChart
          title={`${name} over time`}
          points={pointsOverTime(entity, rows, range, today, context.timeZone)}
          show={show}
        />
      </Card>
      {categories.length > 0 ? (
        <Card className="p-5">
          <BarChart
            title={`${name} by ${category?.label.toLowerCase() ?? ''}`}
            bars={categories.map((point) => ({ ...point, text: show(point.value) }))}
          />
        </Card>
      ) : null}
    </div>
  );
}
