'use client';
import type { Competitor, Evidence, Positioning } from '@hatchr/contracts';
import { Card } from '@/components/ui/card';
import { Popover, PopoverTrigger } from '@/components/ui/popover';
import { cn } from '@/lib/class-names';
import { EvidenceList } from './evidence-popover';
import { separateDots } from './separate-dots';

interface PositioningMapProps {
  positioning: Positioning;
  competitors: Competitor[];
  evidence: Map<string, Evidence>;
}

type Point = Positioning['points'][number];
type Area = Positioning['openAreas'][number];

/**
 * Competitors on the two axes that the data spreads them on: a picture for the eye, and beside it the same as a list
 * with the values behind each place.
 */
export function PositioningMap({ positioning, competitors, evidence }: PositioningMapProps) {
  const { x, y, points, openAreas, notPlaced } = positioning;
  const names = new Map(competitors.map(({ id, name }) => [id, name]));
  const dots = separateDots(points);
  const isMoved = dots.some((dot, index) => dot.x !== points[index]?.x);
  const nameOf = (id: string): string => names.get(id) ?? id;
  return (
    <Card className="grid grid-cols-1 gap-6 p-5 md:grid-cols-[minmax(0,28rem)_minmax(0,1fr)]">
      <figure>
        <div className="flex gap-2">
          <Ends
            className="flex-col-reverse [&_span]:rotate-180 [&_span]:[writing-mode:vertical-rl]"
            low={y.low}
            high={y.high}
          />
          <div className="relative aspect-square flex-1 rounded-md border border-line bg-sunken">
            {openAreas.map((area) => (
              <OpenArea key={`${area.x} ${area.y}`} area={area} />
            ))}
            <span aria-hidden className="absolute inset-x-0 top-1/2 h-px bg-line" />
            <span aria-hidden className="absolute inset-y-0 start-1/2 w-px bg-line" />
            {dots.map((point, index) => (
              <Dot
                key={point.competitorId}
                number={index + 1}
                name={nameOf(point.competitorId)}
                point={point}
                items={point.evidenceIds.flatMap((id) => evidence.get(id) ?? [])}
              />
            ))}
          </div>
        </div>
        <Ends className="ms-7 mt-2" low={x.low} high={x.high} />
        <figcaption className="mt-3 text-[13px] text-ink-faint">
          Across: {x.label}. Up: {y.label}.{' '}
          {isMoved && 'Products at one place are drawn side by side. '}
          Your own place is yours to choose.
        </figcaption>
      </figure>
      <div className="text-sm">
        <ol className="space-y-2.5">
          {points.map((point, index) => (
            <li key={point.competitorId} className="flex gap-3">
              <span className="tabular grid size-6 shrink-0 place-items-center rounded-full bg-shell-tint text-[13px] font-medium text-shell-strong">
                {index + 1}
              </span>
              <span className="min-w-0">
                <span className="font-medium wrap-anywhere" dir="auto">
                  {nameOf(point.competitorId)}
                </span>
                <span className="block text-[13px] text-ink-soft">
                  {point.xValue} · {point.yValue}
                </span>
              </span>
            </li>
          ))}
        </ol>
        {openAreas.length > 0 && (
          <ul className="mt-5 space-y-1.5 border-s-2 border-yolk-line ps-3 text-ink-soft">
            {openAreas.map(({ statement }) => (
              <li key={statement}>{statement}</li>
            ))}
          </ul>
        )}
        {notPlaced.length > 0 && (
          <p className="mt-4 text-[13px] wrap-anywhere text-ink-faint">
            Not placed, since too little is known: {notPlaced.map(nameOf).join(', ')}.
          </p>
        )}
      </div>
    </Card>
  );
}

function Ends({ low, high, className }: { low: string; high: string; className: string }) {
  return (
    <div
      aria-hidden
      className={cn('flex justify-between gap-4 text-[13px] text-ink-faint', className)}
    >
      <span>{low}</span>
      <span>{high}</span>
    </div>
  );
}

/** A quarter in which nobody stands. */
function OpenArea({ area }: { area: Area }) {
  return (
    <span
      aria-hidden
      className="absolute size-1/2 rounded-md border border-dashed border-yolk-line bg-yolk-tint"
      style={{
        insetInlineStart: area.x === 'low' ? 0 : '50%',
        bottom: area.y === 'low' ? 0 : '50%',
      }}
    />
  );
}

interface DotProps {
  number: number;
  name: string;
  point: Point;
  items: Evidence[];
}

// Room for a dot at either end, so that none is cut by the frame.
const inset = (share: number): string => `${(5 + 90 * share).toFixed(2)}%`;

function Dot({ number, name, point, items }: DotProps) {
  return (
    <Popover>
      <PopoverTrigger asChild>
        <button
          type="button"
          aria-label={`${String(number)}, ${name}: ${point.xValue}, ${point.yValue}. Show the sources`}
          className="tabular absolute -ms-3.5 -mb-3.5 grid size-7 place-items-center rounded-full border-2 border-surface bg-shell text-[13px] font-semibold text-surface shadow-card"
          style={{ insetInlineStart: inset(point.x), bottom: inset(point.y) }}
        >
          {number}
        </button>
      </PopoverTrigger>
      <EvidenceList about={name} items={items} />
    </Popover>
  );
}
