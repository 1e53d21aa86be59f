'use client';
import type { Artifact } from '@hatchr/contracts';
import { useSearchParams } from 'next/navigation';
import { useRef, useState } from 'react';
import { ErrorState } from '@/components/state/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import { trpc } from '@/lib/trpc';
import type { ProjectRef } from '../project-ref';
import { buildFileTree, isInsideZip, searchFiles } from './build-file-tree';
import { CodeViewer } from './code-viewer';
import { FileTree } from './file-tree';

/** The files of the ZIP, to be read before it is downloaded. */
export function Code({ reference }: { reference: ProjectRef }) {
  const files = trpc.projects.files.useQuery(reference, { staleTime: Infinity });
  if (files.error)
    return (
      <ErrorState
        title="The files could not be listed"
        error={files.error}
        onRetry={() => void files.refetch()}
        isRetrying={files.isFetching}
      />
    );
  if (!files.data)
    return (
      <div className={paneStyle} role="status" aria-label="Loading files">
        <Skeleton className="h-72 md:h-full" />
        <Skeleton className="h-full" />
      </div>
    );
  return <CodeBrowser artifacts={files.data.filter(isInsideZip)} reference={reference} />;
}

const paneStyle =
  'grid gap-4 md:h-[calc(100dvh-12rem)] md:min-h-120 md:grid-cols-[17rem_minmax(0,1fr)]';

/** What is opened first: the page that says what the rest is. */
const firstFile = 'README.md';

function CodeBrowser({ artifacts, reference }: { artifacts: Artifact[]; reference: ProjectRef }) {
  const params = useSearchParams();
  const [query, setQuery] = useState('');
  const viewer = useRef<HTMLDivElement>(null);
  const named = params.get('file');
  const open =
    artifacts.find(({ path }) => path === named) ??
    artifacts.find(({ path }) => path === firstFile) ??
    artifacts[0];
  const select = (path: string): void => {
    const next = new URLSearchParams(params);
    next.set('tab', 'code');
    next.set('file', path);
    window.history.replaceState(null, '', `?${next.toString()}`);
    // Below the tree on a narrow screen, where choosing a file would otherwise seem to do nothing.
    if (window.matchMedia('(max-width: 767px)').matches)
      viewer.current?.scrollIntoView({ block: 'start' });
  };
  if (!open) return <p className="text-sm text-ink-soft">This project has no files.</p>;
  return (
    <div className={paneStyle}>
      <FileTree
        nodes={buildFileTree(artifacts)}
        found={query.trim() ? searchFiles(artifacts, query) : null}
        query={query}
        onQuery={setQuery}
        openPath={open.path}
        onOpen={select}
        count={artifacts.length}
      />
      <div ref={viewer} className="h-[70dvh] min-h-0 min-w-0 scroll-mt-32 md:h-full">
        <CodeViewer key={open.path} artifact={open} reference={reference} />
      </div>
    </div>
  );
}
