import type { Artifact, LaunchKit } from '@hatchr/contracts';
import { Clapperboard } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { toOwnPath } from '@/lib/web-url';
import { Section } from '../section';
import { DownloadLink } from './download-link';

type Video = LaunchKit['video'];

interface LaunchVideoProps {
  video: Video;
  byPath: Map<string, Artifact>;
}

/** The launch video in the browser's own player, or the reason why there is none. */
export function LaunchVideo({ video, byPath }: LaunchVideoProps) {
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
      description={`${String(Math.round(video.seconds))} seconds in ${String(video.height)}p, drawn from the specification, with music made for it and captions.`}
      actions={
        <div className="flex flex-wrap gap-2">
          <DownloadLink artifact={byPath.get(video.path)} label="MP4" />
          {video.webm && <DownloadLink artifact={byPath.get(video.webm)} label="WebM" />}
          <DownloadLink artifact={byPath.get(video.captions)} label="Captions" />
        </div>
      }
    >
      <Player video={video} byPath={byPath} />
    </Section>
  );
}

function Player({
  video,
  byPath,
}: {
  video: Extract<Video, { status: 'made' }>;
  byPath: Map<string, Artifact>;
}) {
  const addressOf = (path: string | null): string | undefined => {
    const artifact = path === null ? undefined : byPath.get(path);
    return (artifact && toOwnPath(artifact.url)) ?? undefined;
  };
  const sources = [video.path, video.webm].map(addressOf).filter((src) => src !== undefined);
  if (sources.length === 0)
    return <p className="text-sm text-ink-soft">The video’s file is not in this kit.</p>;
  const captions = addressOf(video.captions);
  return (
    <video
      controls
      playsInline
      preload="metadata"
      poster={addressOf(video.poster)}
      width={video.width}
      height={video.height}
      aria-label="Launch video"
      className="aspect-video h-auto w-full max-w-4xl rounded-lg border border-line bg-sunken shadow-card"
    >
      {sources.map((src) => (
        <source
          key={src}
          src={src}
          type={src.split('?', 1)[0]?.endsWith('.webm') ? 'video/webm' : 'video/mp4'}
        />
      ))}
      {captions && <track kind="captions" label="Captions" src={captions} default />}
    </video>
  );
}
