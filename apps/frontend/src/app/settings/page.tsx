import type { Metadata } from 'next';
import { Page, PageTitle } from '@/components/layout/page';
import { ModelSettings } from '@/features/settings/model-settings';

export const metadata: Metadata = { title: 'Settings' };

export default function Settings() {
  return (
    <Page>
      <PageTitle
        title="Settings"
        description="Hatchr needs no key. With one, a language model plans, writes and names in more detail."
      />
      <div className="mt-10 max-w-3xl">
        <ModelSettings />
      </div>
    </Page>
  );
}
