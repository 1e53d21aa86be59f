import Link from 'next/link';
import { FeatureChart } from '@/components/feature-chart';
import { FeatureRows } from '@/components/feature-rows';
import { Card } from '@/components/ui/card';
import type { FeatureReport, FeatureTable } from '@/features/feature-report';
import { formatDays } from '@/lib/format';
import { product } from '@/product';

const COMPACT_ROWS = 5;

function Figures({ table }: { table: FeatureTable }) {
  return (
    // A table that is wider than a phone scrolls, so the keyboard must reach it.
    <div
      className="overflow-x-auto border-b border-line"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached
      tabIndex={0}
      role="region"
      aria-label={table.title}
    >
      <table className="w-full text-sm">
        <caption className="px-5 pt-4 pb-2 text-left text-sm font-medium">{table.title}</caption>
        <thead>
          <tr className="text-[13px] text-muted">
            {table.columns.map((column, index) => (
              <th
                key={column}
                scope="col"
                className={`px-3 py-2 font-medium first:pl-5 last:pr-5 ${index === 0 ? 'text-left' : 'text-right'}`}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-t border-line">
          {table.rows.map((row) => (
            <tr key={row.id}>
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row" className="py-2 pr-3 pl-5 text-left font-medium">
                    {row.href ? (
                      <Link href={row.href} className="hover:underline">
                        {formatDays(cell)}
                      </Link>
                    ) : (
                      formatDays(cell)
                    )}
                  </th>
                ) : (
                  <td key={index} className="px-3 py-2 text-right tabular-nums last:pr-5">
                    {formatDays(cell)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The answer of the app's own feature. `compact` is for the dashboard: the first rows and a link to the rest. */
export function FeaturePanel({
  report,
  compact = false,
  limit = compact ? COMPACT_ROWS : undefined,
}: {
  report: FeatureReport;
  compact?: boolean;
  limit?: number;
}) {
  const isShort = limit !== undefined;
  const rows = report.rows.slice(0, limit);
  const table = report.table && { ...report.table, rows: report.table.rows.slice(0, limit) };
  const hasTable = table !== undefined && table.rows.length > 0;
  const isCut = isShort && report.rows.length + (report.table?.rows.length ?? 0) > rows.length;
  return (
    <Card className="overflow-hidden">
      <div className="border-b border-line p-5">
        <h2 className="text-sm font-semibold">{product.feature.name}</h2>
        <p className="mt-1 text-sm text-muted">{formatDays(report.headline)}</p>
        {report.facts.length > 0 ? (
          <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-3">
            {report.facts.map((fact) => (
              <div key={fact.label}>
                <dt className="text-[13px] text-muted">{fact.label}</dt>
                <dd className="mt-0.5 text-lg font-semibold tracking-tight tabular-nums">
                  {formatDays(fact.value)}
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
      </div>
      {report.chart && !compact ? <FeatureChart chart={report.chart} /> : null}
      {hasTable ? <Figures table={table} /> : null}
      <FeatureRows rows={rows} run={report.run} />
      {rows.length === 0 && !hasTable ? (
        <p className="p-5 text-sm text-muted">{report.empty}</p>
      ) : null}
      {isCut ? (
        <p className="border-t border-line px-5 py-3 text-[13px]">
          <Link href={product.feature.route} className="text-brand-text hover:underline">
            Open {product.feature.name.toLowerCase()}
          </Link>
        </p>
      ) : null}
    </Card>
  );
}
