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

/** Makes a read-only link to the pitch, on request to the whole kit, or takes it back. */
export function ShareControl({ project, reference }: ShareControlProps) {
  const share = useShare(reference);
  const { projectId, sharesDownloads } = project;
  const path = project.sharePath ? toOwnPath(project.sharePath) : null;
  return (
    <div>
      <LabelledSwitch
        label="Share a link"
        hint={path ? describe(sharesDownloads) : 'Private: only you can open this page.'}
        checked={project.sharePath !== null}
        disabled={share.isPending}
        onCheckedChange={(isShared) => {
          share.mutate({ projectId, isShared, includesDownloads: false });
        }}
      />
      {path && (
        <>
          <LabelledSwitch
            label="Include downloads"
            hint="The ZIP with the code, the documents and the posts."
            checked={sharesDownloads}
            disabled={share.isPending}
            onCheckedChange={(includesDownloads) => {
              share.mutate({ projectId, isShared: true, includesDownloads });
            }}
            className="mt-3"
          />
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
        </>
      )}
      <HostedNote status={project.hostedVideo.status} />
    </div>
  );
}

const describe = (sharesDownloads: boolean): string =>
  sharesDownloads
    ? 'Anyone with the link can read this page and download the whole kit.'
    : 'Anyone with the link sees the pitch: deck, video, images, screenshots, competitors and checks.';

/** A stream at a host has an address of its own, which the link does not guard. */
function HostedNote({ status }: Pick<Project['hostedVideo'], 'status'>) {
  if (status !== 'ready' && status !== 'pending') return null;
  return (
    <p className="mt-3 text-[13px] text-ink-faint">
      The video is also public at Livepeer: whoever has the address of its stream can play it, with
      or without this link, until you delete the asset in your Livepeer account.
    </p>
  );
}

interface LabelledSwitchProps {
  label: string;
  hint: string;
  checked: boolean;
  disabled: boolean;
  onCheckedChange: (isOn: boolean) => void;
  className?: string;
}

function LabelledSwitch({ label, hint, className, ...control }: LabelledSwitchProps) {
  const id = useId();
  return (
    <div className={className}>
      <div className="flex items-center justify-between gap-4">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        <Switch id={id} aria-describedby={`${id}-hint`} {...control} />
      </div>
      <p id={`${id}-hint`} className="mt-1 text-[13px] text-ink-faint">
        {hint}
      </p>
    </div>
  );
}
