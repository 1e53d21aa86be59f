import type { Metadata } from 'next';
import { SettingsForm } from './settings-form';
import { PageHeader } from '@/components/page-header';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { getProfile } from '@/lib/profile';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const { full_name, organisation, time_zone } = await getProfile();
  return (
    <div className="max-w-3xl space-y-5">
      <PageHeader title="Settings" />
      <Card className="p-5 sm:p-6">
        <SettingsForm profile={{ full_name, organisation, time_zone }} />
      </Card>
      <Card className="flex flex-wrap items-center justify-between gap-4 p-5 sm:p-6">
        <div>
          <h2 className="text-sm font-semibold">Your data</h2>
          <p className="mt-1 text-sm text-muted">Every row of your workspace as one JSON file.</p>
        </div>
        {/* A plain link: the browser downloads the answer. */}
        <a
          href={`${process.env.APP_BASE_PATH ?? ''}/api/export`}
          download
          className={buttonClass('outline')}
        >
          Download
        </a>
      </Card>
    </div>
  );
}
