'use client';
import { Download, Sparkles, Square } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { TextField } from '@/components/ui/text-field';
import { trpc } from '@/lib/trpc';
import { useRestyle } from './use-restyle';

interface RestyleLiveProps {
  projectId: string;
  slug: string;
  /** Path of the video on this origin. */
  clip: string;
}

const ideas = ['watercolour on paper', 'paper cut-out', 'neon at night', 'pencil sketch'];

/** Has the launch video redrawn live, for its owner; says why not where that is off. */
export function RestyleLive(props: RestyleLiveProps) {
  const about = trpc.restyle.about.useQuery(undefined, { staleTime: Infinity });
  if (!about.data) return null;
  if (!about.data.isOn)
    return <p className="mt-2 text-[13px] text-ink-soft">{about.data.reason}</p>;
  return <RestylePanel {...props} about={about.data} />;
}

interface About {
  reason: string;
  width: number;
  height: number;
}

function RestylePanel({ projectId, slug, clip, about }: RestyleLiveProps & { about: About }) {
  const { state, kept, start, change, stop } = useRestyle(projectId, about);
  const [prompt, setPrompt] = useState(ideas[0] ?? '');
  const source = useRef<HTMLVideoElement>(null);
  const isReady = prompt.trim().length >= 3;
  return (
    <Card className="mt-4 max-w-4xl p-5">
      <h3 className="font-medium">Restyle live</h3>
      <p className="mt-1 text-sm text-ink-soft">
        {about.reason} While it runs, the video is sent there from this browser.
      </p>
      {/* What is sent: the clip in a loop, silent and out of sight, but laid out, or browsers would not draw it. */}
      <video
        ref={source}
        src={clip}
        muted
        loop
        playsInline
        aria-hidden
        className="absolute size-px opacity-0"
      />
      <form
        className="mt-4 flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (state.phase === 'live') void change(prompt.trim());
          else if (source.current) void start(source.current, prompt.trim());
        }}
      >
        <div className="min-w-60 grow">
          <TextField
            label="Redraw it as"
            value={prompt}
            maxLength={300}
            list={`restyle-ideas-${projectId}`}
            onChange={({ target }) => {
              setPrompt(target.value);
            }}
          />
          <datalist id={`restyle-ideas-${projectId}`}>
            {ideas.map((idea) => (
              <option key={idea} value={idea} />
            ))}
          </datalist>
        </div>
        <Button
          type="submit"
          size="lg"
          variant="primary"
          disabled={!isReady}
          isBusy={state.phase === 'starting'}
        >
          <Sparkles aria-hidden />
          {state.phase === 'live' ? 'Change' : 'Restyle live'}
        </Button>
        {state.phase !== 'idle' && (
          <Button size="lg" onClick={() => void stop()}>
            <Square aria-hidden />
            {state.phase === 'live' ? 'Stop and keep it' : 'Cancel'}
          </Button>
        )}
      </form>
      {state.phase === 'idle' && state.problem && (
        <p role="alert" className="mt-3 text-sm text-bad">
          {state.problem}
        </p>
      )}
      {state.phase === 'live' && <LivePicture stream={state.stream} />}
      {state.phase === 'idle' && kept && (
        <figure className="mt-4">
          <video
            controls
            playsInline
            src={kept.url}
            aria-label="Restyled video"
            className="aspect-video h-auto w-full rounded-lg border border-line bg-sunken"
          />
          <figcaption className="mt-2">
            <Button asChild size="sm">
              <a href={kept.url} download={`${slug}-restyled.${kept.extension}`}>
                <Download aria-hidden />
                Save the restyled video
              </a>
            </Button>
          </figcaption>
        </figure>
      )}
    </Card>
  );
}

function LivePicture({ stream }: { stream: MediaStream }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={video}
      autoPlay
      muted
      playsInline
      aria-label="Restyled video, live"
      className="mt-4 aspect-video h-auto w-full rounded-lg border border-line bg-sunken"
    />
  );
}
