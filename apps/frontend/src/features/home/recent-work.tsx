'use client';
import Link from 'next/link';
import { ErrorState } from '@/components/state/error-state';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { activeJobsPollMs, isActiveJob } from '@/features/projects/is-active-job';
import { JobRow } from '@/features/projects/job-row';
import { ProjectCard } from '@/features/projects/project-card';
import { trpc } from '@/lib/trpc';

const shownProjects = 3;

/** Running jobs and the latest projects of this person. */
export function RecentWork() {
  const jobs = trpc.jobs.list.useQuery(
    { limit: 20 },
    {
      refetchInterval: (query) =>
        query.state.data?.items.some(isActiveJob) ? activeJobsPollMs : false,
    },
  );
  const projects = trpc.projects.list.useQuery({ limit: shownProjects });
  const running = jobs.data?.items.filter(isActiveJob) ?? [];
  const error = projects.error ?? jobs.error;
  const retry = (): void => {
    void Promise.all([jobs.refetch(), projects.refetch()]);
  };
  return (
    <section aria-labelledby="recent" className="mt-20">
      <div className="flex items-center justify-between">
        <h2 id="recent" className="text-xl font-semibold tracking-[-0.02em]">
          Your work
        </h2>
        <Button asChild variant="link" size="sm">
          <Link href="/projects">All projects</Link>
        </Button>
      </div>
      {/* The height of one row of cards is kept from the start, so nothing below moves when they arrive. */}
      <div className="mt-5 min-h-41.5">
        {error ? (
          <ErrorState
            title="Your work could not be loaded"
            error={error}
            onRetry={retry}
            isRetrying={jobs.isFetching || projects.isFetching}
          />
        ) : jobs.data && projects.data ? (
          <Work running={running} projects={projects.data.items} />
        ) : (
          <WorkSkeleton />
        )}
      </div>
    </section>
  );
}

interface WorkProps {
  running: Parameters<typeof JobRow>[0]['job'][];
  projects: Parameters<typeof ProjectCard>[0]['project'][];
}

function Work({ running, projects }: WorkProps) {
  if (running.length === 0 && projects.length === 0)
    return (
      <p className="grid min-h-41.5 place-items-center rounded-lg border border-dashed border-line-strong px-6 text-center text-sm text-ink-soft">
        Nothing here yet. Your first kit appears here while it hatches.
      </p>
    );
  return (
    <div className="space-y-4">
      {running.length > 0 && (
        <ul className="space-y-3" aria-label="Running jobs">
          {running.map((job) => (
            <li key={job.jobId}>
              <JobRow job={job} />
            </li>
          ))}
        </ul>
      )}
      {projects.length > 0 && (
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3" aria-label="Recent projects">
          {projects.map((project) => (
            <li key={project.projectId}>
              <ProjectCard project={project} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function WorkSkeleton() {
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3" role="status" aria-label="Loading">
      {Array.from({ length: shownProjects }, (_, index) => (
        <Skeleton key={index} className="h-41.5 max-sm:not-first:hidden" />
      ))}
    </div>
  );
}
