import { sharePreviewHeader, sharePreviewSchema, type SharePreview } from '@hatchr/contracts';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { Page } from '@/components/layout/page';
import { Launch } from '@/features/launch/launch-page';
import { LaunchSkeleton } from '@/features/launch/launch-skeleton';

interface SharedPageProps {
  params: Promise<{ project: string; token: string }>;
}

/** What the backend says that the link opens; null for a link that opens nothing. */
async function readPreview(): Promise<SharePreview | null> {
  const told = (await headers()).get(sharePreviewHeader);
  return told ? sharePreviewSchema.parse(JSON.parse(decodeURIComponent(told))) : null;
}

// A shared link is for whom it was given to, not for search engines; its token must not travel in a Referer.
const forReaders: Metadata = { robots: { index: false }, referrer: 'same-origin' };

export async function generateMetadata(): Promise<Metadata> {
  const preview = await readPreview();
  if (!preview) return { ...forReaders, title: 'Not found' };
  const { name, tagline, summary, url, image } = preview;
  const title = `${name}: ${tagline}`;
  return {
    ...forReaders,
    title: name,
    description: summary,
    openGraph: {
      type: 'website',
      siteName: 'Hatchr',
      title,
      description: summary,
      url,
      ...(image ? { images: [{ ...image, alt: name }] } : {}),
    },
    twitter: { card: image ? 'summary_large_image' : 'summary', title, description: summary },
  };
}

/** The launch page as everyone with the link sees it: to read, with nothing to change. */
export default async function SharedPage({ params }: SharedPageProps) {
  if (!(await readPreview())) notFound();
  const { project, token } = await params;
  return (
    <Page>
      <Suspense fallback={<LaunchSkeleton />}>
        <Launch reference={{ projectId: project, shareToken: token }} />
      </Suspense>
    </Page>
  );
}
