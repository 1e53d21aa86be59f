import { Icon } from '@/components/icon';
import { Badge, toneOf } from '@/components/ui/card';
import { cn } from '@/lib/class-names';
import type { Shot } from '@/product';

export function Board({ shot, count }: { shot: Shot; count: number }) {
  return (
    <div className="flex gap-2.5 overflow-hidden">
      {shot.statuses.slice(0, count).map((status) => (
        <div key={status.value} className="min-w-36 flex-1 rounded-lg bg-subtle p-2">
          <Badge tone={toneOf(status.value)}>{status.label}</Badge>
          <div className="mt-2 space-y-2">
            {shot.rows
              .filter((row) => row.status === status.value)
              .slice(0, 3)
              .map((row, index) => (
                <div key={index} className="rounded-md border border-line bg-surface p-2.5 text-xs">
                  <div className="truncate font-medium">{row.title}</div>
                  <div className="mt-1 truncate text-muted">{row.cells.find(Boolean)}</div>
                </div>
              ))}
          </div>
        </div>
      ))}
    </div>
  );
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** Three weeks with the middle one as this week, so that every row of the demo has its day. */
export function Calendar({ shot, weeks }: { shot: Shot; weeks: number }) {
  const first = weeks > 1 ? -9 : -2;
  return (
    <div className="grid grid-cols-7 overflow-hidden rounded-lg border border-line text-xs">
      {weekdays.map((name) => (
        <div key={name} className="border-b border-line bg-subtle px-2 py-1.5 text-muted">
          {name}
        </div>
      ))}
      {Array.from({ length: weeks * 7 }, (_, index) => {
        const rows = shot.rows.filter((row) => row.day === first + index);
        return (
          <div
            key={index}
            className={cn(
              'h-[4.5rem] min-w-0 space-y-1 border-line p-1',
              index % 7 > 0 && 'border-l',
              index >= 7 && 'border-t',
              first + index === 0 && 'bg-brand-soft/50',
            )}
          >
            {rows.slice(0, 2).map((row, at) => (
              <div
                key={at}
                className="truncate rounded bg-brand-soft px-1.5 py-0.5 text-[11px] font-medium text-brand-text"
              >
                {row.title}
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}

export function Gallery({ shot, count }: { shot: Shot; count: number }) {
  return (
    <div className="grid grid-cols-2 gap-2.5 sm:grid-cols-3">
      {shot.rows.slice(0, count).map((row, index) => (
        <div key={index} className="overflow-hidden rounded-lg border border-line text-xs">
          <div className="grid h-14 place-items-center bg-[linear-gradient(135deg,var(--brand-soft),var(--subtle))] text-brand-text">
            <Icon name={shot.icon} className="size-5" />
          </div>
          <div className="p-2.5">
            <div className="truncate font-medium">{row.title}</div>
            <div className="mt-0.5 truncate text-muted">{row.cells.find(Boolean)}</div>
          </div>
        </div>
      ))}
    </div>
  );
}
