import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { silentStepContext } from '@hatchr/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { buildPalette } from '../colour/build-palette.js';
import { schedulingSpec } from '../fixtures/scheduling.fixture.js';
import { withDefaults } from '../livepeer.config.js';
import { buildVideo } from './build-video.js';
import { makeVideo, type MadeVideo } from './make-video.js';
import { loadCodec } from './rendering/codec-port.js';
import { readBoxHeader } from './rendering/normalise-mp4.js';
import { findInstalledBrowser } from './testing/installed-browser.js';
import { segmentAsHls } from './testing/segment-as-hls.js';
import { type PlayerServer, servePlayer } from './testing/serve-player.js';

// Real: the compiled renderer of `dist`, the codec, ffprobe, Chromium, hls.js and how the launch page attaches a
// stream. Fake: the step context, and the host of the stream, whose pieces mediabunny cuts.

// A busy machine needs minutes for half a minute of video.
jest.setTimeout(300_000);

/** What the player saw; null where its Chromium lacks the codecs, or does not play HLS itself. */
interface Seen {
  cues: string[];
  cueCount: number;
  at: number;
  seconds: number;
  size: number[];
  source: string;
  frames: number;
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
const installed = await findInstalledBrowser();

/** Says what was not checked where it was not: a skipped test alone is read as a passed one. */
function unless(isThere: boolean, what: string): typeof it {
  if (isThere) return it;
  process.stderr.write(`\nNOT CHECKED, the full-length video: ${what} is not installed here.\n`);
  return it.skip as typeof it;
}

(hasCodec ? describe : describe.skip)('the full-length video', () => {
  let made: MadeVideo;
  let mp4: Uint8Array;
  let seconds: number;
  let player: PlayerServer;
  let browser: Browser | undefined;

  beforeAll(async () => {
    const script = buildVideo(schedulingSpec, buildPalette(schedulingSpec.brand));
    const config = withDefaults({ video: '720p', videoWebm: false, videoTimeLimitMs: 290_000 });
    made = await makeVideo(script, 'en', config, silentStepContext());
    if (made.described.status !== 'made') throw new Error(made.described.reason);
    ({ seconds } = made.described);
    const files = new Map(
      made.files.map(({ path: name, content }) => [path.basename(name), Buffer.from(content)]),
    );
    mp4 = files.get('video.mp4') ?? new Uint8Array();
    player = await servePlayer(new Map([...files, ...(await segmentAsHls(mp4))]));
    browser = installed && (await chromium.launch(installed));
  });
  afterAll(async () => {
    await browser?.close();
    await player.stop();
  });

  const watch = async (call: string): Promise<Seen | null> => {
    if (!browser) throw new Error('There is no browser.');
    const tab = await browser.newPage();
    try {
      await tab.goto(player.address);
      await tab.waitForFunction('window.isReady');
      return await tab.evaluate<Seen | null>(call);
    } finally {
      await tab.close();
    }
  };
  const expectWhole = (seen: Seen): void => {
    expect(seen.size).toEqual([1280, 720]);
    expect(Math.abs(seen.seconds - seconds)).toBeLessThan(0.1);
    expect(Math.abs(seen.at - seconds)).toBeLessThan(0.1);
    expect(seen.cueCount).toBeGreaterThan(4);
    expect(seen.cues).toHaveLength(seen.cueCount);
    expect(seen.frames).toBeGreaterThan(30);
  };

  it('lasts twenty to thirty seconds, with its index in front of the data', () => {
    expect(seconds).toBeGreaterThanOrEqual(20);
    expect(seconds).toBeLessThanOrEqual(30);
    const view = new DataView(mp4.buffer, mp4.byteOffset, mp4.byteLength);
    const kinds: string[] = [];
    for (let at = 0; at < mp4.length;) {
      const { kind, size } = readBoxHeader(view, at, mp4.length);
      kinds.push(kind);
      at += size;
    }
    expect(kinds.indexOf('moov')).toBeLessThan(kinds.indexOf('mdat'));
  });

  unless(hasFfprobe, 'ffprobe')('is read by ffprobe: codecs, rate, length and every frame', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'hatchr-video-'));
    try {
      const file = path.join(folder, 'video.mp4');
      writeFileSync(file, mp4);
      const shown =
        'stream=codec_name,width,height,r_frame_rate,nb_read_packets,channels,duration:format=duration';
      const said = execFileSync(
        'ffprobe',
        ['-v', 'error', '-count_packets', '-show_entries', shown, '-of', 'json', file],
        { encoding: 'utf8' },
      );
      const { streams, format } = JSON.parse(said) as {
        streams: { nb_read_packets: string; duration: string }[];
        format: { duration: string };
      };
      expect(streams[0]).toMatchObject({
        ...{ codec_name: 'h264', width: 1280, height: 720, r_frame_rate: '30/1' },
        nb_read_packets: String(Math.round(seconds * 30)),
      });
      expect(streams[1]).toMatchObject({ codec_name: 'aac', channels: 2 });
      for (const { duration } of [...streams, format])
        expect(Math.abs(Number(duration) - seconds)).toBeLessThan(0.1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  const inBrowser = unless(installed !== undefined, 'Chromium');

  inBrowser('plays in Chromium to its end, with every caption', async () => {
    const seen = await watch('playFile()');
    if (seen) expectWhole(seen);
  });

  inBrowser('plays as a stream through hls.js, with every caption', async () => {
    const seen = await watch('playStream(false)');
    if (!seen) return;
    expectWhole(seen);
    expect(seen.source).toMatch(/^blob:/u);
    const pieces = new Set(player.asked.filter((name) => name.endsWith('.m4s')));
    expect(pieces.size).toBe(Math.ceil(seconds / 2) + 1);
  });

  inBrowser('plays as a stream where the browser needs no help with it', async () => {
    const seen = await watch('playStream(true)');
    if (!seen) return;
    expectWhole(seen);
    expect(seen.source).toContain('/index.m3u8');
  });
});
