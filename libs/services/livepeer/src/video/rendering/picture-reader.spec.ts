import * as canvas from '@napi-rs/canvas';
import { describe, expect, it, jest } from '@jest/globals';
import { buildPalette } from '../../colour/build-palette.js';
import { schedulingSpec } from '../../fixtures/scheduling.fixture.js';
import { loadFonts } from '../../rendering/load-fonts.js';
import { buildVideo, secondsOf } from '../build-video.js';
import { frameSource } from './draw-frames.js';
import { PictureReader } from './picture-reader.js';

// Real: the canvas and every frame of a small video.

jest.setTimeout(120_000);

describe('reading only the rows that changed', () => {
  it.each(['calm', 'bold', 'precise', 'playful'] as const)(
    'misses nothing of a %s video',
    (tone) => {
      const brand = { ...schedulingSpec.brand, tone };
      const script = buildVideo({ ...schedulingSpec, brand }, buildPalette(brand));
      const [width, height] = [160, 90];
      const fonts = loadFonts(canvas, [], 'en');
      const pen = { canvas, fonts, pixelsPerInch: width / 13.333 };
      const source = frameSource(script, pen, [width, height]);
      const reader = new PictureReader(canvas, [width, height]);
      const wholeReader = new PictureReader(canvas, [width, height]);
      for (let time = 0; time < secondsOf(script); time += 1 / 15) {
        const rows = source.draw(time);
        if (rows) reader.read(source.canvas, rows);
        const whole = wholeReader.read(source.canvas, { top: 0, bottom: height });
        if (Buffer.compare(reader.last, whole) !== 0)
          throw new Error(`something was missed at ${time.toFixed(2)} s`);
      }
      expect(secondsOf(script)).toBeGreaterThan(20);
    },
  );
});
