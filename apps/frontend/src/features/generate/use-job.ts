'use client';
import type { Job } from '@hatchr/contracts';
import { useEffect } from 'react';
import { isActiveJob } from '@/features/projects/is-active-job';
import { trpc } from '@/lib/trpc';
import { mergeJob } from './merge-job';

/** How often the job is asked for while the stream is down (ms): the interval that the product promises. */
const pollMs = 2000;
/** How long to wait before a stream that the server refused or closed is opened again (ms). */
const reopenMs = 10_000;

export interface WatchedJob {
  job: Job | undefined;
  /** Why there is no job to show; a passing failure after the first answer is `isReconnecting` instead. */
  error: unknown;
  isReconnecting: boolean;
  isFetching: boolean;
  refetch: () => void;
  /** Takes in what a cancel or retry answered. */
  accept: (job: Job) => void;
}

/**
 * One job, live: the status query is the only state, and the event stream writes into it. While the stream is
 * down the query polls; when it returns it resumes after the last event seen, so nothing is missed.
 */
export function useJob(jobId: string): WatchedJob {
  const utils = trpc.useUtils();
  const accept = (job: Job): void => {
    utils.status.setData({ jobId }, job);
  };
  const status = trpc.status.useQuery(
    { jobId },
    {
      structuralSharing: (known, incoming) => mergeJob(known as Job | undefined, incoming as Job),
    },
  );
  const isActive = status.data ? isActiveJob(status.data) : false;
  const stream = trpc.jobs.watch.useSubscription(
    { jobId },
    {
      enabled: isActive,
      onData: ({ data }) => {
        accept({ ...data.job, events: [data.event] });
      },
    },
  );
  const isLive = stream.status === 'pending';
  const { refetch } = status;
  const isPolling = isActive && !isLive;
  useEffect(() => {
    if (!isPolling) return;
    const timer = setInterval(() => void refetch(), pollMs);
    return () => {
      clearInterval(timer);
    };
  }, [isPolling, refetch]);

  const { reset } = stream;
  // Refused, or ended by a server that is going down while the job goes on.
  const isClosed = stream.status === 'error' || stream.status === 'idle';
  useEffect(() => {
    if (!isClosed || !isActive) return;
    const timer = setTimeout(reset, reopenMs);
    return () => {
      clearTimeout(timer);
    };
  }, [isClosed, isActive, reset]);

  return {
    job: status.data,
    error: status.data ? null : status.error,
    isReconnecting: isActive && !isLive && (stream.error !== null || status.failureCount > 0),
    isFetching: status.isFetching,
    refetch: () => void status.refetch(),
    accept,
  };
}
