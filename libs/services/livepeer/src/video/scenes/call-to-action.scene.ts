import { rect, text } from '../../deck/slide-elements.js';
import { surfaceOf } from '../video-look.js';
import { type Scene } from '../video-model.js';
import { decorate, wordsBox } from './decorate.js';
import { brandMark, headline, type SceneContext } from './scene-context.js';

/** The generated app has a workspace that opens in one click, so that is what a viewer is asked to do. */
const action = 'Open the demo workspace';

/** The name again, and one thing to do. */
export function callToActionScene(context: SceneContext): Scene {
  const { spec, palette, look } = context;
  const surface = surfaceOf(palette, look.closing);
  const { x, w } = wordsBox(context);
  const isCentred = look.align === 'center';
  const [edge, button] = [0.95, 5.0];
  const buttonLeft = isCentred ? x + (w - button) / 2 : x;
  return {
    seconds: 3.8,
    background: surface.ground,
    pointer: [
      { at: 1.5, x: buttonLeft + button + 1.2, y: 6.9, isPress: false },
      { at: 2.4, x: buttonLeft + button * 0.9, y: 5.2, isPress: true },
    ],
    captions: [`Try ${spec.name}. ${action}.`],
    narration: `Try ${spec.name}.`,
    layers: [
      ...decorate(context, surface),
      ...(look.decoration === 'mosaic'
        ? []
        : [
            {
              elements: brandMark(surface, spec.brand.icon, [
                isCentred ? x + (w - edge) / 2 : x,
                1.35,
                edge,
              ]),
              motion: 'pop' as const,
              at: 0.25,
            },
          ]),
      headline(
        look,
        [x, 2.5, w, 1.7],
        `Try ${spec.name}`,
        { size: 60, minSize: 26, colour: surface.ink, leading: 1.1 },
        0.4,
      ),
      {
        elements: [
          rect([buttonLeft, 4.6, button, 0.9], {
            fill: surface.mark,
            radius: Math.min(0.45, palette.radius * 2 + 0.06),
          }),
          text([buttonLeft + 0.3, 4.6, button - 0.6, 0.9], action, {
            size: 20,
            minSize: 12,
            weight: 600,
            colour: surface.onMark,
            align: 'center',
            valign: 'middle',
            leading: 1.1,
          }),
        ],
        motion: look.cards,
        at: 0.9,
      },
    ],
  };
}
