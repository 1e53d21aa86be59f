import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { silentStepContext } from '@hatchr/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { buildPalette } from '../colour/build-palette.js';
import { schedulingSpec } from '../fixtures/scheduling.fixture.js';
import { withDefaults } from '../livepeer.config.js';
import { buildVideo } from './build-video.js';
import { makeVideo, type MadeVideo } from './make-video.js';
import { findInstalledBrowser } from './testing/installed-browser.js';

// Real: the compiled renderer of `dist`, the codec, and Chromium as an independent player. Fake: the step context.

jest.setTimeout(180_000);

const installed = await findInstalledBrowser();
const script = buildVideo(schedulingSpec, buildPalette(schedulingSpec.brand));
const mediaTypes = { mp4: 'video/mp4', webm: 'video/webm', vtt: 'text/vtt', png: 'image/png' };
/** What the player saw; null where it lacks the codecs. */
interface Seen {
  cues: string[];
  at: number;
  seconds: number;
  size: number[];
  frames: number;
}

const page = `<!doctype html><video width="640" muted playsinline poster="/video-poster.png">
  <track kind="captions" src="/video.vtt" default></video>
  <script>
    const play = async (container) => {
      const video = document.querySelector('video');
      // A Chromium without licensed codecs is what the WebM is for.
      if (container === 'mp4' && !video.canPlayType('video/mp4; codecs="avc1.64001f"')) return null;
      const happens = (name) => new Promise((resolve, reject) => {
        video.addEventListener(name, resolve, { once: true });
        video.addEventListener('error', () => reject(new Error(video.error.message)));
      });
      const [track] = video.textTracks;
      track.mode = 'showing';
      const cues = [];
      video.addEventListener('timeupdate', () => cues.push(...[...track.activeCues].map(({ text }) => text)));
      const ended = happens('ended');
      video.src = '/video.' + container;
      await happens('canplaythrough');
      await video.play();
      await ended;
      return {
        cues, at: video.currentTime, seconds: video.duration,
        size: [video.videoWidth, video.videoHeight],
        frames: video.getVideoPlaybackQuality().totalVideoFrames,
      };
    };
  </script>`;

(installed ? describe : describe.skip)(
  installed ? 'the video in Chromium' : 'the video in Chromium (there is none on this machine)',
  () => {
    let made: MadeVideo;
    let server: Server;
    let browser: Browser;

    beforeAll(async () => {
      const config = withDefaults({ video: 'draft', videoWebm: true });
      made = await makeVideo(script, 'en', config, silentStepContext());
      server = createServer((request, response) => {
        const name = (request.url ?? '/').slice(1);
        const file = made.files.find(({ path }) => path === `launch/${name}`);
        const extension = name.slice(name.lastIndexOf('.') + 1) as keyof typeof mediaTypes;
        if (name !== '' && !file) response.writeHead(404).end();
        else
          response
            .writeHead(200, { 'content-type': file ? mediaTypes[extension] : 'text/html' })
            .end(file?.content ?? page);
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      browser = await chromium.launch(installed);
    });
    afterAll(async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    });

    it.each(['mp4', 'webm'] as const)('plays as %s to its end, with captions', async (kind) => {
      // Systems without the codec have no video to play.
      if (made.described.status !== 'made') return;
      const tab = await browser.newPage();
      const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
      await tab.goto(address);
      const seen = await tab.evaluate<Seen | null>(`play('${kind}')`);
      await tab.close();
      if (seen === null) return;
      expect(seen.size).toEqual([320, 180]);
      expect(Math.abs(seen.seconds - 1)).toBeLessThan(0.1);
      expect(seen.at).toBeCloseTo(seen.seconds, 1);
      // A busy machine shows fewer than the thirty there are.
      expect(seen.frames).toBeGreaterThan(3);
      expect(seen.cues).toContain(`${schedulingSpec.name}: ${schedulingSpec.tagline}`);
    });
  },
);
