import type { JobSummary } from '@hatchr/contracts';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { Egg } from '@/components/brand/egg';
import { Ago } from '@/components/ui/ago';
import { Progress } from '@/components/ui/progress';
import { JobStatusBadge } from './job-status-badge';

/** A job that has no project yet, as a link to its progress page. */
export function JobRow({ job }: { job: JobSummary }) {
  const isActive = job.status === 'queued' || job.status === 'processing';
  return (
    <Link
      href={`/generate?job=${encodeURIComponent(job.jobId)}`}
      className="group flex items-center gap-4 rounded-lg border border-line bg-surface px-4 py-3.5 shadow-card transition-colors hover:border-line-strong"
    >
      <Egg className="h-9 shrink-0" progress={Math.min(job.progress, 99) / 100} />
      <div className="min-w-0 flex-1">
        <p className="w-fit max-w-full truncate text-[15px] font-medium" dir="auto">
          {job.prompt}
        </p>
        <div className="mt-1.5 flex items-center gap-3 text-[13px] text-ink-faint">
          <JobStatusBadge status={job.status} />
          {isActive ? (
            <>
              <Progress
                value={job.progress}
                label="Progress of the job"
                className="max-w-48 flex-1"
              />
              <span className="tabular">{Math.round(job.progress)} %</span>
            </>
          ) : (
            <Ago iso={job.createdAt} />
          )}
        </div>
      </div>
      <ChevronRight
        className="size-4 shrink-0 text-ink-faint transition-transform group-hover:translate-x-0.5"
        aria-hidden
      />
    </Link>
  );
}
