import Link from 'next/link';
import { CalendarAgenda } from './calendar-agenda';
import { Icon } from '@/components/icon';
import { buttonClass } from '@/components/ui/button';
import { Card, toneClass, toneOf } from '@/components/ui/card';
import { cn } from '@/lib/class-names';
import {
  statusField,
  valueOf,
  type BaseRow,
  type EntityDefinition,
  type FieldDefinition,
} from '@/lib/entity';
import { titleOf, type FormatContext } from '@/lib/format';
import { listHref, type ListQuery } from '@/lib/list-query';
import { addDays, addMonths, dateIn, toWallClock, weeksOf } from '@/lib/time';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const monthName = (month: string) =>
  new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

export function CalendarView({
  entity,
  rows,
  context,
  field,
  query,
  today,
}: {
  entity: EntityDefinition;
  rows: BaseRow[];
  context: FormatContext;
  field: FieldDefinition;
  query: ListQuery;
  today: string;
}) {
  const status = statusField(entity);
  const byDay = Map.groupBy
    ? Map.groupBy(rows, (row) => dayOf(row))
    : rows.reduce(
        (map, row) => map.set(dayOf(row), [...(map.get(dayOf(row)) ?? []), row]),
        new Map<string, BaseRow[]>(),
      );
  function dayOf(row: BaseRow): string {
    const value = valueOf(row, field.name);
    if (typeof value !== 'string') return '';
    return field.kind === 'datetime' ? dateIn(value, context.timeZone) : value.slice(0, 10);
  }
  const timeOf = (row: BaseRow) =>
    field.kind === 'datetime'
      ? toWallClock(String(valueOf(row, field.name)), context.timeZone).slice(11)
      : '';
  const weeks = weeksOf(query.week ? query.week.slice(0, 7) : query.month);
  const shown = query.week ? weeks.filter((week) => week.includes(query.week)) : weeks;
  const step = (count: number) =>
    query.week
      ? { week: addDays(query.week, count * 7) }
      : { month: addMonths(query.month, count) };
  const unit = query.week ? 'Week' : 'Month';
  const most = query.week ? 50 : 3;
  return (
    <Card className="overflow-hidden">
      <div className="flex items-center justify-between gap-2 border-b border-line px-4 py-2.5">
        <h2 className="text-sm font-semibold">
          {monthName(query.week ? query.week.slice(0, 7) : query.month)}
        </h2>
        <div className="flex gap-1">
          <Link
            href={listHref(entity, query, step(-1))}
            aria-label={`${unit} before`}
            className={buttonClass('ghost', 'sm', 'px-1.5')}
          >
            <Icon name="chevron-left" className="size-4" />
          </Link>
          <Link
            href={listHref(
              entity,
              query,
              query.week
                ? { month: query.week.slice(0, 7) }
                : { week: today.startsWith(query.month) ? today : `${query.month}-01` },
            )}
            className={buttonClass('ghost', 'sm')}
          >
            {query.week ? 'Month view' : 'Week view'}
          </Link>
          <Link
            href={listHref(entity, query, query.week ? { week: today } : {})}
            className={buttonClass('ghost', 'sm')}
          >
            Today
          </Link>
          <Link
            href={listHref(entity, query, step(1))}
            aria-label={`${unit} after`}
            className={buttonClass('ghost', 'sm', 'px-1.5')}
          >
            <Icon name="chevron-right" className="size-4" />
          </Link>
        </div>
      </div>
      <table className="w-full table-fixed border-collapse text-left text-[13px]">
        <thead>
          <tr>
            {weekdays.map((day) => (
              <th
                key={day}
                scope="col"
                className="border-b border-line px-1.5 py-2 text-xs font-medium text-muted sm:px-2.5"
              >
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const items = byDay.get(day) ?? [];
                return (
                  <td
                    key={day}
                    className={cn(
                      'h-12 border-b border-line p-1 align-top not-last:border-r sm:h-28 sm:p-1.5',
                      !query.week && !day.startsWith(query.month) && 'bg-subtle',
                    )}
                  >
                    <time
                      dateTime={day}
                      className={cn(
                        'inline-grid size-6 place-items-center rounded-full text-xs tabular-nums',
                        day === today ? 'bg-brand font-semibold text-on-brand' : 'text-muted',
                      )}
                    >
                      {Number(day.slice(8))}
                    </time>
                    {items.length > 0 ? (
                      <span
                        className="mx-auto mt-1 block size-1.5 rounded-full bg-brand sm:hidden"
                        aria-hidden
                      />
                    ) : null}
                    <ul className="mt-0.5 hidden space-y-1 sm:block">
                      {items.slice(0, most).map((row) => (
                        <li key={row.id}>
                          <Link
                            href={`${entity.route}/${row.id}`}
                            title={`${timeOf(row)} ${titleOf(entity, row, context)}`.trim()}
                            className={cn(
                              'block truncate rounded-md px-1.5 py-0.5 text-xs hover:underline',
                              toneClass(status ? toneOf(valueOf(row, status.name)) : 'neutral'),
                            )}
                          >
                            {timeOf(row) ? (
                              <span className="tabular-nums">{timeOf(row)} </span>
                            ) : null}
                            {titleOf(entity, row, context)}
                          </Link>
                        </li>
                      ))}
                    </ul>
                    {items.length > most ? (
                      <p className="mt-0.5 hidden px-1 text-xs text-muted sm:block">
                        {items.length - most} more
                      </p>
                    ) : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <CalendarAgenda
        entity={entity}
        context={context}
        days={shown
          .flat()
          .filter((day) => query.week || day.startsWith(query.month))
          .map((day) => ({ day, rows: byDay.get(day) ?? [] }))}
        timeOf={timeOf}
      />
    </Card>
  );
}
