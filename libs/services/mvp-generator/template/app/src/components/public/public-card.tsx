import { LocalTime } from './local-time';
import { ResponseForm, VoteForm } from './response-forms';
import { Badge, Card, toneOf } from '@/components/ui/card';
import { dateField, statusField, type EntityDefinition, type FieldDefinition } from '@/lib/entity';
import { formatValue, type FormatContext } from '@/lib/format';
import type { PublishedRow } from '@/lib/public-data';
import type { PublicPageSettings } from '@/public-page';

// A visitor has no profile, and the names of related rows are not public.
export const visitorContext: FormatContext = { timeZone: 'UTC', titles: new Map() };

function Value({ field, value }: { field: FieldDefinition; value: unknown }) {
  if (field.kind === 'datetime' && typeof value === 'string') return <LocalTime iso={value} />;
  return <>{formatValue(field, value, visitorContext)}</>;
}

/** The public fields of an entity by the part that they play on a card. */
export function partsOf(page: PublicPageSettings, entity: EntityDefinition) {
  const fields = entity.fields.filter((field) => page.columns.includes(field.name));
  const date = fields.find((field) => field === dateField(entity));
  const status = fields.find((field) => field === statusField(entity));
  const heading = fields.find((field) => field.name === entity.titleField) ?? date;
  const facts = fields.filter((field) => field !== heading && field !== status);
  return { date, status, heading, facts };
}

/** One published row with what a visitor can do about it. */
export function PublicCard({
  page,
  entity,
  row,
  votes,
}: {
  page: PublicPageSettings;
  entity: EntityDefinition;
  row: PublishedRow;
  votes: number;
}) {
  const { status, heading, facts } = partsOf(page, entity);
  const name = heading ? formatValue(heading, row[heading.name], visitorContext) : entity.label;
  const shown = facts.filter((field) => row[field.name] !== null && row[field.name] !== '');
  return (
    <Card className="flex h-full flex-col p-5">
      <div className="flex items-start justify-between gap-3">
        <h3 className="min-w-0 font-semibold tracking-tight break-words">
          {heading ? <Value field={heading} value={row[heading.name]} /> : name}
        </h3>
        {page.kind === 'roadmap' ? <VoteForm row={row} votes={votes} name={name} /> : null}
        {status && row[status.name] && !['booking', 'roadmap'].includes(page.kind) ? (
          <Badge tone={toneOf(row[status.name])}>
            {formatValue(status, row[status.name], visitorContext)}
          </Badge>
        ) : null}
      </div>
      <dl className="mt-2 space-y-1 text-sm">
        {shown.map((field) =>
          field.kind === 'long_text' ? (
            <div key={field.name} className="break-words text-muted">
              <dt className="sr-only">{field.label}</dt>
              <dd>{formatValue(field, row[field.name], visitorContext)}</dd>
            </div>
          ) : (
            <div key={field.name} className="flex gap-2">
              <dt className="shrink-0 text-muted">{field.label}</dt>
              <dd className="min-w-0 break-words">
                <Value field={field} value={row[field.name]} />
              </dd>
            </div>
          ),
        )}
      </dl>
      {page.kind === 'status' || page.kind === 'roadmap' ? null : (
        <ResponseForm kind={page.kind} row={row} name={name} />
      )}
    </Card>
  );
}
