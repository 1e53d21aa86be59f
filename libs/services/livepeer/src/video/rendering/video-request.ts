import { type RenderedFile } from '../../rendering/render-request.js';
import { type SpokenLine } from '../speech/narrate.js';
import { type VideoScript } from '../video-model.js';

/** What the process is given: plain data only. */
export interface VideoRequest {
  script: VideoScript;
  /** Spoken over the music. */
  lines: SpokenLine[];
  /** BCP 47, decides how Han characters are drawn. */
  language: string;
  /** Height in pixels; the width is 16 ninths of it. */
  height: number;
  /** Seconds after which the video ends. */
  seconds: number;
  /** Megabytes of resident memory above which the process gives up. */
  memoryLimitMb: number;
  /** null: that file is not made. */
  paths: { mp4: string; webm: string | null; poster: string };
  canvasPackage: string;
  codecPackages: readonly string[];
}

export type VideoDone =
  | { type: 'done'; files: RenderedFile[]; seconds: number; peakMemoryMb: number }
  /** The machine has no codec or no canvas; nothing was made. */
  | { type: 'done'; files: null; reason: string };
