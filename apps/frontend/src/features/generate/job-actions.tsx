'use client';
import type { Job } from '@hatchr/contracts';
import { RotateCw } from 'lucide-react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toShownError } from '@/lib/public-error';
import { trpc } from '@/lib/trpc';

interface JobActionProps {
  job: Job;
  onChanged: (job: Job) => void;
}

const showRefusal = (error: unknown): void => {
  toast.error(toShownError(error).message);
};

/** Cancels after asking. What is finished is kept, and the dialog says so. */
export function CancelJob({ job, onChanged }: JobActionProps) {
  const cancel = trpc.jobs.cancel.useMutation({ onSuccess: onChanged, onError: showRefusal });
  if (!job.canCancel) return null;
  return (
    <ConfirmDialog
      trigger={<Button size="sm">Cancel job</Button>}
      title="Cancel this job?"
      description="It stops within a moment. Finished steps are kept, so you can go on later with Retry."
      confirmLabel="Yes, cancel it"
      dismissLabel="Keep going"
      onConfirm={() => cancel.mutateAsync({ jobId: job.jobId }).then(ignore, ignore)}
    />
  );
}

// The mutation itself has shown the refusal; the dialog only needs to know that it is over.
const ignore = (): void => undefined;

/** Starts again at the step that stopped. */
export function RetryJob({ job, onChanged }: JobActionProps) {
  const retry = trpc.jobs.retry.useMutation({ onSuccess: onChanged, onError: showRefusal });
  if (!job.canRetry) return null;
  return (
    <Button
      variant="primary"
      isBusy={retry.isPending}
      onClick={() => {
        retry.mutate({ jobId: job.jobId });
      }}
    >
      {!retry.isPending && <RotateCw aria-hidden />}
      Retry
    </Button>
  );
}
