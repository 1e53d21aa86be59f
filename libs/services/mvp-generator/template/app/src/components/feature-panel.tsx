import Link from 'next/link';
import { Badge, Card } from '@/components/ui/card';
import type { FeatureReport } from '@/features/feature-report';
import { product } from '@/product';

export function FeaturePanel({ report, limit }: { report: FeatureReport; limit?: number }) {
  const rows = report.rows.slice(0, limit);
  return (
    <Card className="overflow-hidden">
      <div className="border-b border-line p-5">
        <h2 className="text-sm font-semibold">{product.feature.name}</h2>
        <p className="mt-1 text-sm text-muted">{report.headline}</p>
        {report.facts.length > 0 ? (
          <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-3">
            {report.facts.map((fact) => (
              <div key={fact.label}>
                <dt className="text-[13px] text-muted">{fact.label}</dt>
                <dd className="mt-0.5 text-lg font-semibold tracking-tight tabular-nums">
                  {fact.value}
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
      </div>
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="flex items-center justify-between gap-4 px-5 py-3 text-sm">
            <div className="min-w-0">
              {row.href ? (
                <Link href={row.href} className="block truncate font-medium hover:underline">
                  {row.title}
                </Link>
              ) : (
                <p className="truncate font-medium">{row.title}</p>
              )}
              {row.detail ? (
                <p className="mt-0.5 truncate text-[13px] text-muted">{row.detail}</p>
              ) : null}
            </div>
            {row.badge ? <Badge tone={row.tone}>{row.badge}</Badge> : null}
          </li>
        ))}
      </ul>
      {rows.length === 0 ? <p className="p-5 text-sm text-muted">{report.empty}</p> : null}
      {limit !== undefined && report.rows.length > limit ? (
        <p className="border-t border-line px-5 py-3 text-[13px]">
          <Link href={product.feature.route} className="text-brand-text hover:underline">
            All {report.rows.length}
          </Link>
        </p>
      ) : null}
    </Card>
  );
}
