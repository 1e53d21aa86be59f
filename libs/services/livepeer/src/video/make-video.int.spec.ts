import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { silentStepContext, type StepContext } from '@hatchr/contracts';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';
import { buildPalette } from '../colour/build-palette.js';
import { schedulingSpec } from '../fixtures/scheduling.fixture.js';
import { type LivepeerConfig, withDefaults } from '../livepeer.config.js';
import { buildVideo } from './build-video.js';
import { makeVideo, type MadeVideo } from './make-video.js';
import { loadCodec } from './rendering/codec-port.js';
import { readBoxHeader } from './rendering/normalise-mp4.js';

// Real: the compiled renderer of `dist`, the codec, and a reader that had no part in writing. Fake: the step context.

// A busy machine needs longer than the default to encode even a second.
jest.setTimeout(120_000);

const script = buildVideo(schedulingSpec, buildPalette(schedulingSpec.brand));
const draft: LivepeerConfig = { video: 'draft', videoWebm: true };

function make(config: LivepeerConfig, context: StepContext = silentStepContext()) {
  return makeVideo(script, 'en', withDefaults(config), context);
}

function bytesOf({ files }: MadeVideo, name: string): Uint8Array {
  const content = files.find((file) => file.path === `launch/${name}`)?.content;
  if (!(content instanceof Uint8Array)) throw new Error(`No file ${name}`);
  return content;
}

const hasCodec = ((): boolean => {
  try {
    loadCodec(withDefaults({}).codecPackages);
    return true;
  } catch {
    return false;
  }
})();
const hasFfprobe = spawnSync('ffprobe', ['-version']).status === 0;

(hasCodec ? describe : describe.skip)('the video of a draft', () => {
  let made: MadeVideo;
  beforeAll(async () => {
    made = await make(draft);
  });

  it('has a picture of thirty frames a second and music for the same second', async () => {
    for (const [name, video, audio] of [
      ['video.mp4', 'avc', 'aac'],
      ['video.webm', 'vp9', 'opus'],
    ] as const) {
      const source = new BufferSource(bytesOf(made, name));
      const input = new Input({ source, formats: ALL_FORMATS });
      const [picture, sound] = [
        await input.getPrimaryVideoTrack(),
        await input.getPrimaryAudioTrack(),
      ];
      if (!picture || !sound) throw new Error(`${name} lacks a track`);
      expect([await picture.getCodec(), await sound.getCodec()]).toEqual([video, audio]);
      expect(await picture.getDisplayWidth()).toBe(320);
      expect(await picture.getDisplayHeight()).toBe(180);
      expect((await picture.computePacketStats()).averagePacketRate).toBeCloseTo(30, 0);
      expect(Math.abs((await input.computeDuration()) - 1)).toBeLessThan(0.1);
      const times: number[] = [];
      for await (const packet of new EncodedPacketSink(sound).packets())
        times.push(packet.timestamp);
      expect(new Set(times).size).toBe(times.length);
    }
  });

  it('can start to play before all of it has come: the index is in front of the data', () => {
    const file = bytesOf(made, 'video.mp4');
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    const kinds: string[] = [];
    for (let at = 0; at < file.length;) {
      const { kind, size } = readBoxHeader(view, at, file.length);
      kinds.push(kind);
      at += size;
    }
    expect(kinds).toContain('mdat');
    expect(kinds.indexOf('moov')).toBeLessThan(kinds.indexOf('mdat'));
  });

  it('has the same bytes when it is made again', async () => {
    const again = await make(draft);
    for (const name of ['video.mp4', 'video.webm', 'video-poster.png'])
      expect(Buffer.compare(bytesOf(again, name), bytesOf(made, name))).toBe(0);
    expect(again.described).toEqual(made.described);
  });

  (hasFfprobe ? it : it.skip)('is read the same way by ffprobe, without a complaint', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'hatchr-video-'));
    try {
      const file = path.join(folder, 'video.mp4');
      writeFileSync(file, bytesOf(made, 'video.mp4'));
      const shown = 'stream=codec_name,width,height,r_frame_rate,color_space:format=duration';
      const said = execFileSync(
        'ffprobe',
        ['-v', 'error', '-show_entries', shown, '-of', 'json', file],
        { encoding: 'utf8' },
      );
      const read = JSON.parse(said) as { streams: object[]; format: { duration: string } };
      expect(read.streams[0]).toMatchObject({
        ...{ codec_name: 'h264', width: 320, height: 180 },
        ...{ r_frame_rate: '30/1', color_space: 'bt709' },
      });
      expect(read.streams[1]).toMatchObject({ codec_name: 'aac' });
      expect(Math.abs(Number(read.format.duration) - 1)).toBeLessThan(0.1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is given up, with a reason, when it takes too long or too much memory', async () => {
    const late = await make({ ...draft, videoTimeLimitMs: 50 });
    expect(late.described).toMatchObject({
      status: 'not_made',
      reason: expect.stringContaining('took longer than 0.05 seconds'),
    });
    const large = await make({ ...draft, videoMemoryLimitMb: 20 });
    expect(large.described).toMatchObject({
      status: 'not_made',
      reason: expect.stringContaining('stopped before it was done'),
    });
    expect([...late.files, ...large.files]).toEqual([]);
  });

  it('ends with the job that it is for', async () => {
    const controller = new AbortController();
    const context: StepContext = {
      ...silentStepContext(controller.signal),
      progress: () => {
        controller.abort();
      },
    };
    await expect(make({ video: '1080p' }, context)).rejects.toMatchObject({
      code: 'job.cancelled',
    });
  });
});
