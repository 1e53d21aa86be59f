'use client';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { attachStream } from './attach-stream';

interface VideoPlayerProps {
  /** Paths of the kit's files, the first that a browser can play is played. */
  files: string[];
  /** An HLS stream that is played instead, for as long as it can be. */
  hlsUrl: string | null;
  captions: string | undefined;
  poster: string | undefined;
  width: number;
  height: number;
  /** What is said below it, null for nothing. */
  note: string | null;
}

/** The browser's own player, over a stream where there is one that plays, and over the kit's files otherwise. */
export function VideoPlayer({ files, hlsUrl, note, ...picture }: VideoPlayerProps) {
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  if (hlsUrl && hlsUrl !== failedUrl)
    return (
      <>
        <StreamVideo
          {...picture}
          url={hlsUrl}
          onFail={() => {
            setFailedUrl(hlsUrl);
          }}
        />
        <Note text={note} />
      </>
    );
  return (
    <>
      <Video {...picture}>
        {files.map((src) => (
          <source
            key={src}
            src={src}
            type={src.split('?', 1)[0]?.endsWith('.webm') ? 'video/webm' : 'video/mp4'}
          />
        ))}
      </Video>
      <Note
        text={
          hlsUrl && hlsUrl === failedUrl
            ? 'The stream could not be played here, so the file of the kit plays.'
            : note
        }
      />
    </>
  );
}

function Note({ text }: { text: string | null }) {
  return text === null ? null : (
    <p role="status" className="mt-2 text-[13px] text-ink-soft">
      {text}
    </p>
  );
}

type Picture = Omit<VideoPlayerProps, 'files' | 'hlsUrl' | 'note'>;

function StreamVideo({ url, onFail, ...picture }: Picture & { url: string; onFail: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const fail = useRef(onFail);
  useEffect(() => {
    fail.current = onFail;
  });
  useEffect(() => {
    if (!video.current) return undefined;
    return attachStream(video.current, url, () => {
      fail.current();
    });
  }, [url]);
  return <Video {...picture} video={video} />;
}

function Video({
  video,
  captions,
  poster,
  width,
  height,
  children,
}: Picture & { video?: React.RefObject<HTMLVideoElement | null>; children?: ReactNode }) {
  return (
    <video
      ref={video}
      controls
      playsInline
      preload="metadata"
      poster={poster}
      width={width}
      height={height}
      aria-label="Launch video"
      className="aspect-video h-auto w-full max-w-4xl rounded-lg border border-line bg-sunken shadow-card"
    >
      {children}
      {captions && <track kind="captions" label="Captions" src={captions} default />}
    </video>
  );
}
