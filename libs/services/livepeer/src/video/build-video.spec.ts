import { describe, expect, it } from '@jest/globals';
import { buildPalette } from '../colour/build-palette.js';
import { contrastRatio } from '../colour/contrast.js';
import { fitElements } from '../deck/fit-slides.js';
import { hostileInput, largestInput } from '../fixtures/hostile.fixture.js';
import {
  arabicInput,
  japaneseInput,
  oddWordsInput,
  polishInput,
} from '../fixtures/many-domains.fixture.js';
import { schedulingInput } from '../fixtures/scheduling.fixture.js';
import { greyScreenshots } from '../fixtures/screenshots.fixture.js';
import { estimateWidth } from '../text/estimate-width.js';
import { buildVideo, secondsOf } from './build-video.js';
import { surfaceOf } from './video-look.js';
import { type VideoScript } from './video-model.js';
import { writeCaptions } from './write-captions.js';

const inputs = {
  schedulingInput,
  japaneseInput,
  arabicInput,
  polishInput,
  oddWordsInput,
  hostileInput,
  largestInput,
};
const tones = ['calm', 'warm', 'bold', 'precise', 'playful'] as const;

const scripts = Object.entries(inputs).flatMap(([name, { spec }]) =>
  tones.map((tone) => {
    const brand = { ...spec.brand, tone };
    return { name, tone, script: buildVideo({ ...spec, brand }, buildPalette(brand)) };
  }),
);

describe.each(scripts)('the video of $name in a $tone tone', ({ script }) => {
  it('lasts between 20 and 30 seconds, and everything comes in while its scene is shown', () => {
    expect(secondsOf(script)).toBeGreaterThanOrEqual(20);
    expect(secondsOf(script)).toBeLessThanOrEqual(30);
    for (const { seconds, layers, pointer } of script.scenes) {
      for (const { at, takes = 0.6 } of layers) expect(at + takes).toBeLessThan(seconds - 0.5);
      const times = pointer.map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.every((at) => at < seconds)).toBe(true);
    }
  });

  it('keeps every text inside of the picture, in its box', () => {
    for (const { layers } of script.scenes)
      for (const element of fitElements(
        layers.flatMap((layer) => layer.elements),
        estimateWidth,
      )) {
        if (element.kind !== 'text') continue;
        const { x, y, w, h, size, leading, lines } = element;
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + w).toBeLessThanOrEqual(13.334);
        expect(y + h).toBeLessThanOrEqual(7.5);
        // One line may be a little taller than a very small box.
        expect((lines.length - 1) * size * leading).toBeLessThanOrEqual(h * 72);
      }
  });
});

describe('the scene of the product', () => {
  const { spec } = schedulingInput;
  const pictures = (script: VideoScript) =>
    (script.scenes[2]?.layers ?? []).flatMap(({ elements }) =>
      elements.filter((element) => element.kind === 'image'),
    );
  const build = (images: typeof greyScreenshots) =>
    buildVideo(spec, buildPalette(spec.brand), { images, reason: null });

  it('shows the app itself where it was photographed, on a laptop and on a phone', () => {
    const shown = pictures(build(greyScreenshots));
    expect(shown.map(({ alt }) => alt)).toEqual([
      'Dashboard, as a desktop shows it',
      'Bookings, as a desktop shows it',
      'Bookings, as a phone shows it',
    ]);
    for (const { x, y, w, h } of shown) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + w).toBeLessThanOrEqual(13.334);
      expect(y + h).toBeLessThanOrEqual(7.5);
    }
  });

  it('keeps the pointer on the screen, and presses only what leads on', () => {
    const [first] = greyScreenshots;
    const single = build(first ? [first] : []);
    expect(single.scenes[2]?.pointer.some(({ isPress }) => isPress)).toBe(false);
    const screen = pictures(build(greyScreenshots))[0];
    if (!screen) throw new Error('there is no picture');
    for (const { x, y } of build(greyScreenshots).scenes[2]?.pointer ?? []) {
      expect(x).toBeGreaterThan(screen.x);
      expect(x).toBeLessThan(screen.x + screen.w);
      expect(y).toBeGreaterThan(screen.y);
      expect(y).toBeLessThan(screen.y + screen.h);
    }
  });

  it('is drawn from the specification where no page of the inside was photographed', () => {
    expect(pictures(build(greyScreenshots.filter(({ role }) => role === 'landing')))).toEqual([]);
    expect(pictures(build([]))).toEqual([]);
  });
});

describe('the style of a video', () => {
  it('follows the tone of the brand: four ways to move from scene to scene', () => {
    const { spec } = schedulingInput;
    const seen = tones.map((tone) => {
      const brand = { ...spec.brand, tone };
      return buildVideo({ ...spec, brand }, buildPalette(brand)).transition;
    });
    expect(new Set(seen).size).toBe(4);
  });

  it.each(['#f5e94b', '#0a0a0a', '#ffffff', '#e63946', '#1d3557'])(
    'keeps text readable on every ground of a brand in %s',
    (primary) => {
      const brand = { ...schedulingInput.spec.brand, primary };
      for (const name of ['paper', 'soft', 'brand', 'night'] as const) {
        const { ground, ink, mute, mark, onMark } = surfaceOf(buildPalette(brand), name);
        for (const colour of [ink, mute, mark])
          expect(contrastRatio(colour, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrastRatio(onMark, mark)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
});

describe('the captions', () => {
  it('follow one another through the whole video and hold what it says', () => {
    const { spec } = schedulingInput;
    const script = buildVideo(spec, buildPalette(spec.brand));
    const captions = writeCaptions(script.scenes, secondsOf(script));
    const times = [...captions.matchAll(/^(\d\d:\d\d\.\d{3}) --> (\d\d:\d\d\.\d{3})$/gmu)];
    expect(captions.startsWith('WEBVTT\n\n00:00.000 --> ')).toBe(true);
    times.slice(1).forEach(([, from], index) => {
      expect(from).toBe(times[index]?.[2]);
    });
    expect(times.at(-1)?.[2]).toBe(`00:${secondsOf(script).toFixed(3)}`);
    expect(captions).toContain(spec.tagline);
  });

  it('end with a video that is shorter than its script', () => {
    const { spec } = schedulingInput;
    const captions = writeCaptions(buildVideo(spec, buildPalette(spec.brand)).scenes, 1);
    expect(captions.match(/-->/gu)).toHaveLength(1);
    expect(captions).toContain('00:00.000 --> 00:01.000');
  });

  it('let no text begin a cue or a tag of its own', () => {
    const cue = { seconds: 2, background: '#ffffff', layers: [], pointer: [], narration: '' };
    const captions = writeCaptions([{ ...cue, captions: ['00:01.000 --> 00:02.000 <b>&'] }], 2);
    expect(captions.match(/-->/gu)).toHaveLength(1);
    expect(captions).toContain('--&gt; 00:02.000 &lt;b&gt;&amp;');
  });
});
