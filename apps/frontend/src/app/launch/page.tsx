import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Page } from '@/components/layout/page';
import { LaunchPage } from '@/features/launch/launch-page';
import { LaunchSkeleton } from '@/features/launch/launch-skeleton';

// A shared link is for whom it was given to, not for search engines; its token must not travel in a Referer.
export const metadata: Metadata = {
  title: 'Launch',
  robots: { index: false },
  referrer: 'same-origin',
};

export default function Launch() {
  return (
    <Page>
      <Suspense fallback={<LaunchSkeleton />}>
        <LaunchPage />
      </Suspense>
    </Page>
  );
}
