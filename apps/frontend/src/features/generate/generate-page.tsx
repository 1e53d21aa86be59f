'use client';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { EmptyState } from '@/components/state/empty-state';
import { Button } from '@/components/ui/button';
import { JobProgress } from './job-progress';

/** Reads the job's id from the address, so that a reload or a bookmark finds the same job. */
export function GeneratePage() {
  const jobId = useSearchParams().get('job');
  if (jobId) return <JobProgress key={jobId} jobId={jobId} />;
  return (
    <>
      <h1 className="sr-only">Progress</h1>
      <EmptyState
        title="No job is named in this address"
        description="Start one with a sentence, or open a running job from your projects."
      >
        <Button asChild variant="primary">
          <Link href="/">Describe an idea</Link>
        </Button>
      </EmptyState>
    </>
  );
}
