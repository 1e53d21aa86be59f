'use client';
import type { Artifact, Project } from '@hatchr/contracts';
import { ArrowDown, Download, Link2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { toOwnPath } from '@/lib/web-url';
import { tabsId, useTab } from './use-tab';
import { useShare } from './use-share';
import type { ProjectRef } from './project-ref';

interface NextStepProps {
  project: Project;
  reference: ProjectRef;
  isDownloaded: boolean;
  onDownload: () => void;
}

/** The one thing to do now: get the kit, then show it, then post it. Readers of a shared link look at it, or get it and run it. */
export function NextStep({ project, reference, isDownloaded, onDownload }: NextStepProps) {
  const { download } = project;
  if (download === null)
    return (
      <TabStep text="See the pitch: deck, video and pictures." tab="media" label="See the deck" />
    );
  if (!isDownloaded)
    return (
      <DownloadStep
        download={download}
        verification={project.verification}
        onDownload={onDownload}
      />
    );
  if (project.access === 'shared')
    return (
      <TabStep
        text="You have the kit. Three commands run it on your machine."
        tab="deploy"
        label="See the commands"
      />
    );
  if (project.sharePath === null) return <ShareStep project={project} reference={reference} />;
  return (
    <TabStep
      text="The kit is yours and its page has a link. Post it where your users are."
      tab="channels"
      label="Go to the posts"
    />
  );
}

const sentence = 'text-sm text-ink-soft';
const wide = 'mt-3 w-full';

interface DownloadStepProps extends Pick<Project, 'verification'> {
  download: Artifact;
  onDownload: () => void;
}

function DownloadStep({ download, verification, onDownload }: DownloadStepProps) {
  const href = toOwnPath(download.url);
  return (
    <>
      <p className={sentence}>
        {verification.outcome === 'passed'
          ? 'Your kit is ready and its app passed every check.'
          : 'Your kit is ready. Its checks were not all run here: run them after unpacking.'}
      </p>
      {href && (
        <Button asChild variant="primary" size="lg" className={wide}>
          <a href={href} download={download.path} onClick={onDownload}>
            <Download aria-hidden />
            Download ZIP
          </a>
        </Button>
      )}
    </>
  );
}

function ShareStep({ project, reference }: Pick<NextStepProps, 'project' | 'reference'>) {
  const share = useShare(reference);
  return (
    <>
      <p className={sentence}>
        You have the kit. Show it to someone: a link to the pitch that you can take back, with
        nothing to edit.
      </p>
      <Button
        variant="primary"
        size="lg"
        className={wide}
        isBusy={share.isPending}
        onClick={() => {
          share.mutate({ projectId: project.projectId, isShared: true, includesDownloads: false });
        }}
      >
        <Link2 aria-hidden />
        Make a link
      </Button>
    </>
  );
}

function TabStep({ text, tab, label }: { text: string; tab: string; label: string }) {
  const [, openTab] = useTab();
  return (
    <>
      <p className={sentence}>{text}</p>
      <Button
        variant="primary"
        size="lg"
        className={wide}
        onClick={() => {
          openTab(tab);
          document.getElementById(tabsId)?.scrollIntoView({ behavior: 'smooth' });
        }}
      >
        <ArrowDown aria-hidden />
        {label}
      </Button>
    </>
  );
}
