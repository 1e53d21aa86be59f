'use client';
import type { Project } from '@hatchr/contracts';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Switch } from '@/components/ui/switch';
import { toOwnPath } from '@/lib/web-url';
import type { ProjectRef } from './project-ref';
import { useShare } from './use-share';

interface ShareControlProps {
  project: Project;
  reference: ProjectRef;
}

/** Makes a read-only link, or takes it back. */
export function ShareControl({ project, reference }: ShareControlProps) {
  const id = useId();
  const share = useShare(reference);
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
        <div className="mt-3 grid gap-2">
          <CopyButton
            text={new URL(path, window.location.origin).href}
            label="Copy link"
            variant="secondary"
            className="w-full"
          />
          <Button asChild variant="ghost" size="sm">
            <a href={path} target="_blank" rel="noopener">
              See what they see
            </a>
          </Button>
        </div>
      )}
    </div>
  );
}
