import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@hatchr/contracts';
import { retryAfterSeconds } from '../providers/provider-error.js';
import { type HostingState } from './hosting-state.js';
import { type LivepeerStudio } from './livepeer-studio.adapter.js';
import { uploadResumable } from './upload-resumable.js';

export interface HostingPace {
  /** Milliseconds between two looks at an asset that is transcoded. */
  pollMs: number;
  /** Milliseconds after which hosting is given up. */
  timeLimitMs: number;
  /** Milliseconds before the first further try; each one after it waits twice as long. */
  retryMs: number;
  /** Further tries of one phase. */
  retries: number;
}

export const usualPace: HostingPace = {
  pollMs: 5_000,
  timeLimitMs: 20 * 60_000,
  retryMs: 1_000,
  retries: 6,
};

export interface HostingTask {
  /** Shown in the dashboard of the service. */
  name: string;
  fileName: string;
  read: () => Promise<Buffer>;
  state: HostingState;
  /** Keeps the state; throws to stop, for example when the video is no longer wanted. */
  save: (state: HostingState) => Promise<void>;
  /** Whether a page of this instance may load from this address. */
  isPlayable: (hlsUrl: string) => boolean;
  signal: AbortSignal;
}

const longestPauseMs = 60_000;

/**
 * Brings a video from its file to a stream that plays: asset, resumable upload, transcoding. Goes on from
 * `task.state`, saves each new one, and ends as `ready` or, with a reason, as `failed`. Waits as long as the service
 * asks to and tries again what may pass; throws only what `save` throws, and the signal's reason on abort.
 */
export async function hostVideo(
  studio: LivepeerStudio,
  task: HostingTask,
  pace: HostingPace = usualPace,
): Promise<HostingState> {
  const end = Date.now() + pace.timeLimitMs;
  const limit = AbortSignal.timeout(pace.timeLimitMs);
  const signal = AbortSignal.any([task.signal, limit]);
  let { state } = task;
  const keep = async (next: HostingState): Promise<void> => {
    state = next;
    await task.save(next);
  };
  let failures = 0;
  while (state.phase !== 'ready' && state.phase !== 'failed') {
    const before: HostingState['phase'] = state.phase;
    try {
      await keep(await advance(studio, { ...task, state, signal, save: keep }, pace));
      failures = 0;
      if (state.phase === before) await sleep(pace.pollMs, undefined, { signal });
    } catch (error) {
      task.signal.throwIfAborted();
      if (limit.aborted) {
        await keep(failed(state, tooSlow(pace)));
        continue;
      }
      if (!(error instanceof AppError) || !error.code.startsWith('provider.')) throw error;
      const wait = pauseFor(error, pace.retryMs * 2 ** failures);
      failures++;
      if (!error.isRetried || failures > pace.retries || Date.now() + wait > end)
        await keep(failed(state, error.message));
      // The loop tells what ended the pause early.
      else await sleep(wait, undefined, { signal }).catch(() => undefined);
    }
  }
  return state;
}

/** One step further; the same phase again while the service still works. */
async function advance(
  studio: LivepeerStudio,
  task: HostingTask,
  { retryMs }: HostingPace,
): Promise<HostingState> {
  const { state, signal } = task;
  if (state.phase === 'waiting') {
    const slot = await studio.requestUpload(task.name, signal);
    return { phase: 'uploading', ...slot, uploadUrl: null };
  }
  if (state.phase === 'uploading') return upload(task, state, retryMs);
  if (state.phase !== 'transcoding') return state;
  const { assetId, playbackId } = state;
  const { phase, error } = await studio.progress(assetId, signal);
  if (phase === 'failed' || phase === 'deleting' || phase === 'deleted')
    return failed(state, transcodingFailed(error));
  if (phase !== 'ready') return state;
  const hlsUrl = await studio.hlsUrl(playbackId, signal);
  return task.isPlayable(hlsUrl)
    ? { phase: 'ready', assetId, playbackId, hlsUrl }
    : failed(state, `Pages of this instance may not load video from ${hostOf(hlsUrl)}.`);
}

async function upload(
  { read, save, signal, fileName }: HostingTask,
  state: Extract<HostingState, { phase: 'uploading' }>,
  retryMs: number,
): Promise<HostingState> {
  let saving = Promise.resolve();
  await uploadResumable({
    provider: 'Livepeer',
    file: await read(),
    fileName,
    mediaType: 'video/mp4',
    endpoint: state.tusEndpoint,
    uploadUrl: state.uploadUrl,
    signal,
    retryDelays: [1, 2, 4, 8].map((factor) => factor * retryMs),
    onUrl: (uploadUrl) => {
      saving = saving.then(() => save({ ...state, uploadUrl }));
      // Awaited below; until then a failure must not count as unhandled.
      saving.catch(() => undefined);
    },
  });
  await saving;
  return { phase: 'transcoding', assetId: state.assetId, playbackId: state.playbackId };
}

function failed(state: HostingState, reason: string): HostingState {
  return { phase: 'failed', assetId: 'assetId' in state ? state.assetId : null, reason };
}

function transcodingFailed(said: string | null): string {
  const detail = said?.replace(/\s+/gu, ' ').trim().slice(0, 160);
  return `Livepeer could not transcode the video${detail ? `: “${detail}”` : ''}.`;
}

function tooSlow({ timeLimitMs }: HostingPace): string {
  return `Livepeer took longer than ${String(timeLimitMs / 60_000)} minutes.`;
}

/** Milliseconds before the next try: what the service asks for, or ever longer ones. */
function pauseFor(error: AppError, usualMs: number): number {
  const asked = retryAfterSeconds(error);
  return asked === null ? Math.min(usualMs, longestPauseMs) : asked * 1000;
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? 'an address that is not valid';
}
