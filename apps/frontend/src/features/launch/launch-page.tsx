'use client';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { EmptyState } from '@/components/state/empty-state';
import { ErrorState } from '@/components/state/error-state';
import { Button } from '@/components/ui/button';
import { trpc } from '@/lib/trpc';
import { useDocumentTitle } from '@/lib/use-document-title';
import { LaunchHero } from './launch-hero';
import { LaunchSkeleton } from './launch-skeleton';
import { LaunchTabs } from './launch-tabs';
import type { ProjectRef } from './project-ref';

/** Reads which project (and with which shared link) from the address, and shows it. */
export function LaunchPage() {
  const params = useSearchParams();
  const projectId = params.get('project');
  const shareToken = params.get('share');
  if (projectId) return <Launch reference={{ projectId, ...(shareToken ? { shareToken } : {}) }} />;
  return (
    <>
      <h1 className="sr-only">Launch page</h1>
      <EmptyState
        title="No project is named in this address"
        description="Open one of yours, or hatch a new one from a sentence."
      >
        <Button asChild variant="primary">
          <Link href="/projects">Your projects</Link>
        </Button>
      </EmptyState>
    </>
  );
}

function Launch({ reference }: { reference: ProjectRef }) {
  // A finished project does not change but for its sharing, so it is asked for once.
  const project = trpc.project.useQuery(reference, { staleTime: 5 * 60_000 });
  useDocumentTitle(project.data ? `${project.data.name} · Hatchr` : null);
  if (project.data)
    return (
      <>
        <LaunchHero project={project.data} reference={reference} />
        <LaunchTabs project={project.data} reference={reference} />
      </>
    );
  if (project.error)
    return (
      <ErrorState
        title="This project could not be shown"
        error={project.error}
        onRetry={() => void project.refetch()}
        isRetrying={project.isFetching}
        className="mx-auto max-w-2xl"
      >
        <Button asChild size="sm" variant="ghost">
          <Link href="/projects">Your projects</Link>
        </Button>
      </ErrorState>
    );
  return <LaunchSkeleton />;
}
