import Link from 'next/link';
import type { BaseRow, EntityDefinition } from '@/lib/entity';
import { formatDate, titleOf, type FormatContext } from '@/lib/format';

/** The days of a calendar as a list, on screens where a cell is too narrow for words. */
export function CalendarAgenda({
  entity,
  context,
  days,
  timeOf,
}: {
  entity: EntityDefinition;
  context: FormatContext;
  days: { day: string; rows: BaseRow[] }[];
  timeOf: (row: BaseRow) => string;
}) {
  const filled = days.filter(({ rows }) => rows.length > 0);
  return (
    <ul className="divide-y divide-line sm:hidden">
      {filled.flatMap(({ day, rows }) =>
        rows.map((row) => (
          <li key={row.id} className="flex items-baseline gap-3 px-4 py-3 text-sm">
            <span className="w-28 shrink-0 text-[13px] text-muted tabular-nums">
              {formatDate(day).replace(/, \d{4}$/, '')} {timeOf(row)}
            </span>
            <Link
              href={`${entity.route}/${row.id}`}
              className="min-w-0 truncate font-medium hover:underline"
            >
              {titleOf(entity, row, context)}
            </Link>
          </li>
        )),
      )}
      {filled.length === 0 ? (
        <li className="px-4 py-6 text-center text-sm text-muted">Nothing here.</li>
      ) : null}
    </ul>
  );
}
