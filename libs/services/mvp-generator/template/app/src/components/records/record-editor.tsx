import { notFound } from 'next/navigation';
import { z } from 'zod';
import { PageHeader } from '@/components/page-header';
import { RecordForm, type FormField } from '@/components/records/record-form';
import { Card } from '@/components/ui/card';
import { getDb, repositoryOf } from '@/lib/db';
import { valueOf, type BaseRow, type EntityDefinition, type FieldDefinition } from '@/lib/entity';
import { minorUnitDigits, titleOf } from '@/lib/format';
import { loadContext, type PageContext } from '@/lib/load-context';
import { saveRecord } from '@/lib/record-actions';
import { dateIn, toWallClock } from '@/lib/time';

/** A stored value as the text that its form control takes. */
function toText(field: FieldDefinition, value: unknown, timeZone: string): string {
  if (value === null || value === undefined) return '';
  if (field.kind === 'money')
    return (Number(value) / 10 ** minorUnitDigits).toFixed(minorUnitDigits);
  if (field.kind === 'datetime') return toWallClock(String(value), timeZone);
  return String(value);
}

function initialOf(
  field: FieldDefinition,
  row: BaseRow | null,
  context: PageContext,
  chosen: string | undefined,
): string {
  // A file is shown by its name; which one it is, the form neither knows nor says.
  if (field.kind === 'file')
    return context.files?.get(String(row && valueOf(row, field.name)))?.name ?? '';
  if (row) return toText(field, valueOf(row, field.name), context.timeZone);
  if (chosen) return chosen;
  if (field.defaultValue !== undefined) return field.defaultValue;
  return field.kind === 'date' && field.required
    ? dateIn(new Date().toISOString(), context.timeZone)
    : '';
}

async function find(entity: EntityDefinition, id: string): Promise<BaseRow> {
  const row = z.guid().safeParse(id).success
    ? await repositoryOf(await getDb(), entity.key).get(id)
    : null;
  return row ?? notFound();
}

/** The form of a new row (without `params`) or of an existing one. `?field=text` fills a field in. */
export async function RecordEditor({
  entity,
  params,
  searchParams,
}: {
  entity: EntityDefinition;
  params?: Promise<{ id: string }>;
  searchParams?: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [context, given] = await Promise.all([loadContext(entity), searchParams]);
  const row = params ? await find(entity, (await params).id) : null;
  const fields = entity.fields.map((field): FormField => {
    const chosen = given?.[field.name];
    const choices =
      field.kind === 'relation'
        ? (context.options[field.target ?? ''] ?? [])
        : (field.options ?? []);
    return {
      ...field,
      choices,
      initial: initialOf(field, row, context, typeof chosen === 'string' ? chosen : undefined),
    };
  });
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={row ? `Edit ${titleOf(entity, row, context)}` : `New ${entity.label.toLowerCase()}`}
      />
      <Card className="p-5 sm:p-6">
        <RecordForm
          action={saveRecord.bind(null, entity.key, row?.id ?? null)}
          fields={fields}
          cancelHref={row ? `${entity.route}/${row.id}` : entity.route}
        />
      </Card>
    </div>
  );
}
