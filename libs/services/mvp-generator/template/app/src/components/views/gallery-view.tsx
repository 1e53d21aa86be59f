import Link from 'next/link';
import { Icon } from '@/components/icon';
import { FileThumb, isPicture } from '@/components/records/file-link';
import { Badge, Card, toneOf } from '@/components/ui/card';
import { statusField, valueOf, type BaseRow, type EntityDefinition } from '@/lib/entity';
import { formatValue, titleOf, type FormatContext } from '@/lib/format';

/** The first picture that a file field of the row holds, else the sign of its kind. */
function Cover({
  entity,
  row,
  context,
}: {
  entity: EntityDefinition;
  row: BaseRow;
  context: FormatContext;
}) {
  const picture = entity.fields
    .filter((field) => field.kind === 'file')
    .map((field) => context.files?.get(String(valueOf(row, field.name))))
    .find((file) => file && isPicture(file));
  return picture ? (
    <FileThumb file={picture} className="h-full w-full rounded-none" />
  ) : (
    <Icon name={entity.icon} className="size-7" />
  );
}

export function GalleryView({
  entity,
  rows,
  context,
}: {
  entity: EntityDefinition;
  rows: BaseRow[];
  context: FormatContext;
}) {
  const status = statusField(entity);
  const facts = entity.fields
    .filter(
      (field) =>
        field.name !== entity.titleField &&
        field !== status &&
        !['long_text', 'boolean', 'url', 'file'].includes(field.kind),
    )
    .slice(0, 2);
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {rows.map((row) => (
        <li key={row.id}>
          <Card className="relative flex h-full flex-col overflow-hidden transition-shadow hover:shadow-md">
            <div className="grid h-14 place-items-center sm:h-24 border-b border-line bg-[linear-gradient(135deg,var(--brand-soft),var(--subtle))] text-brand-text">
              <Cover entity={entity} row={row} context={context} />
            </div>
            <div className="flex flex-1 flex-col p-4">
              <div className="flex items-start justify-between gap-2">
                <Link
                  href={`${entity.route}/${row.id}`}
                  className="min-w-0 text-sm font-semibold break-words after:absolute after:inset-0 hover:underline"
                >
                  {titleOf(entity, row, context)}
                </Link>
                {status && valueOf(row, status.name) ? (
                  <Badge tone={toneOf(valueOf(row, status.name))}>
                    {formatValue(status, valueOf(row, status.name), context)}
                  </Badge>
                ) : null}
              </div>
              <dl className="mt-2 space-y-0.5 text-[13px] text-muted">
                {facts.map((field) => (
                  <div key={field.name} className="flex gap-1.5">
                    <dt>{field.label}</dt>
                    <dd className="min-w-0 truncate text-ink">
                      {formatValue(field, valueOf(row, field.name), context)}
                    </dd>
                  </div>
                ))}
              </dl>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}
