import Link from 'next/link';
import { Cell } from './record-table';
import { RecordForm, type FormField } from '@/components/records/record-form';
import { Badge, Card, toneOf } from '@/components/ui/card';
import { dateField, statusField, valueOf, type BaseRow, type EntityDefinition } from '@/lib/entity';
import { formatDate, formatDateTime, formatValue, titleOf } from '@/lib/format';
import type { PageContext } from '@/lib/load-context';
import { postRecord } from '@/lib/record-actions';

/** What the box at the end asks for: the words, and whatever a row cannot be without. */
function composeFields(entity: EntityDefinition, context: PageContext): FormField[] {
  const body = entity.fields.find((field) => field.kind === 'long_text');
  return entity.fields
    .filter(
      (field) =>
        field === body ||
        field.kind === 'file' ||
        field.name === entity.titleField ||
        (field.required &&
          !['date', 'datetime', 'boolean'].includes(field.kind) &&
          !(field.kind === 'enum' && field.defaultValue !== undefined)),
    )
    .map((field) => ({
      ...field,
      initial: field.defaultValue ?? '',
      choices:
        field.kind === 'relation'
          ? (context.options[field.target ?? ''] ?? [])
          : (field.options ?? []),
    }));
}

function Message({
  entity,
  row,
  context,
}: {
  entity: EntityDefinition;
  row: BaseRow;
  context: PageContext;
}) {
  const status = statusField(entity);
  const body = entity.fields.find((field) => field.kind === 'long_text');
  const date = dateField(entity);
  const moment = String((date && valueOf(row, date.name)) || row.created_at);
  return (
    <li>
      <Card className="max-w-2xl px-4 py-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
          <Link
            href={`${entity.route}/${row.id}`}
            className="min-w-0 text-sm font-medium break-words hover:underline"
          >
            {titleOf(entity, row, context)}
          </Link>
          <time dateTime={moment} className="text-xs text-muted">
            {moment.length > 10 ? formatDateTime(moment, context.timeZone) : formatDate(moment)}
          </time>
        </div>
        {body && body.name !== entity.titleField && valueOf(row, body.name) ? (
          <p className="mt-1 text-sm break-words whitespace-pre-line">
            {String(valueOf(row, body.name))}
          </p>
        ) : null}
        {entity.fields
          .filter((field) => field.kind === 'file' && valueOf(row, field.name))
          .map((field) => (
            <div key={field.name} className="mt-2 text-sm">
              <Cell field={field} value={valueOf(row, field.name)} context={context} />
            </div>
          ))}
        {status && valueOf(row, status.name) ? (
          <Badge tone={toneOf(valueOf(row, status.name))} className="mt-2">
            {formatValue(status, valueOf(row, status.name), context)}
          </Badge>
        ) : null}
      </Card>
    </li>
  );
}

/** A conversation: rows under what they belong to, newest at the bottom, and a box to add the next one. */
export function ThreadView({
  entity,
  rows,
  context,
}: {
  entity: EntityDefinition;
  rows: BaseRow[];
  context: PageContext;
}) {
  const parent = entity.fields.find(
    (field) => field.kind === 'relation' && field.name !== entity.titleField,
  );
  const groups = new Map<string, BaseRow[]>();
  for (const row of [...rows].reverse()) {
    const group = parent ? String(valueOf(row, parent.name) ?? '') : '';
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return (
    <div className="space-y-6">
      {rows.length === 0 ? (
        <p className="text-sm text-muted">Nothing has been written yet.</p>
      ) : null}
      {[...groups].map(([group, messages]) => (
        <section key={group}>
          {parent ? (
            <h2 className="mb-2 text-[13px] font-medium text-muted">
              {context.titles.get(group) ?? `No ${parent.label.toLowerCase()}`}
            </h2>
          ) : null}
          <ol className="space-y-2">
            {messages.map((row) => (
              <Message key={row.id} entity={entity} row={row} context={context} />
            ))}
          </ol>
        </section>
      ))}
      <Card className="max-w-2xl p-4" id="compose">
        <h2 className="mb-3 text-sm font-semibold">New {entity.label.toLowerCase()}</h2>
        <RecordForm
          action={postRecord.bind(null, entity.key)}
          fields={composeFields(entity, context)}
          submitLabel="Send"
        />
      </Card>
    </div>
  );
}
