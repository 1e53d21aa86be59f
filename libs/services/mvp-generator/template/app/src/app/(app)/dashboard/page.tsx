import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { addSamplesAction } from './actions';
import { BarChart } from '@/components/bar-chart';
import { FirstSteps } from '@/components/dashboard/first-steps';
import { WeekChart } from '@/components/dashboard/week-chart';
import { FeaturePanel } from '@/components/feature-panel';
import { Icon } from '@/components/icon';
import { PageHeader } from '@/components/page-header';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { RecordTable } from '@/components/views/record-table';
import { loadFeatureReport } from '@/features/load-feature-report';
import type { BaseRow, EntityDefinition } from '@/lib/entity';
import { loadContext } from '@/lib/load-context';
import { loadDashboard, mainEntity } from '@/lib/load-dashboard';
import { getProfile } from '@/lib/profile';
import { product } from '@/product';

export const metadata: Metadata = { title: 'Dashboard' };

const MAX_TILES = 8;
const tileColumns: Record<number, string> = {
  1: 'lg:grid-cols-1',
  2: 'lg:grid-cols-2',
  3: 'lg:grid-cols-3',
  5: 'lg:grid-cols-5',
  6: 'lg:grid-cols-3',
  9: 'lg:grid-cols-3',
};

function Header({ name, isEmpty }: { name: string; isEmpty: boolean }) {
  return (
    <>
      <p className="mb-1 text-[13px] font-medium break-words text-brand-text">
        {product.hero.eyebrow}
      </p>
      <PageHeader title={name ? `Hello, ${name}` : product.name} text={product.hero.title}>
        {isEmpty ? null : (
          <Link href={`${mainEntity.route}/new`} className={buttonClass()}>
            <Icon name="plus" className="size-4" />
            New {mainEntity.label.toLowerCase()}
          </Link>
        )}
      </PageHeader>
    </>
  );
}

function Tiles({ tiles }: { tiles: { entity: EntityDefinition; count: number; note: string }[] }) {
  return (
    <ul
      className={`grid grid-cols-2 gap-3 sm:gap-4 ${tileColumns[tiles.length] ?? 'lg:grid-cols-4'}`}
    >
      {tiles.slice(0, MAX_TILES).map(({ entity, count, note }) => (
        <li key={entity.key} className="max-lg:last:odd:col-span-2">
          <Link href={entity.route} className="block rounded-xl">
            <Card className="p-4 transition-colors hover:border-line-strong">
              <p className="flex items-center gap-2 text-[13px] text-muted">
                <Icon name={entity.icon} className="size-4 shrink-0" />
                <span className="truncate">{entity.labelPlural}</span>
              </p>
              <p className="mt-2 text-2xl font-semibold tracking-tight tabular-nums">{count}</p>
              <p className="mt-0.5 truncate text-[13px] text-muted">{note}</p>
            </Card>
          </Link>
        </li>
      ))}
    </ul>
  );
}

async function Recent({ rows }: { rows: BaseRow[] }) {
  const { labelPlural, route } = mainEntity;
  return (
    <section aria-labelledby="recent">
      <Card className="overflow-hidden">
        <div className="flex items-center justify-between gap-4 px-4 pt-4 pb-2">
          <h2 id="recent" className="text-sm font-semibold">
            {labelPlural}, latest changes
          </h2>
          <Link href={route} className="shrink-0 text-[13px] text-brand-text hover:underline">
            Open all
          </Link>
        </div>
        {rows.length > 0 ? (
          <RecordTable
            entity={mainEntity}
            rows={rows}
            context={await loadContext(mainEntity)}
            maxColumns={3}
          />
        ) : (
          <p className="p-4 text-sm text-muted">
            {mainEntity.description}{' '}
            <Link href={`${route}/new`} className="text-brand-text underline underline-offset-2">
              Add the first one.
            </Link>
          </p>
        )}
      </Card>
    </section>
  );
}

export default async function DashboardPage() {
  const [profile, dashboard] = await Promise.all([getProfile(), loadDashboard()]);
  if (dashboard.isEmpty && !profile.onboarded_at) redirect('/welcome');
  if (dashboard.isEmpty)
    return (
      <>
        <Header name={profile.full_name} isEmpty />
        <FirstSteps all={dashboard.all} addSamples={addSamplesAction} />
      </>
    );
  return (
    <>
      <Header name={profile.full_name} isEmpty={false} />
      <Tiles tiles={dashboard.tiles} />
      <div className="mt-5 grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0 space-y-5">
          <FeaturePanel report={await loadFeatureReport()} compact />
          <Recent rows={dashboard.recent} />
        </div>
        <div className="min-w-0 space-y-5">
          <Card className="p-5">
            <WeekChart {...dashboard.weeks} />
          </Card>
          {dashboard.statusCharts.map(({ key, title, bars }) => (
            <Card key={key} className="p-5">
              <BarChart title={title} bars={bars} />
            </Card>
          ))}
        </div>
      </div>
    </>
  );
}
