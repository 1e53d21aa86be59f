'use client';
import type { Job } from '@hatchr/contracts';
import { ArrowRight, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { trpc } from '@/lib/trpc';
import { RetryJob } from './job-actions';

interface JobOutcomeProps {
  job: Job;
  onChanged: (job: Job) => void;
}

/** What comes after the job: the way to the launch page, or why it stopped and how to go on. */
export function JobOutcome({ job, onChanged }: JobOutcomeProps) {
  if (job.status === 'completed' && job.projectId) return <Hatched projectId={job.projectId} />;
  if (job.status === 'failed' || job.status === 'cancelled')
    return <Stopped job={job} onChanged={onChanged} />;
  return null;
}

/** Long enough to see the last step turn green and to press "Stay here" (ms). */
const beforeLeavingMs = 2500;

function Hatched({ projectId }: { projectId: string }) {
  const router = useRouter();
  const [isStaying, setIsStaying] = useState(false);
  const utils = trpc.useUtils();
  useEffect(() => {
    // A new revision changes a project that this visit may have read already.
    void utils.project.invalidate();
    void utils.projects.invalidate();
  }, [utils]);
  const href = `/launch?project=${encodeURIComponent(projectId)}`;
  useEffect(() => {
    if (isStaying) return;
    // Replaces this page in the history: Back from the launch page must not lead into this timer again.
    const timer = setTimeout(() => {
      router.replace(href);
    }, beforeLeavingMs);
    return () => {
      clearTimeout(timer);
    };
  }, [isStaying, href, router]);
  return (
    <div className="animate-rise-in mt-6 flex flex-wrap items-center gap-3 rounded-lg border border-yolk-line bg-yolk-tint p-4">
      <p className="me-auto text-sm">
        {isStaying
          ? 'The kit is ready.'
          : 'The kit is ready. Taking you to its launch page in a moment.'}
      </p>
      {!isStaying && (
        <Button
          variant="ghost"
          size="sm"
          onClick={() => {
            setIsStaying(true);
          }}
        >
          Stay here
        </Button>
      )}
      <Button asChild variant="primary" size="sm">
        <Link href={href} replace>
          Open the launch page
          <ArrowRight className="rtl:rotate-180" aria-hidden />
        </Link>
      </Button>
    </div>
  );
}

function Stopped({ job, onChanged }: JobOutcomeProps) {
  const isFailure = job.status === 'failed';
  const stopped = job.steps.find((step) => step.status === job.status);
  return (
    <div
      role="alert"
      className={
        isFailure
          ? 'mt-6 rounded-lg border border-bad-line bg-bad-tint p-5'
          : 'mt-6 rounded-lg border border-line bg-sunken p-5 dark:bg-raised'
      }
    >
      <div className="flex gap-3">
        {isFailure && <TriangleAlert className="mt-0.5 size-5 shrink-0 text-bad" aria-hidden />}
        <div className="min-w-0">
          <p className="font-medium">
            {isFailure
              ? `It stopped at “${stopped?.title ?? 'an early step'}”`
              : 'Stopped because you asked for it'}
          </p>
          <p className="mt-1 text-sm text-ink-soft">
            {job.error?.message ?? 'Retry goes on from the step that stopped.'} Finished steps are
            kept and do not run again.
          </p>
          {job.error && (
            <p className="mt-2 font-mono text-xs text-ink-soft">
              {job.error.code} · job {job.jobId}
            </p>
          )}
        </div>
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <RetryJob job={job} onChanged={onChanged} />
        <Button asChild>
          <Link href="/">Start with another idea</Link>
        </Button>
      </div>
    </div>
  );
}
