import Link from 'next/link';
import { BarChart } from '@/components/bar-chart';
import { Card } from '@/components/ui/card';
import { cn } from '@/lib/class-names';
import {
  isAveraged,
  measureField,
  pointsByCategory,
  pointsOverTime,
  type Point,
} from '@/lib/chart-data';
import { statusField, type BaseRow, type EntityDefinition } from '@/lib/entity';
import { formatDate, formatNumber, formatValue, type FormatContext } from '@/lib/format';
import { chartRanges, listHref, type ListQuery } from '@/lib/list-query';

const width = 720;
const height = 220;
const left = 8;
const bottom = 24;

function LineChart({
  points,
  title,
  show,
}: {
  points: Point[];
  title: string;
  show: (value: number) => string;
}) {
  const largest = Math.max(...points.map((point) => point.value), 1);
  const x = (index: number) => left + (index * (width - 2 * left)) / Math.max(1, points.length - 1);
  const y = (value: number) => 18 + (1 - value / largest) * (height - bottom - 18);
  const line = points.map((point, index) => `${x(index)},${y(point.value)}`).join(' ');
  const base = height - bottom;
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{title}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="mt-4 h-auto w-full"
        aria-hidden="true"
        focusable="false"
      >
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line
              x1={left}
              x2={width - left}
              y1={y(largest * share)}
              y2={y(largest * share)}
              stroke="var(--line)"
            />
            <text x={left} y={y(largest * share) - 4} fontSize="12" fill="var(--muted)">
              {show(largest * share)}
            </text>
          </g>
        ))}
        <polygon
          points={`${x(0)},${base} ${line} ${x(points.length - 1)},${base}`}
          fill="var(--brand-soft)"
        />
        <polyline
          points={line}
          fill="none"
          stroke="var(--brand-text)"
          strokeWidth="2"
          strokeLinejoin="round"
        />
        {points.map((point, index) => (
          <circle
            key={point.label}
            cx={x(index)}
            cy={y(point.value)}
            r="3"
            fill="var(--brand-text)"
          />
        ))}
        <text x={left} y={height - 6} fontSize="12" fill="var(--muted)">
          {formatDate(points[0]?.label ?? '')}
        </text>
        <text x={width - left} y={height - 6} fontSize="12" textAnchor="end" fill="var(--muted)">
          {formatDate(points.at(-1)?.label ?? '')}
        </text>
      </svg>
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
            {points.map((point) => (
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
  const categories = pointsByCategory(entity, rows);
  const category = statusField(entity);
  return (
    <div className="space-y-5">
      <nav aria-label="Range" className="flex w-fit rounded-lg border border-line bg-subtle p-0.5">
        {chartRanges.map((days) => (
          <Link
            key={days}
            href={listHref(entity, query, { range: String(days) })}
            aria-current={query.range === days ? 'true' : undefined}
            className={cn(
              'rounded-md px-2.5 py-1 text-[13px] font-medium',
              query.range === days ? 'bg-surface shadow-xs' : 'text-muted hover:text-ink',
            )}
          >
            {days} days
          </Link>
        ))}
      </nav>
      <Card className="p-5">
        <LineChart
          title={`${name} over time`}
          points={pointsOverTime(entity, rows, query.range, today, context.timeZone)}
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
