import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Page } from '@/components/layout/page';
import { GeneratePage } from '@/features/generate/generate-page';
import { JobProgressSkeleton } from '@/features/generate/job-progress-skeleton';

export const metadata: Metadata = { title: 'Progress', robots: { index: false } };

export default function Generate() {
  return (
    <Page>
      <Suspense fallback={<JobProgressSkeleton />}>
        <GeneratePage />
      </Suspense>
    </Page>
  );
}
