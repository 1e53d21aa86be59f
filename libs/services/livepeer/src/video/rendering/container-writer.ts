import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { type Stereo } from '../music/measure-loudness.js';
import {
  type CodecPackage,
  type EncodedChunk,
  type Encoder,
  type Frame,
  type VideoConfig,
} from './codec-port.js';
import { normaliseMp4 } from './normalise-mp4.js';

export const framesPerSecond = 30;

/** Frames between two from which playing can start. */
const keyFrameEvery = 2 * framesPerSecond;
/** Frames that may wait for an encoder: more would only hold memory. */
const longestQueue = 6;

const colours = {
  primaries: 'bt709',
  transfer: 'bt709',
  matrix: 'bt709',
  fullRange: false,
} as const;

export type Container = 'mp4' | 'webm';

/** One file in the making: encodes frames and music and writes them into their container. */
export class ContainerWriter {
  private failure: Error | null = null;
  private written: Promise<void> = Promise.resolve();
  private readonly target = new BufferTarget();
  private readonly output: Output;
  private readonly video: Encoder<VideoConfig, Frame>;
  private readonly videoSource: EncodedVideoPacketSource;
  private readonly audioSource: EncodedAudioPacketSource;
  private frames = 0;

  private constructor(
    private readonly codec: CodecPackage,
    private readonly container: Container,
    private readonly size: readonly [width: number, height: number],
  ) {
    const isMp4 = container === 'mp4';
    this.output = new Output({
      format: isMp4 ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat(),
      target: this.target,
    });
    this.videoSource = new EncodedVideoPacketSource(isMp4 ? 'avc' : 'vp9');
    this.audioSource = new EncodedAudioPacketSource(isMp4 ? 'aac' : 'opus');
    this.output.addVideoTrack(this.videoSource, { frameRate: framesPerSecond });
    this.output.addAudioTrack(this.audioSource);
    this.video = new codec.VideoEncoder(this.callbacks(this.videoSource));
  }

  /** A file with its music already in it, ready for frames. */
  static async open(
    codec: CodecPackage,
    container: Container,
    size: readonly [number, number],
    music: Stereo,
    title: string,
  ): Promise<ContainerWriter> {
    const writer = new ContainerWriter(codec, container, size);
    writer.output.setMetadataTags({ title });
    await writer.output.start();
    await writer.addMusic(music);
    writer.video.configure(videoConfig(container, size));
    return writer;
  }

  /** Adds the next frame. Resolves when the encoder can take another one. */
  async addFrame(i420: Uint8Array): Promise<void> {
    const [codedWidth, codedHeight] = this.size;
    const duration = 1e6 / framesPerSecond;
    const frame = new this.codec.VideoFrame(i420, {
      format: 'I420',
      codedWidth,
      codedHeight,
      timestamp: Math.round(this.frames * duration),
      duration: Math.round(duration),
      colorSpace: colours,
    });
    this.video.encode(frame, { keyFrame: this.frames % keyFrameEvery === 0 });
    frame.close();
    this.frames++;
    while (this.video.encodeQueueSize > longestQueue && !this.failure)
      await new Promise((resolve) => setTimeout(resolve, 1));
    if (this.failure) throw this.failure;
  }

  /** The bytes of the whole file. */
  async close(): Promise<Uint8Array> {
    await this.video.flush();
    this.video.close();
    await this.written;
    if (this.failure) throw this.failure;
    await this.output.finalize();
    const bytes = new Uint8Array(this.target.buffer ?? new ArrayBuffer(0));
    if (this.container === 'mp4') normaliseMp4(bytes);
    return bytes;
  }

  private async addMusic({ left, right, sampleRate }: Stereo): Promise<void> {
    const encoder = new this.codec.AudioEncoder(this.callbacks(this.audioSource));
    const codec = this.container === 'mp4' ? 'mp4a.40.2' : 'opus';
    encoder.configure({ codec, sampleRate, numberOfChannels: 2, bitrate: 128_000 });
    for (let from = 0; from < left.length; from += sampleRate) {
      const numberOfFrames = Math.min(sampleRate, left.length - from);
      const data = new Float32Array(numberOfFrames * 2);
      data.set(left.subarray(from, from + numberOfFrames));
      data.set(right.subarray(from, from + numberOfFrames), numberOfFrames);
      const timestamp = Math.round((from / sampleRate) * 1e6);
      const samples = {
        format: 'f32-planar',
        sampleRate,
        numberOfFrames,
        numberOfChannels: 2,
      } as const;
      const part = new this.codec.AudioData({ ...samples, timestamp, data });
      encoder.encode(part);
      part.close();
    }
    await encoder.flush();
    encoder.close();
  }

  private callbacks(source: EncodedVideoPacketSource | EncodedAudioPacketSource) {
    let last = Number.NEGATIVE_INFINITY;
    let metadata: object | undefined;
    return {
      output: (chunk: EncodedChunk, described?: { decoderConfig?: unknown }): void => {
        const isAudio = source === this.audioSource;
        // The last AAC packet repeats the timestamp of the one before it, which no container may hold.
        if (isAudio && chunk.timestamp <= last) return;
        last = chunk.timestamp;
        if (described?.decoderConfig) metadata ??= described;
        const packet = packetOf(chunk);
        const known = metadata;
        this.written = this.written
          .then(() => source.add(packet, known))
          .catch((error: unknown) => {
            this.failure ??= asError(error);
          });
      },
      error: (error: Error): void => {
        this.failure ??= error;
      },
    };
  }
}

function videoConfig(
  container: Container,
  [width, height]: readonly [number, number],
): VideoConfig {
  const isLarge = height > 720;
  const shared = {
    width,
    height,
    framerate: framesPerSecond,
    bitrateMode: 'variable',
    hardwareAcceleration: 'prefer-software',
  } as const;
  // Flat colours and text: measured, more bits than these change nothing that can be seen.
  const bitrate = isLarge ? 1_800_000 : 1_000_000;
  if (container === 'webm')
    return { ...shared, codec: 'vp09.00.31.08', bitrate: bitrate * 0.8, latencyMode: 'realtime' };
  return {
    ...shared,
    // High profile, at level 4.0 or 3.1.
    codec: isLarge ? 'avc1.640028' : 'avc1.64001f',
    bitrate,
    latencyMode: 'quality',
    avc: { format: 'avc' },
  };
}

function packetOf(chunk: EncodedChunk): EncodedPacket {
  const data = new Uint8Array(chunk.byteLength);
  chunk.copyTo(data);
  const duration = chunk.duration ?? 1e6 / framesPerSecond;
  return new EncodedPacket(data, chunk.type, chunk.timestamp / 1e6, duration / 1e6);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
