import { LocalTime } from './local-time';
import { partsOf, visitorContext } from './public-card';
import { Icon } from '@/components/icon';
import { Badge, Card, toneOf } from '@/components/ui/card';
import type { EntityDefinition } from '@/lib/entity';
import { formatValue } from '@/lib/format';
import type { Incident, PublishedRow } from '@/lib/public-data';
import type { PublicPageSettings } from '@/public-page';

function Incidents({
  page,
  incidents,
  names,
}: {
  page: PublicPageSettings;
  incidents: Incident[];
  names: ReadonlyMap<string, string>;
}) {
  return (
    <section aria-labelledby="incidents" className="mt-12">
      <h2 id="incidents" className="text-lg font-semibold tracking-tight">
        Recent incidents
      </h2>
      {incidents.length === 0 ? (
        <p className="mt-3 text-sm text-muted">None in the last 30 days.</p>
      ) : (
        <ol className="mt-4 space-y-3">
          {incidents.map((incident, index) => (
            <li key={index}>
              <Card className="p-4">
                <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
                  <h3 className="min-w-0 text-sm font-semibold break-words">{incident.title}</h3>
                  <Badge tone={toneOf(incident.status)}>
                    {page.incidentStatuses?.find(({ value }) => value === incident.status)?.label ??
                      incident.status}
                  </Badge>
                </div>
                <p className="mt-1 text-[13px] text-muted">
                  {names.get(incident.record_id)} · <LocalTime iso={incident.started_at} />
                  {incident.ended_at && incident.ended_at > incident.started_at ? (
                    <>
                      {' to '}
                      <LocalTime iso={incident.ended_at} />
                    </>
                  ) : null}
                </p>
              </Card>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** How everything is in one line, each part with its status, and what happened lately. */
export function StatusBoard({
  page,
  entity,
  rows,
  incidents,
}: {
  page: PublicPageSettings;
  entity: EntityDefinition;
  rows: PublishedRow[];
  incidents: Incident[];
}) {
  const { status, heading } = partsOf(page, entity);
  const nameOf = (row: PublishedRow) =>
    heading ? formatValue(heading, row[heading.name], visitorContext) : entity.label;
  const affected = rows.filter((row) => status && toneOf(row[status.name]) !== 'good').length;
  const isFine = affected === 0;
  return (
    <div className="mt-6 max-w-3xl">
      <p
        className={`flex items-center gap-3 rounded-xl p-4 font-medium ring-1 ring-inset ${isFine ? 'bg-good-soft text-good-text ring-good-line' : 'bg-warning-soft text-warning-text ring-warning-line'}`}
      >
        <Icon name={isFine ? 'badge-check' : 'activity'} className="size-5 shrink-0" />
        {isFine ? 'Everything is working' : `${affected} of ${rows.length} are affected`}
      </p>
      <Card className="mt-4 divide-y divide-line">
        <h2 className="sr-only">{entity.labelPlural}</h2>
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <li key={row.id} className="flex items-center justify-between gap-4 px-5 py-3.5">
              <span className="min-w-0 text-sm font-medium break-words">{nameOf(row)}</span>
              {status && row[status.name] ? (
                <Badge tone={toneOf(row[status.name])}>
                  {formatValue(status, row[status.name], visitorContext)}
                </Badge>
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
      {page.incidentStatuses ? (
        <Incidents
          page={page}
          incidents={incidents}
          names={new Map(rows.map((row) => [row.id, nameOf(row)]))}
        />
      ) : null}
    </div>
  );
}
