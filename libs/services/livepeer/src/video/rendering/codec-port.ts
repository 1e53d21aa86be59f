import { createRequire } from 'node:module';

/** What is used of WebCodecs (https://www.w3.org/TR/webcodecs/), as the native packages offer it. */
export interface CodecPackage {
  VideoEncoder: new (callbacks: EncoderCallbacks) => Encoder<VideoConfig, Frame>;
  AudioEncoder: new (callbacks: EncoderCallbacks) => Encoder<AudioConfig, Frame>;
  VideoFrame: new (data: Uint8Array, init: FrameInit) => Frame;
  AudioData: new (init: AudioInit) => Frame;
}

export interface EncodedChunk {
  type: 'key' | 'delta';
  /** Microseconds. */
  timestamp: number;
  duration: number | null;
  byteLength: number;
  copyTo(target: Uint8Array): void;
}

interface EncoderCallbacks {
  output: (chunk: EncodedChunk, metadata?: { decoderConfig?: unknown }) => void;
  error: (error: Error) => void;
}

export interface Encoder<Config, Input> {
  readonly encodeQueueSize: number;
  configure(config: Config): void;
  encode(input: Input, options?: { keyFrame: boolean }): void;
  flush(): Promise<void>;
  close(): void;
}

export interface Frame {
  close(): void;
}

export interface VideoConfig {
  codec: string;
  width: number;
  height: number;
  bitrate: number;
  framerate: number;
  latencyMode: 'quality' | 'realtime';
  bitrateMode: 'variable';
  hardwareAcceleration: 'prefer-software';
  avc?: { format: 'avc' };
}

export interface AudioConfig {
  codec: string;
  sampleRate: number;
  numberOfChannels: number;
  bitrate: number;
}

interface FrameInit {
  format: 'I420';
  codedWidth: number;
  codedHeight: number;
  timestamp: number;
  duration: number;
  colorSpace: { primaries: 'bt709'; transfer: 'bt709'; matrix: 'bt709'; fullRange: false };
}

interface AudioInit {
  format: 'f32-planar';
  sampleRate: number;
  numberOfFrames: number;
  numberOfChannels: number;
  timestamp: number;
  data: Float32Array;
}

/**
 * Loads the first of these packages that this machine can load. They are the native halves of `@napi-rs/webcodecs`
 * itself, which only chooses between them: naming them keeps systems for which none is published out of the lockfile.
 * Throws the error of the last one.
 */
export function loadCodec(packages: readonly string[]): CodecPackage {
  const require = createRequire(import.meta.url);
  let last: unknown = new Error('No codec is named.');
  for (const name of packages)
    try {
      return require(name) as CodecPackage;
    } catch (error) {
      last = error;
    }
  throw last;
}
