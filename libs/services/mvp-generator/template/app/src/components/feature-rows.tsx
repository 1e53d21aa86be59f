import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Badge } from '@/components/ui/card';
import { Input } from '@/components/ui/field';
import type { FeatureAction, FeatureReport, FeatureRow } from '@/features/feature-report';
import { formatDays } from '@/lib/format';

function ActionForm({
  action,
  row,
  run,
}: {
  action: FeatureAction;
  row: FeatureRow;
  run: NonNullable<FeatureReport['run']>;
}) {
  return (
    <form action={run.bind(null, action.name, row.id)} className="flex items-center gap-1.5">
      {action.inputs?.map((input) => (
        <Input
          key={input.name}
          name={input.name}
          type="number"
          min={0}
          required
          aria-label={`${input.label}, ${row.title}`}
          placeholder={input.label}
          className="h-8 w-20 px-2"
        />
      ))}
      <Button variant="outline" size="sm" aria-label={`${action.label}: ${row.title}`}>
        {action.label}
      </Button>
    </form>
  );
}

/** The ranked list of a report: what, why, and what can be done about it at once. */
export function FeatureRows({ rows, run }: { rows: FeatureRow[]; run: FeatureReport['run'] }) {
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li
          key={row.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-3 text-sm"
        >
          <div className="min-w-0 flex-1 basis-52">
            {row.href ? (
              <Link href={row.href} className="block truncate font-medium hover:underline">
                {formatDays(row.title)}
              </Link>
            ) : (
              <p className="truncate font-medium">{formatDays(row.title)}</p>
            )}
            {row.detail ? (
              <p className="mt-0.5 text-[13px] text-muted">{formatDays(row.detail)}</p>
            ) : null}
            {row.reveal ? (
              <details className="mt-1 text-[13px]">
                <summary className="cursor-pointer text-brand-text">{row.reveal.label}</summary>
                <p className="mt-1 whitespace-pre-line">{row.reveal.text}</p>
              </details>
            ) : null}
          </div>
          <div className="flex flex-wrap items-center gap-2">
            {row.badge ? <Badge tone={row.tone}>{formatDays(row.badge)}</Badge> : null}
            {run
              ? row.actions?.map((action) => (
                  <ActionForm key={action.name} action={action} row={row} run={run} />
                ))
              : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
