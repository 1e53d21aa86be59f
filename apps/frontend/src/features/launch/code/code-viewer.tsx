'use client';
import type { Artifact } from '@hatchr/contracts';
import { Download } from 'lucide-react';
import { ErrorState } from '@/components/state/error-state';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Skeleton } from '@/components/ui/skeleton';
import { formatBytes } from '@/lib/format';
import { trpc } from '@/lib/trpc';
import { toOwnPath } from '@/lib/web-url';
import type { ProjectRef } from '../project-ref';
import { HighlightedCode } from './highlighted-code';

/** One file of the kit: its text with colours, or what it is when it has none to show. */
export function CodeViewer({ artifact, reference }: { artifact: Artifact; reference: ProjectRef }) {
  const file = trpc.projects.file.useQuery(
    { ...reference, path: artifact.path },
    { staleTime: Infinity },
  );
  return (
    <section
      aria-label={artifact.path}
      className="flex h-full min-h-0 flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-card"
    >
      <header className="flex min-h-10 items-center gap-3 border-b border-line py-1 ps-4 pe-1.5">
        <p className="min-w-0 truncate font-mono text-[13px]" title={artifact.path}>
          {artifact.path}
        </p>
        <span className="tabular ms-auto shrink-0 text-[13px] text-ink-faint">
          {formatBytes(artifact.size)}
        </span>
        <div className="flex">
          {file.data && file.data.text !== null && (
            <CopyButton text={file.data.text} label="Copy file" isIconOnly />
          )}
          <DownloadFile artifact={artifact} />
        </div>
      </header>
      <div className="min-h-0 flex-1 overflow-auto" tabIndex={0} role="group" aria-label="Code">
        {file.error ? (
          <ErrorState
            title="The file could not be read"
            error={file.error}
            onRetry={() => void file.refetch()}
            isRetrying={file.isFetching}
            className="m-4"
          />
        ) : file.data ? (
          <FileBody artifact={artifact} text={file.data.text} />
        ) : (
          <CodeSkeleton />
        )}
      </div>
    </section>
  );
}

function DownloadFile({ artifact }: { artifact: Artifact }) {
  const href = toOwnPath(artifact.url);
  if (!href) return null;
  const name = artifact.path.slice(artifact.path.lastIndexOf('/') + 1);
  return (
    <Button asChild variant="ghost" size="iconSm">
      <a href={href} download={name} aria-label={`Download ${name}`} title={`Download ${name}`}>
        <Download aria-hidden />
      </a>
    </Button>
  );
}

function FileBody({ artifact, text }: { artifact: Artifact; text: string | null }) {
  if (text !== null) return <HighlightedCode path={artifact.path} text={text} />;
  const src = toOwnPath(artifact.url);
  if (artifact.mediaType.startsWith('image/') && src)
    return (
      <div className="grid min-h-full place-items-center p-6">
        <img src={src} alt={artifact.path} className="max-h-full max-w-full rounded-md" />
      </div>
    );
  return (
    <p className="p-5 text-sm text-ink-soft">
      This file is binary, or too long to show here ({artifact.mediaType},{' '}
      {formatBytes(artifact.size)}). Download it to see it.
    </p>
  );
}

function CodeSkeleton() {
  return (
    <div className="space-y-3 p-5" role="status" aria-label="Loading the file">
      {['w-1/3', 'w-2/3', 'w-1/2', 'w-3/4', 'w-2/5', 'w-3/5'].map((width) => (
        <Skeleton key={width} className={`h-3.5 ${width}`} />
      ))}
    </div>
  );
}
