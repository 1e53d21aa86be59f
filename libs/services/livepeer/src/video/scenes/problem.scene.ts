import { leadingSentences } from '../../deck/deck-context.js';
import { rect, text } from '../../deck/slide-elements.js';
import { inSentence } from '../../text/shape-words.js';
import { type Surface, surfaceOf, type VideoLook } from '../video-look.js';
import { type Scene, type VideoLayer } from '../video-model.js';
import { headline, kicker, readingTime, type SceneContext } from './scene-context.js';

/** What stands in the way today, in the words of the specification. */
export function problemScene({ spec, palette, look }: SceneContext): Scene {
  const surface = surfaceOf(palette, look.problem);
  const statement = leadingSentences(spec.problem, 150);
  const x = look.align === 'left' ? 1.35 : 1.7;
  const w = 13.333 - 2 * x;
  return {
    seconds: readingTime(statement, [4, 6.5]),
    background: surface.ground,
    pointer: [],
    captions: [statement],
    narration: statement,
    layers: [
      ...adornment(look, surface, palette.accent),
      kicker(surface, look, [x, 1.1, w], 'The problem'),
      headline(
        look,
        [x, 1.7, w, 3.9],
        statement,
        { size: 46, minSize: 18, colour: surface.ink, leading: 1.24 },
        0.45,
      ),
      {
        elements: [
          text([x, 5.95, w, 0.5], `For ${inSentence(spec.audience, spec.prompt)}`, {
            size: 18,
            minSize: 11,
            weight: 600,
            colour: surface.mute,
            align: look.align,
            valign: 'middle',
          }),
        ],
        motion: 'fade',
        at: 1.2,
      },
    ],
  };
}

function adornment({ decoration }: VideoLook, { mark }: Surface, accent: string): VideoLayer[] {
  if (decoration === 'mosaic')
    return [
      { elements: [rect([0, 0, 0.42, 7.5], { fill: mark })], motion: 'still', at: 0 },
      {
        elements: [rect([0.42, 5.0, 0.42, 2.5], { fill: accent })],
        motion: 'slide',
        at: 0.3,
      },
    ];
  if (decoration === 'grid')
    return [
      {
        elements: [rect([1.35, 5.75, 10.63, 0.05], { fill: mark })],
        motion: 'reveal',
        at: 0.5,
        takes: 1.4,
      },
    ];
  if (decoration === 'tokens')
    return [
      [-1.1, 5.6, 3, accent],
      [11.6, -0.9, 2.8, mark],
    ].map(([x, y, edge, fill], index) => ({
      elements: [
        rect([Number(x), Number(y), Number(edge), Number(edge)], {
          fill: String(fill),
          radius: Number(edge) / 2,
        }),
      ],
      motion: 'pop' as const,
      at: 0.2 + index * 0.15,
      drift: { x: 0, y: 0.12, period: 5 },
    }));
  return [
    {
      elements: [rect([6.27, 0.75, 0.8, 0.09], { fill: mark, radius: 0.045 })],
      motion: 'reveal',
      at: 0.3,
    },
  ];
}
