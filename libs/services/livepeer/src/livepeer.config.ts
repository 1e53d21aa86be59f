import { type PictureSettings } from './pictures/livepeer-ai.adapter.js';
import { type SpeechSettings } from './video/speech/speech.adapter.js';

/** Settings of the launch kit. All are optional; the defaults are measured in this package's benchmark notes. */
export interface LivepeerConfig {
  /** Milliseconds after which rendering is stopped. Default 120,000: some hundred times the usual second. */
  timeLimitMs?: number;
  /** JavaScript heap of the rendering process in megabytes. Default 512; Skia's own memory is outside of it. */
  memoryLimitMb?: number;
  /** Package that draws images and PDF. Default `@napi-rs/canvas`; any other name must offer the same interface. */
  canvasPackage?: string;
  /**
   * Height of the video; `draft` is a second of it for a look at everything else. Default `1080p`, which takes nearly
   * twice as long as `720p`.
   */
  video?: VideoSize;
  /** Whether a WebM with free codecs is made beside the MP4, for players without H.264. Default true. */
  videoWebm?: boolean;
  /** Milliseconds after which the video is given up and the kit ships without it. Default 180,000. */
  videoTimeLimitMs?: number;
  /** Resident memory of the video's process in megabytes, above which it is given up. Default 1,000. */
  videoMemoryLimitMb?: number;
  /** A voice for the video; null: music alone. Default null. */
  speech?: SpeechSettings | null;
  /** A gateway that draws the backdrop by a model; null: the brand's own drawing. Default null. */
  pictures?: PictureSettings | null;
  /** Packages of which the first that loads encodes the video. */
  codecPackages?: readonly string[];
}

export type VideoSize = 'off' | 'draft' | '720p' | '1080p';

/** Injection token of the configuration with its defaults filled in. */
export const LIVEPEER_CONFIG = Symbol('LIVEPEER_CONFIG');

/** The configuration with every default. */
export function withDefaults(config: LivepeerConfig): Required<LivepeerConfig> {
  return {
    timeLimitMs: config.timeLimitMs ?? 120_000,
    memoryLimitMb: config.memoryLimitMb ?? 512,
    canvasPackage: config.canvasPackage ?? '@napi-rs/canvas',
    video: config.video ?? '1080p',
    videoWebm: config.videoWebm ?? true,
    videoTimeLimitMs: config.videoTimeLimitMs ?? 180_000,
    videoMemoryLimitMb: config.videoMemoryLimitMb ?? 1_000,
    speech: config.speech ?? null,
    pictures: config.pictures ?? null,
    codecPackages: config.codecPackages ?? [
      '@napi-rs/webcodecs-linux-x64-gnu',
      '@napi-rs/webcodecs-linux-x64-musl',
    ],
  };
}
