'use client';
import type { Artifact, Project } from '@hatchr/contracts';
import { Section } from '@/components/layout/section';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Skeleton } from '@/components/ui/skeleton';
import { shortenHash } from '@/lib/format';
import { trpc } from '@/lib/trpc';
import { DownloadLink } from '../media/download-link';
import type { ProjectRef } from '../project-ref';

/** What people send on by itself: each with its size and hash. Everything else is in the ZIP and under Code. */
export function Downloads({ project, reference }: { project: Project; reference: ProjectRef }) {
  const files = trpc.projects.files.useQuery(reference, { staleTime: Infinity });
  if (!files.data) return files.error ? null : <Skeleton className="mt-14 h-40" />;
  const byPath = new Map(files.data.map((artifact) => [artifact.path, artifact]));
  const { deck, video } = project.launchKit;
  const named: [string, Artifact | undefined][] = [
    ['Whole kit', project.download ?? undefined],
    ['Deck, PowerPoint', byPath.get(deck.pptx)],
    ['Deck, PDF', deck.pdf ? byPath.get(deck.pdf) : undefined],
    ['Video, MP4', video.status === 'made' ? byPath.get(video.path) : undefined],
    ['Video, WebM', video.status === 'made' && video.webm ? byPath.get(video.webm) : undefined],
    ['Manifest', byPath.get('hatchr.manifest.json')],
    ['Proof', files.data.find(({ kind }) => kind === 'proof')],
  ];
  return (
    <Section
      title="Downloads"
      description="The sha256 lets whoever gets a file check that it is this one."
    >
      <Card>
        <ul>
          {named.map(
            ([label, artifact]) =>
              artifact && (
                <li
                  key={label}
                  className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-2.5 text-sm not-first:border-t not-first:border-line"
                >
                  <span className="me-auto font-medium">{label}</span>
                  <span className="inline-flex items-center gap-1 text-[13px] text-ink-faint">
                    <code className="font-mono" title={artifact.sha256}>
                      {shortenHash(artifact.sha256)}
                    </code>
                    <CopyButton
                      text={artifact.sha256}
                      label={`Copy sha256 of ${label}`}
                      isIconOnly
                      className="size-7"
                    />
                  </span>
                  <DownloadLink
                    artifact={artifact}
                    label={artifact.path.slice(artifact.path.lastIndexOf('.') + 1).toUpperCase()}
                  />
                </li>
              ),
          )}
        </ul>
      </Card>
    </Section>
  );
}
