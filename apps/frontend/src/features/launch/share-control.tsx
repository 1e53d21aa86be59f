'use client';
import type { Project } from '@hatchr/contracts';
import { useId } from 'react';
import { toast } from 'sonner';
import { CopyButton } from '@/components/ui/copy-button';
import { Switch } from '@/components/ui/switch';
import { toShownError } from '@/lib/public-error';
import { trpc } from '@/lib/trpc';
import { toOwnPath } from '@/lib/web-url';
import type { ProjectRef } from './project-ref';

interface ShareControlProps {
  project: Project;
  reference: ProjectRef;
}

/** Makes a read-only link, or takes it back. */
export function ShareControl({ project, reference }: ShareControlProps) {
  const id = useId();
  const utils = trpc.useUtils();
  const share = trpc.projects.share.useMutation({
    onSuccess: (changed) => {
      utils.project.setData(reference, changed);
      toast.success(changed.sharePath ? 'The link works now' : 'The link no longer works');
    },
    onError: (error) => {
      toast.error(toShownError(error).message);
    },
  });
  const path = project.sharePath ? toOwnPath(project.sharePath) : null;
  return (
    <div>
      <div className="flex items-center justify-between gap-4">
        <label htmlFor={id} className="text-sm font-medium">
          Share a link
        </label>
        <Switch
          id={id}
          aria-describedby={`${id}-hint`}
          checked={project.sharePath !== null}
          disabled={share.isPending}
          onCheckedChange={(isShared) => {
            share.mutate({ projectId: project.projectId, isShared });
          }}
        />
      </div>
      <p id={`${id}-hint`} className="mt-1 text-[13px] text-ink-faint">
        {path
          ? 'Anyone with the link can read and download this kit.'
          : 'Private: only you can open this page.'}
      </p>
      {path && (
        <CopyButton
          text={new URL(path, window.location.origin).href}
          label="Copy link"
          variant="secondary"
          className="mt-3 w-full"
        />
      )}
    </div>
  );
}
