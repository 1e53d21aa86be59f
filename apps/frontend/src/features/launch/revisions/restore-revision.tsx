'use client';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toShownError } from '@/lib/public-error';
import { trpc } from '@/lib/trpc';

/** Makes an older revision the current one, after a question. */
export function RestoreRevision({ number, projectId }: { number: number; projectId: string }) {
  const utils = trpc.useUtils();
  const restore = trpc.projects.restore.useMutation();
  const confirm = async (): Promise<void> => {
    try {
      await restore.mutateAsync({ projectId, number });
      toast.success(`Revision ${String(number)} is the current one`);
      await Promise.all([
        utils.project.invalidate(),
        utils.projects.revisions.invalidate(),
        utils.projects.files.invalidate(),
        utils.projects.list.invalidate(),
      ]);
    } catch (error) {
      toast.error(toShownError(error).message);
    }
  };
  return (
    <ConfirmDialog
      trigger={<Button size="sm">Restore</Button>}
      title={`Make revision ${String(number)} the current one?`}
      description="Your shared link and the download then give this revision. Nothing is built again and no other revision is lost."
      confirmLabel="Restore it"
      dismissLabel="Leave it"
      onConfirm={confirm}
    />
  );
}
