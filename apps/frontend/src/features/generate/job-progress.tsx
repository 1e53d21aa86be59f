'use client';
import type { Job } from '@hatchr/contracts';
import { WifiOff } from 'lucide-react';
import Link from 'next/link';
import { Egg } from '@/components/brand/egg';
import { ErrorState } from '@/components/state/error-state';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { isActiveJob } from '@/features/projects/is-active-job';
import { formatElapsed } from '@/lib/format';
import { useDocumentTitle } from '@/lib/use-document-title';
import { useNow } from '@/lib/use-now';
import { announceSteps, elapsedOf, headingOfStatus, titleOfJob } from './describe-job';
import { CancelJob } from './job-actions';
import { GateList } from './gate-list';
import { JobOutcome } from './job-outcome';
import { JobProgressSkeleton } from './job-progress-skeleton';
import { LiveLog } from './live-log';
import { PlanPanel } from './plan-panel';
import { StepList } from './step-list';
import { useJob } from './use-job';

/** The progress page of one job: watches it, shows it, and leads on when it ends. */
export function JobProgress({ jobId }: { jobId: string }) {
  const watched = useJob(jobId);
  const { job } = watched;
  useDocumentTitle(job ? titleOfJob(job) : null);
  if (watched.error)
    return (
      <ErrorState
        title="This job could not be shown"
        error={watched.error}
        onRetry={watched.refetch}
        isRetrying={watched.isFetching}
        className="mx-auto max-w-2xl"
      >
        <Button asChild size="sm" variant="ghost">
          <Link href="/projects">Your projects</Link>
        </Button>
      </ErrorState>
    );
  if (!job) return <JobProgressSkeleton />;
  return (
    <>
      <JobHeader job={job} isReconnecting={watched.isReconnecting} onChanged={watched.accept} />
      <JobOutcome job={job} onChanged={watched.accept} />
      <div className="mt-10 grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:gap-12">
        <div>
          <StepList steps={job.steps} />
          <GateList events={job.events} />
        </div>
        <div className="h-96 lg:sticky lg:top-20 lg:h-[calc(100dvh-9rem)] lg:max-h-120">
          <LiveLog events={job.events} isLive={isActiveJob(job)} />
        </div>
      </div>
      <PlanPanel plan={job.plan} isActive={isActiveJob(job)} />
      <p className="sr-only" role="status" aria-live="polite">
        {announceSteps(job)}
      </p>
    </>
  );
}

const toneOfStatus = {
  queued: 'shell',
  processing: 'shell',
  completed: 'good',
  failed: 'bad',
  cancelled: 'still',
} as const satisfies Record<Job['status'], string>;

interface JobHeaderProps {
  job: Job;
  isReconnecting: boolean;
  onChanged: (job: Job) => void;
}

function JobHeader({ job, isReconnecting, onChanged }: JobHeaderProps) {
  const isActive = isActiveJob(job);
  const now = useNow(isActive);
  const isDone = job.status === 'completed';
  return (
    <header>
      <div className="flex items-start gap-5">
        <Egg
          className="h-20 shrink-0 max-sm:h-14"
          progress={isDone ? 1 : Math.min(0.98, job.progress / 100)}
          isRocking={job.status === 'processing'}
        />
        <div className="min-w-0 flex-1">
          <h1 className="text-2xl font-semibold tracking-[-0.025em] sm:text-[28px]">
            {headingOfStatus[job.status]}
          </h1>
          <p
            className="mt-1.5 line-clamp-3 w-fit text-[15px] wrap-anywhere text-ink-soft"
            dir="auto"
          >
            {job.prompt}
          </p>
          {job.revisionOf && (
            <p className="mt-1 text-sm text-ink-soft">
              A new revision of{' '}
              <Link
                className="underline underline-offset-2"
                href={`/launch?project=${encodeURIComponent(job.revisionOf)}`}
              >
                {job.plan?.name ?? 'this project'}
              </Link>
              . The one before is kept.
            </p>
          )}
        </div>
        <div className="hidden sm:block">
          <CancelJob job={job} onChanged={onChanged} />
        </div>
      </div>
      <div className="mt-7">
        <Progress
          value={job.progress}
          label="Progress"
          tone={toneOfStatus[job.status]}
          className="h-2"
        />
        <div className="mt-2.5 flex min-h-8 items-center gap-3 text-sm text-ink-soft">
          <span className="tabular font-medium text-ink">{Math.round(job.progress)} %</span>
          <span className="tabular" title="Elapsed time">
            <span className="sr-only">Elapsed </span>
            {formatElapsed(elapsedOf(job, now))}
          </span>
          <span role="status">
            {isReconnecting && (
              <Badge tone="yolk">
                <WifiOff aria-hidden />
                Reconnecting…
              </Badge>
            )}
          </span>
          <div className="ms-auto sm:hidden">
            <CancelJob job={job} onChanged={onChanged} />
          </div>
        </div>
      </div>
    </header>
  );
}
