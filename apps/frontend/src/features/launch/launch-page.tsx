'use client';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { EmptyState } from '@/components/state/empty-state';
import { ErrorState } from '@/components/state/error-state';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { trpc } from '@/lib/trpc';
import { useDocumentTitle } from '@/lib/use-document-title';
import { LaunchHero } from './launch-hero';
import { LaunchSkeleton } from './launch-skeleton';
import { LaunchTabs } from './launch-tabs';
import type { ProjectRef } from './project-ref';
import { RestoreRevision } from './revisions/restore-revision';

/** Reads which project (and with which shared link) from the address, and shows it. */
export function LaunchPage() {
  const params = useSearchParams();
  const projectId = params.get('project');
  const shareToken = params.get('share');
  const revision = Number(params.get('revision'));
  if (projectId)
    return (
      <Launch
        reference={{
          projectId,
          ...(shareToken ? { shareToken } : {}),
          ...(Number.isInteger(revision) && revision > 0 ? { revision } : {}),
        }}
      />
    );
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

/** The launch page of one project: whole for its owner, to read for whoever has its link. */
export function Launch({ reference }: { reference: ProjectRef }) {
  // A finished project changes only by what its owner does on this page, so it is asked for once.
  const project = trpc.project.useQuery(reference, { staleTime: 5 * 60_000 });
  useDocumentTitle(project.data ? `${project.data.name} · Hatchr` : null);
  if (project.data)
    return (
      <>
        {reference.revision !== undefined && (
          <Card className="mb-8 flex flex-wrap items-center gap-3 p-4 text-sm">
            <p className="me-auto">
              This is revision {project.data.revision.number} of {project.data.revision.total}.
            </p>
            <Button asChild size="sm" variant="ghost">
              <Link href={`/launch?project=${encodeURIComponent(reference.projectId)}`}>
                Back to the current one
              </Link>
            </Button>
            <RestoreRevision
              number={project.data.revision.number}
              projectId={reference.projectId}
            />
          </Card>
        )}
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
