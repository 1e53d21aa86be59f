import { text } from '../../deck/slide-elements.js';
import { asSentence, kindAndAudience } from '../../text/shape-words.js';
import { surfaceOf } from '../video-look.js';
import { type Scene } from '../video-model.js';
import { decorate, wordsBox } from './decorate.js';
import { brandMark, headline, type SceneContext } from './scene-context.js';

/** Mark, name and tagline. */
export function titleScene(context: SceneContext): Scene {
  const { spec, palette, look } = context;
  const surface = surfaceOf(palette, look.opening);
  const { x, w } = wordsBox(context);
  const edge = 1.15;
  const markLeft = look.align === 'center' ? x + (w - edge) / 2 : x;
  return {
    seconds: 3.4,
    background: surface.ground,
    pointer: [],
    captions: [`${spec.name}: ${spec.tagline}`],
    narration: `${spec.name}. ${asSentence(spec.tagline)}`,
    layers: [
      ...decorate(context, surface),
      // The mosaic shows the mark already.
      ...(look.decoration === 'mosaic'
        ? []
        : [
            {
              elements: brandMark(surface, spec.brand.icon, [markLeft, 1.2, edge]),
              motion: 'pop' as const,
              at: 0.25,
            },
          ]),
      headline(
        look,
        [x, 2.55, w, 1.55],
        spec.name,
        { size: 72, minSize: 30, colour: surface.ink, leading: 1.08 },
        0.5,
      ),
      headline(
        look,
        [x, 4.2, w, 1.35],
        spec.tagline,
        {
          size: 27,
          minSize: 15,
          weight: 400,
          colour: surface.ink,
          leading: 1.3,
          valign: 'top',
          tracking: 0,
        },
        0.85,
      ),
      {
        elements: [
          text([x, 5.85, w, 0.5], kindAndAudience(spec), {
            size: 16,
            minSize: 11,
            weight: 600,
            colour: surface.mute,
            align: look.align,
            valign: 'middle',
          }),
        ],
        motion: 'fade',
        at: 1.3,
      },
    ],
  };
}
