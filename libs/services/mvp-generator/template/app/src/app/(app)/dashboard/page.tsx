import type { Metadata } from 'next';
import Link from 'next/link';
import { BarChart } from '@/components/bar-chart';
import { FeaturePanel } from '@/components/feature-panel';
import { Icon } from '@/components/icon';
import { PageHeader } from '@/components/page-header';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { RecordTable } from '@/components/views/record-table';
import { entities } from '@/entities';
import { loadFeatureReport } from '@/features/load-feature-report';
import { getDb, repositoryOf } from '@/lib/db';
import { statusField, type EntityDefinition } from '@/lib/entity';
import { loadContext } from '@/lib/load-context';
import { getProfile } from '@/lib/profile';
import { product } from '@/product';

export const metadata: Metadata = { title: 'Dashboard' };

const all = Object.values(entities) as EntityDefinition[];
const main = all.find((entity) => entity.key === product.feature.entity) ?? all[0]!;

export default async function DashboardPage() {
  const [db, profile, context] = await Promise.all([getDb(), getProfile(), loadContext(main)]);
  const status = statusField(main);
  const [counts, recent, report, bars] = await Promise.all([
    Promise.all(all.map((entity) => repositoryOf(db, entity.key).count())),
    repositoryOf(db, main.key).list({ limit: 6 }),
    loadFeatureReport(),
    Promise.all(
      (status?.options ?? []).map(async (option) => ({
        label: option.label,
        value: await repositoryOf(db, main.key).count({
          filter: { [status?.name ?? '']: option.value },
        }),
      })),
    ),
  ]);
  return (
    <>
      <PageHeader
        title={profile.full_name ? `Hello, ${profile.full_name}` : 'Dashboard'}
        text={product.tagline}
      >
        <Link href={`${main.route}/new`} className={buttonClass()}>
          <Icon name="plus" className="size-4" />
          New {main.label.toLowerCase()}
        </Link>
      </PageHeader>
      <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
        {all.slice(0, 8).map((entity, index) => (
          <li key={entity.key}>
            <Link href={entity.route} className="block rounded-xl">
              <Card className="p-4 transition-colors hover:border-line-strong">
                <p className="flex items-center gap-2 text-[13px] text-muted">
                  <Icon name={entity.icon} className="size-4 shrink-0" />
                  <span className="truncate">{entity.labelPlural}</span>
                </p>
                <p className="mt-2 text-2xl font-semibold tracking-tight tabular-nums">
                  {counts[index]}
                </p>
              </Card>
            </Link>
          </li>
        ))}
      </ul>
      <div className="mt-5 grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <FeaturePanel report={report} limit={6} />
        {bars.length > 0 ? (
          <Card className="p-5">
            <BarChart
              title={`${main.labelPlural} by ${status?.label.toLowerCase() ?? ''}`}
              bars={bars}
            />
          </Card>
        ) : null}
      </div>
      <section className="mt-5" aria-label={main.labelPlural}>
        <Card>
          <div className="flex items-center justify-between px-4 pt-4 pb-2">
            <h2 className="text-sm font-semibold">{main.labelPlural}</h2>
            <Link href={main.route} className="text-[13px] text-brand-text hover:underline">
              Open all
            </Link>
          </div>
          {recent.length > 0 ? (
            <RecordTable entity={main} rows={recent} context={context} />
          ) : (
            <p className="p-4 text-sm text-muted">Nothing here yet.</p>
          )}
        </Card>
      </section>
    </>
  );
}
