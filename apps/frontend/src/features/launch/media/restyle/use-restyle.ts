'use client';
import { TRPCClientError } from '@trpc/client';
import { useEffect, useRef, useState } from 'react';
import { toShownError } from '@/lib/public-error';
import { trpc } from '@/lib/trpc';
import { LiveSession, SessionEnded, type RestyleCalls } from './live-session';

export type RestyleState =
  | { phase: 'idle'; problem: string | null }
  | { phase: 'starting' }
  | { phase: 'live'; stream: MediaStream; endsAt: string };

/** What was recorded of the last session, as an address of this page. */
export interface KeptVideo {
  url: string;
  extension: 'webm' | 'mp4';
}

/** A live session and what was kept of it; ended when the page goes. */
export function useRestyle(projectId: string, size: { width: number; height: number }) {
  const calls = useCalls(projectId);
  const session = useRef<LiveSession | null>(null);
  const [state, setState] = useState<RestyleState>({ phase: 'idle', problem: null });
  const [kept, setKept] = useState<KeptVideo | null>(null);

  const stop = async (problem: string | null = null): Promise<void> => {
    const running = session.current;
    session.current = null;
    setState({ phase: 'idle', problem });
    const recorded = await running?.finish();
    if (recorded)
      setKept({
        url: URL.createObjectURL(recorded),
        extension: recorded.type.includes('mp4') ? 'mp4' : 'webm',
      });
  };
  const start = async (clip: HTMLVideoElement, prompt: string): Promise<void> => {
    const next = new LiveSession(calls);
    session.current = next;
    setState({ phase: 'starting' });
    try {
      const live = await next.start(clip, prompt, size);
      setState({ phase: 'live', ...live });
    } catch (error) {
      if (error instanceof SessionEnded) return;
      session.current = null;
      setState({ phase: 'idle', problem: problemOf(error) });
    }
  };
  const change = async (prompt: string): Promise<void> => {
    try {
      await session.current?.change(prompt);
    } catch (error) {
      await stop(toShownError(error).message);
    }
  };

  const stopLatest = useRef(stop);
  useEffect(() => {
    stopLatest.current = stop;
  });
  const endsAt = state.phase === 'live' ? state.endsAt : null;
  useEffect(() => {
    if (endsAt === null) return undefined;
    const timer = setTimeout(
      () => void stopLatest.current('The time of a live session is over.'),
      Math.max(0, Date.parse(endsAt) - Date.now()),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [endsAt]);
  useEffect(
    () => () => {
      void session.current?.finish();
    },
    [],
  );
  const keptUrl = kept?.url;
  useEffect(
    () => () => {
      if (keptUrl) URL.revokeObjectURL(keptUrl);
    },
    [keptUrl],
  );
  return { state, kept, start, change, stop };
}

/** A failure of a call in its own words; any other is the browser's. */
function problemOf(error: unknown): string {
  return error instanceof TRPCClientError
    ? toShownError(error).message
    : 'This browser could not send the video. Try it in a recent version of Chrome, Edge, Firefox or Safari.';
}

function useCalls(projectId: string): RestyleCalls {
  const { client } = trpc.useUtils();
  return {
    start: (prompt, sdp) => client.restyle.start.mutate({ projectId, prompt, sdp }),
    watch: async (sessionId, sdp) => (await client.restyle.watch.mutate({ sessionId, sdp })).sdp,
    change: (sessionId, prompt) => client.restyle.change.mutate({ sessionId, prompt }),
    stop: (sessionId) => client.restyle.stop.mutate({ sessionId }),
    isTooEarly: (error) => toShownError(error).code === 'provider.unavailable',
  };
}
