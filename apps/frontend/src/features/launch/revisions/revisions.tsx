'use client';
import type { Project, Revision } from '@hatchr/contracts';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { Section } from '@/components/layout/section';
import { ErrorState } from '@/components/state/error-state';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { formatDateTime } from '@/lib/format';
import { trpc } from '@/lib/trpc';
import { ComparisonView, FileDiff } from './comparison-view';
import { RestoreRevision } from './restore-revision';

const launchPath = (projectId: string, more: Record<string, string>): string =>
  `/launch?${new URLSearchParams({ project: projectId, ...more }).toString()}`;

/** Two numbers of revisions in the address: `compare=1..2`. */
function readCompared(text: string | null): { from: number; to: number } | null {
  const [, from, to] = /^(\d{1,4})\.\.(\d{1,4})$/.exec(text ?? '') ?? [];
  return from && to ? { from: Number(from), to: Number(to) } : null;
}

/** Every revision of the project: look at one, compare two, bring one back. */
export default function Revisions({ project }: { project: Project }) {
  const { projectId } = project;
  const compared = readCompared(useSearchParams().get('compare'));
  const revisions = trpc.projects.revisions.useQuery({ projectId });
  if (revisions.error)
    return (
      <ErrorState
        title="The revisions could not be listed"
        error={revisions.error}
        onRetry={() => void revisions.refetch()}
        isRetrying={revisions.isFetching}
      />
    );
  if (!revisions.data) return <Skeleton className="h-40" />;
  return (
    <>
      <Section
        title="Revisions"
        description="Each one keeps its files, its ZIP and its proof. The current one is what your shared link shows."
      >
        <Card>
          <ul>
            {revisions.data.map((revision) => (
              <li
                key={revision.number}
                className="px-5 py-4 text-sm not-first:border-t not-first:border-line"
              >
                <RevisionRow
                  revision={revision}
                  projectId={projectId}
                  shown={project.revision.number}
                />
              </li>
            ))}
          </ul>
        </Card>
      </Section>
      {compared && <Compared projectId={projectId} {...compared} />}
    </>
  );
}

interface RevisionRowProps {
  revision: Revision;
  projectId: string;
  shown: number;
}

const verdicts = {
  passed: { tone: 'good', text: 'Every check passed' },
  failed: { tone: 'bad', text: 'A check failed' },
  skipped: { tone: 'neutral', text: 'Checks not run' },
} as const;

function RevisionRow({ revision, projectId, shown }: RevisionRowProps) {
  const { number, isCurrent } = revision;
  const verdict = verdicts[revision.verification];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="me-auto min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          Revision {number}
          {isCurrent && <Badge tone="shell">Current</Badge>}
          <Badge tone={verdict.tone}>{verdict.text}</Badge>
        </p>
        <p className="mt-1 text-ink-soft wrap-anywhere" dir="auto">
          {revision.note ?? revision.name}
        </p>
        <p className="tabular mt-0.5 text-[13px] text-ink-faint">
          {formatDateTime(revision.createdAt)} · {revision.fileCount} files
        </p>
      </div>
      {number !== shown && (
        <>
          <Button asChild size="sm" variant="ghost">
            <Link href={launchPath(projectId, { revision: String(number) })}>Look at it</Link>
          </Button>
          <Button asChild size="sm">
            <Link
              scroll={false}
              href={launchPath(projectId, {
                tab: 'revisions',
                compare: `${String(Math.min(number, shown))}..${String(Math.max(number, shown))}`,
              })}
            >
              Compare with {shown}
            </Link>
          </Button>
        </>
      )}
      {!isCurrent && <RestoreRevision number={number} projectId={projectId} />}
    </div>
  );
}

function Compared({ projectId, from, to }: { projectId: string; from: number; to: number }) {
  const comparison = trpc.projects.compare.useQuery(
    { projectId, from, to },
    { staleTime: Infinity },
  );
  return (
    <div className="mt-14">
      <h2 className="text-lg font-semibold tracking-[-0.02em]">
        From revision {from} to revision {to}
      </h2>
      <div className="mt-6">
        {comparison.error ? (
          <ErrorState title="These two could not be compared" error={comparison.error} />
        ) : comparison.data ? (
          <ComparisonView
            comparison={comparison.data}
            renderFile={(path) => <ComparedFile input={{ projectId, from, to, path }} />}
          />
        ) : (
          <Skeleton className="h-40" />
        )}
      </div>
    </div>
  );
}

interface ComparedFileProps {
  input: { projectId: string; from: number; to: number; path: string };
}

function ComparedFile({ input }: ComparedFileProps) {
  const file = trpc.projects.compareFile.useQuery(input, { staleTime: Infinity });
  if (file.error) return <ErrorState title="This file could not be compared" error={file.error} />;
  return file.data ? <FileDiff file={file.data} /> : <Skeleton className="m-4 h-20" />;
}
