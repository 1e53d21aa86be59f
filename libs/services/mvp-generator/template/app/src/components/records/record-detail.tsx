import Link from 'next/link';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { FilePreview } from '@/components/records/file-link';
import { FilePanel } from '@/components/records/file-panel';
import { PublishPanel } from '@/components/public/publish-panel';
import { ConfirmDelete } from '@/components/confirm-delete';
import { Icon } from '@/components/icon';
import { PageHeader } from '@/components/page-header';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Cell, RecordTable } from '@/components/views/record-table';
import { entities } from '@/entities';
import { AssistantSlot } from '@/features/assistant-slot';
import { getDb, repositoryOf } from '@/lib/db';
import { valueOf, type BaseRow, type EntityDefinition, type FieldDefinition } from '@/lib/entity';
import { formatDateTime, titleOf, type FormatContext } from '@/lib/format';
import { loadContext } from '@/lib/load-context';
import { deleteRecord } from '@/lib/record-actions';
import { publicPage } from '@/public-page';

function Value({
  field,
  value,
  context,
}: {
  field: FieldDefinition;
  value: unknown;
  context: FormatContext;
}) {
  const link = 'text-brand-text underline-offset-4 hover:underline';
  if (typeof value === 'string' && value !== '') {
    const target = (Object.values(entities) as EntityDefinition[]).find(
      (entity) => entity.key === field.target,
    );
    if (field.kind === 'relation' && target)
      return (
        <Link className={link} href={`${target.route}/${value}`}>
          {context.titles.get(value) ?? 'Open'}
        </Link>
      );
    const file = field.kind === 'file' ? context.files?.get(value) : undefined;
    if (file) return <FilePreview file={file} />;
    if (field.kind === 'email')
      return (
        <a className={link} href={`mailto:${value}`}>
          {value}
        </a>
      );
    if (field.kind === 'phone')
      return (
        <a className={link} href={`tel:${value.replace(/[^+\d]/g, '')}`}>
          {value}
        </a>
      );
    // Only http and https addresses pass the form; a row written by other means is shown as text.
    if (field.kind === 'url' && /^https?:\/\//.test(value))
      return (
        <a className={link} href={value} rel="noreferrer nofollow">
          {value}
        </a>
      );
  }
  return <Cell field={field} value={value} context={context} />;
}

interface Related {
  entity: EntityDefinition;
  field: FieldDefinition;
}

function relatedTo(entity: EntityDefinition): Related[] {
  return (Object.values(entities) as EntityDefinition[]).flatMap((other) =>
    other.fields
      .filter((field) => field.target === entity.key)
      .map((field) => ({ entity: other, field })),
  );
}

async function RelatedRows({
  related,
  row,
  context,
}: {
  related: Related;
  row: BaseRow;
  context: FormatContext;
}) {
  const rows = await repositoryOf(await getDb(), related.entity.key).list({
    filter: { [related.field.name]: row.id },
    limit: 20,
  });
  return (
    <section className="mt-8" aria-label={related.entity.labelPlural}>
      <div className="mb-2.5 flex items-center justify-between gap-3">
        <h2 className="text-sm font-semibold">{related.entity.labelPlural}</h2>
        <Link
          href={`${related.entity.route}/new?${related.field.name}=${row.id}`}
          className={buttonClass('ghost', 'sm')}
        >
          <Icon name="plus" className="size-3.5" />
          Add
        </Link>
      </div>
      <Card>
        {rows.length > 0 ? (
          <RecordTable entity={related.entity} rows={rows} context={context} />
        ) : (
          <p className="p-5 text-sm text-muted">None yet.</p>
        )}
      </Card>
    </section>
  );
}

const cell = '-mr-px -mb-px border-r border-b border-line px-5 py-3.5';
const whole = 'sm:col-span-2';

/** The fields that take a whole row: long texts, and whatever would stand alone before one, beside an empty cell. */
function wideFields(fields: readonly FieldDefinition[]): Set<string> {
  const wide = new Set<string>();
  for (const [index, field] of fields.entries()) {
    const isFirstInRow = (index + wide.size) % 2 === 0;
    const isBeforeLong = fields[index + 1]?.kind === 'long_text';
    if (field.kind === 'long_text' || (isFirstInRow && isBeforeLong)) wide.add(field.name);
  }
  return wide;
}

export async function RecordDetail({
  entity,
  params,
}: {
  entity: EntityDefinition;
  params: Promise<{ id: string }>;
}) {
  const { id } = await params;
  const row = z.guid().safeParse(id).success
    ? await repositoryOf(await getDb(), entity.key).get(id)
    : null;
  if (!row) notFound();
  const related = relatedTo(entity);
  const context = await loadContext(entity, ...related.map((item) => item.entity));
  const title = titleOf(entity, row, context);
  const fields = entity.fields.filter((field) => field.name !== entity.titleField);
  const wide = wideFields(fields);
  return (
    <>
      <nav aria-label="Breadcrumb" className="mb-3 text-[13px] text-muted">
        <Link href={entity.route} className="hover:text-ink">
          {entity.labelPlural}
        </Link>
      </nav>
      <PageHeader title={title}>
        <Link href={`${entity.route}/${row.id}/edit`} className={buttonClass('outline')}>
          <Icon name="pencil" className="size-4" />
          Edit
        </Link>
        <ConfirmDelete action={deleteRecord.bind(null, entity.key, row.id)} label={title} />
      </PageHeader>
      <Card>
        <dl className="grid overflow-hidden rounded-xl sm:grid-cols-2">
          {fields.map((field) => (
            <div key={field.name} className={wide.has(field.name) ? `${cell} ${whole}` : cell}>
              <dt className="text-[13px] text-muted">{field.label}</dt>
              <dd className="mt-1 text-sm break-words whitespace-pre-line">
                <Value field={field} value={valueOf(row, field.name)} context={context} />
              </dd>
            </div>
          ))}
          <div className={(fields.length + wide.size) % 2 === 0 ? `${cell} ${whole}` : cell}>
            <dt className="text-[13px] text-muted">Last changed</dt>
            <dd className="mt-1 text-sm">{formatDateTime(row.updated_at, context.timeZone)}</dd>
          </div>
        </dl>
      </Card>
      <AssistantSlot entity={entity} row={row} />
      {publicPage?.entity === entity.key ? (
        <PublishPanel id={row.id} timeZone={context.timeZone} />
      ) : null}
      {related.map((item) => (
        <RelatedRows
          key={item.entity.key + item.field.name}
          related={item}
          row={row}
          context={context}
        />
      ))}
      <FilePanel entity={entity} row={row} />
    </>
  );
}
