import Link from 'next/link';
import { Icon } from '@/components/icon';
import { FileLink } from '@/components/records/file-link';
import { Badge, toneOf } from '@/components/ui/card';
import { cn } from '@/lib/class-names';
import { valueOf, type BaseRow, type EntityDefinition, type FieldDefinition } from '@/lib/entity';
import { formatValue, titleOf, type FormatContext } from '@/lib/format';
import { listHref, type ListQuery } from '@/lib/list-query';

/** Beside the title the fields that say most at a glance; long text is left to the detail page. */
function columnsOf(entity: EntityDefinition, most: number): FieldDefinition[] {
  const rest = entity.fields.filter(
    (field) =>
      field.name !== entity.titleField && !['long_text', 'url', 'address'].includes(field.kind),
  );
  const rank = (field: FieldDefinition) =>
    ['enum', 'relation', 'datetime', 'date', 'money'].includes(field.kind) ? 0 : 1;
  const chosen = new Set([...rest].sort((a, b) => rank(a) - rank(b)).slice(0, most));
  return rest.filter((field) => chosen.has(field));
}

const isNumeric = (field: FieldDefinition) =>
  ['integer', 'decimal', 'money', 'duration'].includes(field.kind);

export function Cell({
  field,
  value,
  context,
}: {
  field: FieldDefinition;
  value: unknown;
  context: FormatContext;
}) {
  const file = field.kind === 'file' ? context.files?.get(String(value)) : undefined;
  if (file) return <FileLink file={file} />;
  const text = formatValue(field, value, context);
  return field.kind === 'enum' && value ? <Badge tone={toneOf(value)}>{text}</Badge> : text;
}

export function RecordTable({
  entity,
  rows,
  context,
  query,
  maxColumns = 4,
}: {
  entity: EntityDefinition;
  rows: BaseRow[];
  context: FormatContext;
  query?: ListQuery;
  /** Columns beside the title. */
  maxColumns?: number;
}) {
  const columns = columnsOf(entity, maxColumns);
  const titleField = entity.fields.find((field) => field.name === entity.titleField);
  const head = (field: FieldDefinition) => {
    // Which file comes before another says nothing.
    if (!query || field.kind === 'file') return field.label;
    const isSorted = query.sort?.column === field.name;
    const next = isSorted && query.sort?.ascending ? 'desc' : 'asc';
    return (
      <Link
        href={listHref(entity, query, { sort: `${field.name}.${next}` })}
        className="inline-flex items-center gap-1 hover:text-ink"
      >
        {field.label}
        {isSorted ? (
          <Icon
            name={query.sort?.ascending ? 'chevron-right' : 'chevron-left'}
            className={cn('size-3 rotate-90')}
          />
        ) : null}
      </Link>
    );
  };
  const sortState = (field: FieldDefinition) =>
    query?.sort?.column === field.name
      ? query.sort.ascending
        ? 'ascending'
        : 'descending'
      : undefined;
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left text-sm">
        <thead>
          <tr className="border-b border-line text-[13px] text-muted">
            {titleField ? (
              <th scope="col" aria-sort={sortState(titleField)} className="px-4 py-2.5 font-medium">
                {head(titleField)}
              </th>
            ) : null}
            {columns.map((field, index) => (
              <th
                key={field.name}
                scope="col"
                aria-sort={sortState(field)}
                className={cn(
                  'px-4 py-2.5 font-medium',
                  isNumeric(field) && 'text-right',
                  index > 0 && 'hidden md:table-cell',
                )}
              >
                {head(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={row.id} className="transition-colors hover:bg-subtle">
              <td className="max-w-64 truncate px-4 py-2.5 font-medium">
                <Link className="hover:underline" href={`${entity.route}/${row.id}`}>
                  {titleOf(entity, row, context)}
                </Link>
              </td>
              {columns.map((field, index) => (
                <td
                  key={field.name}
                  className={cn(
                    'max-w-56 truncate px-4 py-2.5 text-muted',
                    isNumeric(field) && 'text-right tabular-nums',
                    index > 0 && 'hidden md:table-cell',
                  )}
                >
                  <Cell field={field} value={valueOf(row, field.name)} context={context} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
