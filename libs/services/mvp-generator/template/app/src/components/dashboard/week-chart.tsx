import { formatDate, formatNumber } from '@/lib/format';
import type { Week } from '@/lib/week-points';

// About the width of the card on a phone, so that the text stays legible there.
const WIDTH = 340;
const HEIGHT = 150;
const BASE = HEIGHT - 22;
const TOP = 18;

const shortDate = (date: string) => formatDate(date).replace(/, \d{4}$/, '');

/** Columns for a run of weeks, drawn on the server. The figures stand above the columns and in a list for screen readers. */
export function WeekChart({ title, weeks }: { title: string; weeks: Week[] }) {
  const largest = Math.max(1, ...weeks.map((week) => week.count));
  const step = WIDTH / weeks.length;
  const width = Math.min(24, step * 0.62);
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="mt-4 h-auto w-full max-w-lg"
        aria-hidden
        focusable="false"
      >
        <line x1="0" x2={WIDTH} y1={BASE} y2={BASE} className="stroke-line-strong" />
        {weeks.map((week, index) => {
          const height = (week.count / largest) * (BASE - TOP);
          const middle = step * (index + 0.5);
          return (
            <g key={week.start}>
              <rect
                x={middle - width / 2}
                y={BASE - height}
                width={width}
                height={height}
                rx="3"
                className={week.isCurrent ? 'fill-brand-text' : 'fill-brand-line'}
              />
              {week.count > 0 ? (
                <text
                  x={middle}
                  y={BASE - height - 5}
                  textAnchor="middle"
                  fontSize="12"
                  className="fill-ink tabular-nums"
                >
                  {formatNumber(week.count)}
                </text>
              ) : null}
              {week.isCurrent || index === 0 ? (
                <text
                  x={index === 0 ? middle - width / 2 : middle}
                  y={HEIGHT - 5}
                  textAnchor={index === 0 ? 'start' : 'middle'}
                  fontSize="12"
                  className="fill-muted"
                >
                  {week.isCurrent ? 'This week' : shortDate(week.start)}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
      <ul className="sr-only">
        {weeks.map((week) => (
          <li key={week.start}>{`Week of ${formatDate(week.start)}: ${week.count}`}</li>
        ))}
      </ul>
    </figure>
  );
}
