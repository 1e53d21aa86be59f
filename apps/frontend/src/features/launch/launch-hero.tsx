'use client';
import type { Artifact, Project } from '@hatchr/contracts';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { Monogram } from '@/components/brand/monogram';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { formatBytes, formatDate, shortenHash } from '@/lib/format';
import { toOwnPath } from '@/lib/web-url';
import { DeleteProject } from './delete-project';
import { NextStep } from './next-step';
import type { ProjectRef } from './project-ref';
import { ShareControl } from './share-control';
import { useDownloaded } from './use-downloaded';
import { VerdictStrip } from './verdict-strip';

interface LaunchHeroProps {
  project: Project;
  reference: ProjectRef;
}

/** The startup's name and promise, the verdict of its checks, and the one thing to do next. */
export function LaunchHero({ project, reference }: LaunchHeroProps) {
  const { spec } = project;
  return (
    <header className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-16">
      <div className="min-w-0">
        <Monogram
          name={project.name}
          colour={spec.brand.primary}
          className="size-14 rounded-lg text-2xl"
        />
        <h1
          className="mt-6 w-fit text-[34px] leading-[1.1] font-semibold tracking-[-0.035em] wrap-anywhere sm:text-[44px]"
          dir="auto"
        >
          {project.name}
        </h1>
        <p className="mt-3 w-fit text-lg text-ink-soft sm:text-xl" dir="auto">
          {project.tagline}
        </p>
        <p className="mt-5 w-fit max-w-2xl text-[15px] leading-relaxed text-ink-soft" dir="auto">
          {spec.summary}
        </p>
        <div className="mt-6 flex flex-wrap items-center gap-2 text-[13px] text-ink-faint">
          <Badge tone="shell">{spec.category}</Badge>
          <Badge>For {spec.audience}</Badge>
          <span>
            Made {formatDate(project.createdAt)}
            {project.revision.total > 1 &&
              ` · revision ${String(project.revision.number)} of ${String(project.revision.total)}`}
          </span>
        </div>
        <blockquote
          className="mt-6 w-fit border-s-2 border-shell-line ps-4 text-sm wrap-anywhere text-ink-faint"
          dir="auto"
        >
          {project.prompt}
        </blockquote>
        <VerdictStrip report={project.verification} />
      </div>
      <NextCard project={project} reference={reference} />
    </header>
  );
}

function NextCard({ project, reference }: LaunchHeroProps) {
  const { download } = project;
  const [isDownloaded, noteDownload] = useDownloaded(project.manifestDigest);
  const href = download && toOwnPath(download.url);
  return (
    <Card className="p-5">
      <h2 className="mb-1 text-xs font-medium text-ink-faint">Next</h2>
      <NextStep
        project={project}
        reference={reference}
        isDownloaded={isDownloaded}
        onDownload={noteDownload}
      />
      {isDownloaded && download && href && (
        <Button asChild className="mt-2 w-full">
          <a href={href} download={download.path}>
            <Download aria-hidden />
            Download ZIP again
          </a>
        </Button>
      )}
      {download && <DownloadFacts download={download} fileCount={project.fileCount} />}
      {project.access === 'owner' ? (
        <div className="mt-4 border-t border-line pt-4">
          <ShareControl project={project} reference={reference} />
          <DeleteProject projectId={project.projectId} name={project.name} />
        </div>
      ) : (
        <p className="mt-4 border-t border-line pt-4 text-[13px] text-ink-soft">
          You are reading this through a shared link. Only its owner can change it.
          {download === null && ' Code, documents and posts stay with them.'}
        </p>
      )}
    </Card>
  );
}

function DownloadFacts({ download, fileCount }: { download: Artifact; fileCount: number }) {
  return (
    <dl className="mt-4 space-y-1.5 text-[13px]">
      <Fact label="Size">
        {formatBytes(download.size)} in {fileCount} files
      </Fact>
      <Fact label="sha256">
        <span className="inline-flex items-center gap-1">
          <code className="font-mono" title={download.sha256}>
            {shortenHash(download.sha256)}
          </code>
          <CopyButton
            text={download.sha256}
            label="Copy sha256 of the ZIP"
            isIconOnly
            className="-my-2 size-7"
          />
        </span>
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-4">
      <dt className="text-ink-faint">{label}</dt>
      <dd className="tabular text-ink-soft">{children}</dd>
    </div>
  );
}
