'use client';
import type { Project } from '@hatchr/contracts';
import { toast } from 'sonner';
import { toShownError } from '@/lib/public-error';
import { trpc } from '@/lib/trpc';
import type { ProjectRef } from './project-ref';

/** Makes the shared link of a project or takes it back, and says what came of it. */
export function useShare(reference: ProjectRef) {
  const utils = trpc.useUtils();
  return trpc.projects.share.useMutation({
    onSuccess: (changed) => {
      utils.project.setData(reference, changed);
      toast.success(describe(changed));
    },
    onError: (error) => {
      toast.error(toShownError(error).message);
    },
  });
}

function describe({ sharePath, sharesDownloads }: Project): string {
  if (sharePath === null) return 'The link no longer works';
  return sharesDownloads ? 'The link opens the whole kit now' : 'The link shows the pitch now';
}
