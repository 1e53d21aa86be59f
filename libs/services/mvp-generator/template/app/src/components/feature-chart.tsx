import type { FeatureChart as Chart } from '@/features/feature-report';
import { lineDomain } from '@/lib/chart-data';

const WIDTH = 600;
const HEIGHT = 140;
const MAX_BARS = 8;

function Line({ points }: { points: Chart['points'] }) {
  const values = points.map((point) => point.value);
  const { low, high } = lineDomain(values);
  const place = (value: number, index: number) =>
    [
      (index / Math.max(1, points.length - 1)) * (WIDTH - 12) + 6,
      HEIGHT - 6 - ((value - low) / (high - low)) * (HEIGHT - 12),
    ] as const;
  const path = values.map((value, index) => place(value, index).join(',')).join(' ');
  return (
    <>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="mt-3 h-28 w-full"
        preserveAspectRatio="none"
        aria-hidden
      >
        <polyline
          points={path}
          className="fill-none stroke-brand"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
          strokeLinejoin="round"
        />
      </svg>
      <p className="mt-1 flex justify-between gap-4 text-[13px] text-muted tabular-nums">
        <span>
          {points[0]?.label}: {points[0]?.text}
        </span>
        <span>
          {points.at(-1)?.label}: {points.at(-1)?.text}
        </span>
      </p>
      <ul className="sr-only">
        {points.map((point) => (
          <li key={point.label}>{`${point.label}: ${point.text}`}</li>
        ))}
      </ul>
    </>
  );
}

function Bars({ points }: { points: Chart['points'] }) {
  const largest = Math.max(1, ...points.map((point) => Math.abs(point.value)));
  return (
    <ul className="mt-3 space-y-2.5">
      {points.slice(0, MAX_BARS).map((point) => (
        <li key={point.label} className="text-[13px]">
          <div className="flex justify-between gap-3">
            <span className="min-w-0 truncate text-muted">{point.label}</span>
            <span className="tabular-nums">{point.text}</span>
          </div>
          <svg
            viewBox="0 0 100 4"
            className="mt-1 h-1.5 w-full"
            preserveAspectRatio="none"
            aria-hidden
          >
            <rect width="100" height="4" className="fill-subtle" />
            <rect
              width={(Math.abs(point.value) / largest) * 100}
              height="4"
              className="fill-brand"
            />
          </svg>
        </li>
      ))}
    </ul>
  );
}

/** A small drawing of a report's figures; every figure is in the text too. */
export function FeatureChart({ chart }: { chart: Chart }) {
  if (chart.points.length === 0) return null;
  return (
    <figure className="border-b border-line p-5">
      <figcaption className="text-sm font-medium">{chart.title}</figcaption>
      {chart.kind === 'line' && chart.points.length > 1 ? (
        <Line points={chart.points} />
      ) : (
        <Bars points={chart.points} />
      )}
    </figure>
  );
}
