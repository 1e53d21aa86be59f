import { AppError, type GeneratedFile, type LaunchKit, type StepContext } from '@hatchr/contracts';
import { type LivepeerConfig, type VideoSize } from '../livepeer.config.js';
import { runRenderProcess } from '../rendering/run-render-process.js';
import { secondsOf } from './build-video.js';
import { type VideoDone, type VideoRequest } from './rendering/video-request.js';
import { type Narration, narrate } from './speech/narrate.js';
import { Speech } from './speech/speech.adapter.js';
import { type VideoScript } from './video-model.js';
import { writeCaptions } from './write-captions.js';

export interface MadeVideo {
  described: LaunchKit['video'];
  files: GeneratedFile[];
}

type Config = Required<LivepeerConfig>;

const heightOf: Record<Exclude<VideoSize, 'off'>, number> = {
  draft: 180,
  '720p': 720,
  '1080p': 1080,
};
const draftSeconds = 1;
const paths = {
  mp4: 'launch/video.mp4',
  webm: 'launch/video.webm',
  poster: 'launch/video-poster.png',
};
const captionsPath = 'launch/video.vtt';

/**
 * The launch video with its captions and still picture, rendered in a process of its own. Whatever keeps it from being
 * made (switched off, no codec for this machine, out of time or memory) becomes the reason that the kit tells.
 * Throws on abort only: the signal's AppError or `job.cancelled`.
 */
export async function makeVideo(
  script: VideoScript,
  language: string,
  config: Config,
  context: StepContext,
): Promise<MadeVideo> {
  const { video: size } = config;
  if (size === 'off') return notMade('The video is switched off by LAUNCH_VIDEO.');
  context.progress(0, 'Preparing the video');
  const speech = config.speech ? new Speech(config.speech) : null;
  const narrated = await narrate(script, speech, context.signal);
  try {
    const height = heightOf[size];
    const request = requestFor(narrated, language, height, config);
    const done = await runRenderProcess<VideoDone>(
      'video/rendering/render-video.process.js',
      request,
      { timeLimitMs: config.videoTimeLimitMs, memoryLimitMb: config.memoryLimitMb },
      context,
    );
    if (done.files === null) return notMade(`There is no video because ${done.reason}.`);
    context.log('info', `The video's process took ${done.peakMemoryMb.toFixed(0)} MB at its peak.`);
    return {
      described: {
        status: 'made',
        path: paths.mp4,
        webm: request.paths.webm,
        captions: captionsPath,
        poster: paths.poster,
        seconds: done.seconds,
        sound: narrated.servedBy,
        width: Math.round((height * 16) / 9),
        height,
      },
      files: [
        ...done.files,
        { path: captionsPath, content: writeCaptions(narrated.script.scenes, done.seconds) },
      ],
    };
  } catch (error) {
    if (context.signal.aborted) throw error;
    const isLate = error instanceof AppError && error.code === 'step.timeout';
    context.log('warn', `The video was not made: ${detailsOf(error)}`);
    return notMade(
      isLate
        ? `Rendering the video took longer than ${String(config.videoTimeLimitMs / 1000)} seconds, so the kit is complete without it.`
        : 'The video renderer stopped before it was done, so the kit is complete without it.',
    );
  }
}

function requestFor(
  { script, lines }: Narration,
  language: string,
  height: number,
  config: Config,
): VideoRequest {
  const isDraft = config.video === 'draft';
  return {
    script,
    lines,
    language,
    height,
    seconds: isDraft ? draftSeconds : secondsOf(script),
    memoryLimitMb: config.videoMemoryLimitMb,
    paths: { ...paths, webm: config.videoWebm ? paths.webm : null },
    canvasPackage: config.canvasPackage,
    codecPackages: config.codecPackages,
  };
}

function notMade(reason: string): MadeVideo {
  return { described: { status: 'not_made', reason }, files: [] };
}

function detailsOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message : String(cause);
}
