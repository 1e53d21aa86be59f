'use client';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/state/empty-state';
import { ErrorState } from '@/components/state/error-state';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { trpc } from '@/lib/trpc';
import { activeJobsPollMs, isActiveJob } from './is-active-job';
import { JobRow } from './job-row';
import { ProjectCard } from './project-card';

const pageSize = 24;

/** Everything this person has made: jobs that have no project yet, and the projects. */
export function ProjectsPage() {
  const projects = trpc.projects.list.useInfiniteQuery(
    { limit: pageSize },
    { getNextPageParam: (page) => page.nextCursor },
  );
  const jobs = trpc.jobs.list.useQuery(
    { limit: 50 },
    {
      refetchInterval: (query) =>
        query.state.data?.items.some(isActiveJob) ? activeJobsPollMs : false,
    },
  );
  const error = projects.data ? null : (projects.error ?? jobs.error);
  const unfinished = jobs.data?.items.filter((job) => job.status !== 'completed') ?? [];
  const items = projects.data?.pages.flatMap((page) => page.items) ?? [];

  if (error)
    return (
      <ErrorState
        title="Your projects could not be loaded"
        error={error}
        onRetry={() => void Promise.all([projects.refetch(), jobs.refetch()])}
        isRetrying={projects.isFetching || jobs.isFetching}
      />
    );
  if (!projects.data || jobs.isPending) return <ProjectsSkeleton />;
  if (items.length === 0 && unfinished.length === 0)
    return (
      <EmptyState
        title="Nothing has hatched yet"
        description="Describe a startup in one sentence and its kit will be kept here."
      >
        <Button asChild variant="primary">
          <Link href="/">Describe an idea</Link>
        </Button>
      </EmptyState>
    );
  return (
    <div className="space-y-12">
      {unfinished.length > 0 && (
        <Group title="Jobs">
          <ul className="grid gap-3 lg:grid-cols-2">
            {unfinished.map((job) => (
              <li key={job.jobId} className="min-w-0">
                <JobRow job={job} />
              </li>
            ))}
          </ul>
        </Group>
      )}
      {items.length > 0 && (
        <Group title="Kits">
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {items.map((project) => (
              <li key={project.projectId} className="min-w-0">
                <ProjectCard project={project} />
              </li>
            ))}
          </ul>
          {projects.error && (
            <ErrorState
              title="The next page could not be loaded"
              error={projects.error}
              className="mt-6"
            />
          )}
          {projects.hasNextPage && (
            <div className="mt-8 text-center">
              <Button
                isBusy={projects.isFetchingNextPage}
                onClick={() => void projects.fetchNextPage()}
              >
                Load more
              </Button>
            </div>
          )}
        </Group>
      )}
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-4 text-sm font-medium text-ink-faint">{title}</h2>
      {children}
    </section>
  );
}

function ProjectsSkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading your projects"
      className="grid gap-4 pt-9 sm:grid-cols-2 lg:grid-cols-3"
    >
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} className="h-41.5" />
      ))}
    </div>
  );
}
