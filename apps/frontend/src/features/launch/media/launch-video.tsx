import type { Artifact, LaunchKit, Project } from '@hatchr/contracts';
import { Clapperboard } from 'lucide-react';
import { Section } from '@/components/layout/section';
import { Card } from '@/components/ui/card';
import { trpc } from '@/lib/trpc';
import { toOwnPath } from '@/lib/web-url';
import type { ProjectRef } from '../project-ref';
import { DownloadLink } from './download-link';
import { RestyleLive } from './restyle/restyle-live';
import { VideoPlayer } from './video-player';

type Video = LaunchKit['video'];

interface LaunchVideoProps {
  video: Video;
  byPath: Map<string, Artifact>;
  reference: ProjectRef;
}

/** The launch video in the browser's own player, or the reason why there is none. */
export function LaunchVideo({ video, byPath, reference }: LaunchVideoProps) {
  if (video.status === 'not_made')
    return (
      <Section title="Video">
        <Card className="flex gap-4 p-5 text-sm">
          <Clapperboard className="mt-0.5 size-5 shrink-0 text-ink-faint" aria-hidden />
          <div>
            <p className="font-medium">Not made</p>
            <p className="mt-1 max-w-2xl text-ink-soft">{video.reason}</p>
          </div>
        </Card>
      </Section>
    );
  return (
    <Section
      title="Video"
      description={`${String(Math.round(video.seconds))} seconds in ${String(video.height)}p, with captions. ${video.sound.reason}`}
      actions={
        <div className="flex flex-wrap gap-2">
          <DownloadLink artifact={byPath.get(video.path)} label="MP4" />
          {video.webm && <DownloadLink artifact={byPath.get(video.webm)} label="WebM" />}
          <DownloadLink artifact={byPath.get(video.captions)} label="Captions" />
        </div>
      }
    >
      <Player video={video} byPath={byPath} reference={reference} />
    </Section>
  );
}

function Player({
  video,
  byPath,
  reference,
}: {
  video: Extract<Video, { status: 'made' }>;
  byPath: Map<string, Artifact>;
  reference: ProjectRef;
}) {
  const project = useProject(reference);
  const hosted = project?.hostedVideo;
  const addressOf = (path: string | null): string | undefined => {
    const artifact = path === null ? undefined : byPath.get(path);
    return (artifact && toOwnPath(artifact.url)) ?? undefined;
  };
  const files = [video.path, video.webm].map(addressOf).filter((src) => src !== undefined);
  if (files.length === 0)
    return <p className="text-sm text-ink-soft">The video’s file is not in this kit.</p>;
  return (
    <>
      <VideoPlayer
        files={files}
        hlsUrl={hosted?.status === 'ready' ? hosted.hlsUrl : null}
        captions={addressOf(video.captions)}
        poster={addressOf(video.poster)}
        width={video.width}
        height={video.height}
        note={hosted && hosted.status !== 'off' ? hosted.reason : null}
      />
      {project?.access === 'owner' && files[0] !== undefined && (
        <RestyleLive projectId={project.projectId} slug={project.slug} clip={files[0]} />
      )}
    </>
  );
}

/** The project that the page shows, asked for again while the hosting of its video is on its way. */
function useProject(reference: ProjectRef): Project | undefined {
  const project = trpc.project.useQuery(reference, {
    staleTime: 5 * 60_000,
    refetchInterval: ({ state }) => (state.data?.hostedVideo.status === 'pending' ? 5_000 : false),
  });
  return project.data;
}
