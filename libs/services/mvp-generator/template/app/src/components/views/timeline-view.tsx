import Link from 'next/link';
import { Badge, Card, toneOf } from '@/components/ui/card';
import {
  statusField,
  valueOf,
  type BaseRow,
  type EntityDefinition,
  type FieldDefinition,
} from '@/lib/entity';
import { formatDate, formatValue, titleOf, type FormatContext } from '@/lib/format';
import { dateIn } from '@/lib/time';

/** Newest first, in groups of a day. */
export function TimelineView({
  entity,
  rows,
  context,
  field,
}: {
  entity: EntityDefinition;
  rows: BaseRow[];
  context: FormatContext;
  field: FieldDefinition | undefined;
}) {
  const status = statusField(entity);
  const text = entity.fields.find((candidate) => candidate.kind === 'long_text');
  const instant = (row: BaseRow) => String((field && valueOf(row, field.name)) || row.created_at);
  const days = new Map<string, BaseRow[]>();
  for (const row of [...rows].sort((a, b) => instant(b).localeCompare(instant(a)))) {
    const value = instant(row);
    const day = value.length > 10 ? dateIn(value, context.timeZone) : value;
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return (
    <ol className="space-y-6">
      {[...days].map(([day, items]) => (
        <li
          key={day}
          className="relative border-l border-line pl-5 before:absolute before:top-1.5 before:-left-[4.5px] before:size-2 before:rounded-full before:bg-brand"
        >
          <h2 className="text-[13px] font-medium text-muted">
            <time dateTime={day}>{formatDate(day)}</time>
          </h2>
          <ul className="mt-2 space-y-2">
            {items.map((row) => (
              <li key={row.id}>
                <Card className="px-4 py-3">
                  <div className="flex items-start justify-between gap-3">
                    <Link
                      href={`${entity.route}/${row.id}`}
                      className="min-w-0 text-sm font-medium break-words hover:underline"
                    >
                      {titleOf(entity, row, context)}
                    </Link>
                    {status && valueOf(row, status.name) ? (
                      <Badge tone={toneOf(valueOf(row, status.name))}>
                        {formatValue(status, valueOf(row, status.name), context)}
                      </Badge>
                    ) : null}
                  </div>
                  {text && valueOf(row, text.name) ? (
                    <p className="mt-1 line-clamp-3 text-sm break-words text-muted">
                      {String(valueOf(row, text.name))}
                    </p>
                  ) : null}
                </Card>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
