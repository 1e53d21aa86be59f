import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Page, PageTitle } from '@/components/layout/page';
import { Skeleton } from '@/components/ui/skeleton';
import { VerifyPage } from '@/features/verify/verify-page';

export const metadata: Metadata = { title: 'Verify a kit' };

export default function Verify() {
  return (
    <Page>
      <PageTitle
        title="Verify a kit"
        description="Ask this instance whether it made a kit, when, and whether the record still holds. No account needed."
      />
      <Suspense fallback={<Skeleton className="mt-10 h-72" />}>
        <VerifyPage />
      </Suspense>
    </Page>
  );
}
