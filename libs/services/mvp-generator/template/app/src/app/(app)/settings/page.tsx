import type { Metadata } from 'next';
import { DeleteAccountForm } from './delete-account-form';
import { SettingsForm } from './settings-form';
import { PageHeader } from '@/components/page-header';
import { ThemeChoice } from '@/components/theme-choice';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { entities } from '@/entities';
import { requireUser } from '@/lib/auth';
import { getProfile } from '@/lib/profile';

export const metadata: Metadata = { title: 'Settings' };

const base = process.env.APP_BASE_PATH ?? '';
const heading = 'text-sm font-semibold';
const note = 'mt-1 text-sm text-muted';

export default async function SettingsPage() {
  const [user, { full_name, organisation, time_zone }] = await Promise.all([
    requireUser(),
    getProfile(),
  ]);
  return (
    <div className="max-w-3xl space-y-5">
      <PageHeader title="Settings" text={user.email} />
      <Card className="p-5 sm:p-6">
        <h2 className={`${heading} mb-4`}>Profile</h2>
        <SettingsForm profile={{ full_name, organisation, time_zone }} />
      </Card>
      <Card className="flex flex-wrap items-center justify-between gap-4 p-5 sm:p-6">
        <div>
          <h2 className={heading}>Appearance</h2>
          <p className={note}>Kept in this browser.</p>
        </div>
        <ThemeChoice />
      </Card>
      <Card className="p-5 sm:p-6">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <div>
            <h2 className={heading}>Your data</h2>
            <p className={note}>Everything as one JSON file, or one table as CSV.</p>
          </div>
          {/* Plain links: the browser downloads the answer. */}
          <a href={`${base}/api/export`} download className={buttonClass('outline')}>
            Download JSON
          </a>
        </div>
        <ul className="mt-4 flex flex-wrap gap-2">
          {Object.values(entities).map((entity) => (
            <li key={entity.key}>
              <a
                href={`${base}/api/export/${entity.table}`}
                download
                className={buttonClass('outline', 'sm')}
              >
                {entity.labelPlural} (CSV)
              </a>
            </li>
          ))}
        </ul>
      </Card>
      <Card className="border-danger-line p-5 sm:p-6">
        <h2 className={heading}>Delete the account</h2>
        <p className={note}>
          The account and every row of it are deleted at once. This cannot be undone; download your
          data first.
        </p>
        <DeleteAccountForm email={user.email} />
      </Card>
    </div>
  );
}
