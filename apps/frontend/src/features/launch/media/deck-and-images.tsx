'use client';
import type { Artifact, LaunchKit } from '@hatchr/contracts';
import { Section } from '@/components/layout/section';
import { ErrorState } from '@/components/state/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import { trpc } from '@/lib/trpc';
import type { ProjectRef } from '../project-ref';
import { DeckViewer } from './deck-viewer';
import { DownloadLink } from './download-link';
import { ImageGrid } from './image-grid';
import { LaunchVideo } from './launch-video';

interface DeckAndImagesProps {
  kit: LaunchKit;
  reference: ProjectRef;
}

/** The visual part of the launch kit. The kit names paths; the list of files says where their bytes are. */
export function DeckAndImages({ kit, reference }: DeckAndImagesProps) {
  const files = trpc.projects.files.useQuery(reference, { staleTime: Infinity });
  if (files.error)
    return (
      <ErrorState
        title="The files of the kit could not be listed"
        error={files.error}
        onRetry={() => void files.refetch()}
        isRetrying={files.isFetching}
      />
    );
  if (!files.data)
    return (
      <div role="status" aria-label="Loading deck and images">
        <Skeleton className="h-7 w-40" />
        <Skeleton className="mt-6 aspect-video w-full max-w-4xl" />
      </div>
    );
  const byPath = new Map(files.data.map((artifact) => [artifact.path, artifact]));
  return <Media kit={kit} byPath={byPath} reference={reference} />;
}

function Media({ kit, byPath, reference }: DeckAndImagesProps & { byPath: Map<string, Artifact> }) {
  const { deck, images, video } = kit;
  const editable = byPath.get(deck.pptx);
  // Whoever shares the pitch alone keeps the editable deck.
  const isOwn = reference.shareToken === undefined;
  return (
    <>
      <Section
        title="Pitch deck"
        description={`${String(deck.slides.length)} slides${editable ? ' with speaker notes. Shapes and charts are native, so you can edit them' : ''}. Figures nobody knows yet are marked blanks.`}
        actions={
          <div className="flex gap-2">
            {(editable || isOwn) && <DownloadLink artifact={editable} label="PowerPoint" />}
            <DownloadLink artifact={deck.pdf ? byPath.get(deck.pdf) : undefined} label="PDF" />
          </div>
        }
      >
        <DeckViewer
          slides={deck.slides.map((slide, index) => ({
            ...slide,
            preview: byPath.get(deck.previews[index] ?? ''),
          }))}
        />
      </Section>
      <Section
        title="Images"
        description="In the sizes that social networks and directories ask for."
      >
        {images.length > 0 ? (
          <ImageGrid images={images} byPath={byPath} />
        ) : (
          <p className="text-sm text-ink-soft">This kit has no images.</p>
        )}
      </Section>
      <LaunchVideo video={video} byPath={byPath} reference={reference} />
    </>
  );
}
