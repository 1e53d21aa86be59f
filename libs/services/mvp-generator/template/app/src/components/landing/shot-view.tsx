import { Board, Calendar, Gallery } from './shot-grids';
import { Badge, toneOf } from '@/components/ui/card';
import { cn } from '@/lib/class-names';
import type { Shot } from '@/product';

type Row = Shot['rows'][number];

function Status({ shot, row }: { shot: Shot; row: Row }) {
  const label = shot.statuses.find(({ value }) => value === row.status)?.label;
  return label ? <Badge tone={toneOf(row.status)}>{label}</Badge> : null;
}

function Table({ shot, count, cells }: { shot: Shot; count: number; cells: number }) {
  return (
    <div className="overflow-hidden rounded-lg border border-line text-[13px]">
      <div className="flex gap-3 border-b border-line bg-subtle px-3 py-2 text-xs text-muted">
        {shot.columns.slice(0, cells + 1).map((label, index) => (
          <span
            key={index}
            className={cn('min-w-0 flex-1 truncate', index > 1 && 'hidden sm:block')}
          >
            {label}
          </span>
        ))}
        {shot.statuses.length > 0 ? <span className="w-24 shrink-0" /> : null}
      </div>
      {shot.rows.slice(0, count).map((row, index) => (
        <div
          key={index}
          className="flex items-center gap-3 border-b border-line px-3 py-2.5 last:border-0"
        >
          <span className="min-w-0 flex-1 truncate font-medium">{row.title}</span>
          {row.cells.slice(0, cells).map((cell, column) => (
            <span
              key={column}
              className={cn(
                'min-w-0 flex-1 truncate text-muted tabular-nums',
                column > 0 && 'hidden sm:block',
              )}
            >
              {cell}
            </span>
          ))}
          {shot.statuses.length > 0 ? (
            <span className="w-24 shrink-0 overflow-hidden text-right">
              <Status shot={shot} row={row} />
            </span>
          ) : null}
        </div>
      ))}
    </div>
  );
}

function Timeline({ shot, count }: { shot: Shot; count: number }) {
  const rows = [...shot.rows].sort((a, b) => b.day - a.day);
  return (
    <div className="space-y-2.5 border-l-2 border-line pl-4 text-[13px]">
      {rows.slice(0, count).map((row, index) => (
        <div key={index} className="relative rounded-lg border border-line px-3 py-2">
          <span className="absolute top-3 -left-[21px] size-2 rounded-full bg-brand" />
          <div className="flex items-center justify-between gap-3">
            <span className="min-w-0 truncate font-medium">{row.title}</span>
            <Status shot={shot} row={row} />
          </div>
          <div className="mt-0.5 truncate text-xs text-muted">
            {row.cells.filter(Boolean).join(' · ')}
          </div>
        </div>
      ))}
    </div>
  );
}

function Thread({ shot, count }: { shot: Shot; count: number }) {
  return (
    <div className="space-y-2.5 text-[13px]">
      {shot.rows.slice(0, count).map((row, index) => (
        <div
          key={index}
          className={cn(
            'w-4/5 rounded-xl px-3.5 py-2.5',
            index % 2 === 0 ? 'bg-subtle' : 'ml-auto bg-brand-soft',
          )}
        >
          <div className="truncate text-xs font-medium text-muted">{row.title}</div>
          <div className="mt-0.5 line-clamp-2">{row.text || row.cells.find(Boolean)}</div>
        </div>
      ))}
    </div>
  );
}

function Chart({ shot }: { shot: Shot }) {
  const rows = [...shot.rows].sort((a, b) => a.day - b.day);
  const largest = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <div className="flex h-40 items-end gap-2.5 border-b border-line-strong px-2">
      {rows.map((row, index) => (
        <div
          key={index}
          className={cn(
            'flex-1 rounded-t',
            index === rows.length - 1 ? 'bg-brand' : 'bg-brand-line',
          )}
          style={{ height: `${Math.max(6, (row.value / largest) * 100)}%` }}
        />
      ))}
    </div>
  );
}

/** The view of one list as the app draws it, in small. */
export function ShotView({ shot, size }: { shot: Shot; size: 'large' | 'small' }) {
  const isLarge = size === 'large';
  switch (shot.view) {
    case 'board':
      return <Board shot={shot} count={isLarge ? 4 : 3} />;
    case 'calendar':
      return <Calendar shot={shot} weeks={isLarge ? 3 : 2} />;
    case 'gallery':
      return <Gallery shot={shot} count={6} />;
    case 'timeline':
      return <Timeline shot={shot} count={isLarge ? 5 : 3} />;
    case 'thread':
      return <Thread shot={shot} count={isLarge ? 5 : 3} />;
    case 'chart':
      return <Chart shot={shot} />;
    case 'table':
      return <Table shot={shot} count={isLarge ? 6 : 4} cells={isLarge ? 3 : 2} />;
  }
}
