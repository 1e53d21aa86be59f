'use client';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toShownError } from '@/lib/public-error';
import { trpc } from '@/lib/trpc';

export function DeleteProject({ projectId, name }: { projectId: string; name: string }) {
  const router = useRouter();
  const utils = trpc.useUtils();
  const remove = trpc.projects.delete.useMutation();
  const confirm = async (): Promise<void> => {
    try {
      await remove.mutateAsync({ projectId });
      toast.success(`${name} is deleted`);
      router.replace('/projects');
      await utils.projects.list.invalidate();
    } catch (error) {
      toast.error(toShownError(error).message);
    }
  };
  return (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" size="sm" className="mt-3 -ms-3 text-ink-faint hover:text-bad">
          <Trash2 aria-hidden />
          Delete project
        </Button>
      }
      title={`Delete ${name}?`}
      description="The project, its files and its shared link go for good. A ZIP that was downloaded still works. Its entry in the proof log stays: it holds a hash only."
      confirmLabel="Delete it"
      dismissLabel="Keep it"
      onConfirm={confirm}
    />
  );
}
