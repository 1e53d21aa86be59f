import { type EntitySpec, type FieldSpec, type ProductSpec } from '@hatchr/contracts';
import { type Palette } from '../../colour/build-palette.js';
import { mixColours } from '../../colour/contrast.js';
import { leadingSentences } from '../../deck/deck-context.js';
import { icon, rect, text } from '../../deck/slide-elements.js';
import { type SlideElement } from '../../deck/slide-model.js';
import {
  chip,
  drawWindow,
  navigationMiddle,
  placeholder,
} from '../../deck/wireframe/draw-wireframe.js';
import { surfaceOf } from '../video-look.js';
import { type Scene } from '../video-model.js';
import { chooseShots, productShotsScene } from './product-shots.scene.js';
import { headline, type SceneContext } from './scene-context.js';

type Area = readonly [x: number, y: number, w: number, h: number];

const frame: Area = [1.55, 1.5, 10.23, 5.55];
const form: Area = [4.65, 2.2, 4.9, 4.3];
/** When the pointer opens the form, saves it, and opens the next page. */
const [opens, saves, turns] = [1.9, 3.7, 5.3];

/** The product in use: the app itself where it was photographed, a rendering of the specification otherwise. */
export function productScene(context: SceneContext): Scene {
  const shots = chooseShots(context.screenshots);
  return shots ? productShotsScene(context, shots) : drawnProductScene(context);
}

/** A new row is written into its form and saved, then the next page is opened. */
function drawnProductScene(context: SceneContext): Scene {
  const { spec, palette, look } = context;
  const surface = surfaceOf(palette, 'soft');
  const [main, next] = shownEntities(spec);
  const [x, y, w] = frame;
  const newButton = [x + w - 0.9, y + 0.52] as const;
  const saveButton = [form[0] + form[2] - 0.85, form[1] + form[3] - 0.5] as const;
  const navigation = [x + 1.0, y + navigationMiddle(spec.entities, main, next, frame[3])] as const;
  return {
    seconds: 7.4,
    background: surface.ground,
    pointer: [
      { at: 0.9, x: 9.6, y: 6.2, isPress: false },
      { at: opens, x: newButton[0], y: newButton[1], isPress: true },
      { at: saves - 0.9, x: form[0] + 1.9, y: form[1] + 1.5, isPress: false },
      { at: saves, x: saveButton[0], y: saveButton[1], isPress: true },
      { at: turns, x: navigation[0], y: navigation[1], isPress: true },
      { at: turns + 1, x: navigation[0] + 2.6, y: navigation[1] + 0.9, isPress: false },
    ],
    captions: [spec.summary],
    narration: leadingSentences(spec.summary, 110),
    layers: [
      headline(
        look,
        [x, 0.4, w, 0.85],
        spec.flows[0]?.name ?? spec.name,
        { size: 32, minSize: 16, colour: surface.ink },
        0.3,
      ),
      { elements: shadow(palette), motion: 'fade', at: 0.45 },
      { elements: drawWindow(spec, palette, main, frame), motion: look.cards, at: 0.45 },
      {
        elements: drawForm(palette, main),
        motion: 'pop',
        at: opens + 0.1,
        until: saves + 0.3,
        takes: 0.4,
      },
      ...formEntries(palette, main).map((entry, index) => ({
        elements: entry,
        motion: 'reveal' as const,
        at: opens + 0.5 + index * 0.28,
        until: saves + 0.3,
        takes: 0.35,
      })),
      { elements: toast(palette, main), motion: 'rise', at: saves + 0.35, until: turns + 0.4 },
      ...(next === main
        ? []
        : [
            {
              elements: drawWindow(spec, palette, next, frame),
              motion: 'fade' as const,
              at: turns + 0.1,
              takes: 0.35,
            },
          ]),
    ],
  };
}

/** The entity that the feature works on, and another one whose page looks different where there is one. */
function shownEntities(spec: ProductSpec): [main: EntitySpec, next: EntitySpec] {
  const main =
    spec.entities.find((entity) => entity.name === spec.feature.entity) ?? spec.entities[0];
  if (!main) throw new RangeError('A specification has at least one entity.');
  const others = spec.entities.filter((entity) => entity !== main);
  return [main, others.find((entity) => entity.view !== main.view) ?? others[0] ?? main];
}

/** Three soft edges below the window: a blurred shadow would have to be drawn for each frame. */
function shadow({ soft, ink, radius }: Palette): SlideElement[] {
  const [x, y, w, h] = frame;
  return [3, 2, 1].map((step) => {
    const grow = step * 0.07;
    return rect([x - grow, y - grow + 0.08, w + 2 * grow, h + 2 * grow], {
      fill: mixColours(soft, ink, 0.02 * (4 - step)),
      radius: radius + grow,
    });
  });
}

function formFields({ fields, titleField }: EntitySpec): FieldSpec[] {
  const title = fields.filter((field) => field.name === titleField);
  const others = fields.filter((field) => field.name !== titleField);
  const choices = others.filter((field) => field.type === 'enum');
  return [...title, ...choices, ...others.filter((field) => field.type !== 'enum')].slice(0, 3);
}

const rowOf = (index: number): number => form[1] + 0.95 + index * 0.86;

function drawForm(palette: Palette, entity: EntitySpec): SlideElement[] {
  const [x, y, w, h] = form;
  const radius = Math.max(palette.radius, 0.06);
  return [
    rect([x - 0.06, y - 0.02, w + 0.12, h + 0.12], { fill: palette.line, radius: radius + 0.06 }),
    rect(form, { fill: palette.paper, stroke: palette.line, radius }),
    text([x + 0.35, y + 0.22, w - 0.7, 0.5], `New ${entity.label}`, {
      size: 18,
      minSize: 10,
      weight: 700,
      colour: palette.ink,
      valign: 'middle',
      leading: 1.1,
    }),
    ...formFields(entity).flatMap((field, index) => [
      text([x + 0.35, rowOf(index) - 0.16, w - 0.7, 0.28], field.label, {
        size: 11,
        minSize: 8,
        weight: 600,
        colour: palette.mute,
        valign: 'middle',
        leading: 1.1,
      }),
      rect([x + 0.35, rowOf(index) + 0.16, w - 0.7, 0.46], {
        fill: palette.paper,
        stroke: mixColours(palette.line, palette.ink, 0.15),
        radius: 0.06,
      }),
    ]),
    rect([x + w - 1.55, y + h - 0.72, 1.2, 0.44], {
      fill: palette.brand,
      radius: Math.min(radius, 0.14),
    }),
    text([x + w - 1.5, y + h - 0.72, 1.1, 0.44], 'Save', {
      size: 13,
      weight: 600,
      colour: palette.onBrand,
      align: 'center',
      valign: 'middle',
      leading: 1.1,
    }),
  ];
}

/** What is written into each field: a sample title, a real choice, or a bar where only a person would know. */
function formEntries(palette: Palette, entity: EntitySpec): SlideElement[][] {
  const [x, , w] = form;
  return formFields(entity).map((field, index) => {
    const top = rowOf(index) + 0.16;
    const choice = field.values?.[0];
    if (choice) return chip(palette, [x + 0.47, top + 0.08, 1.7, 0.3], choice.label);
    const title = field.name === entity.titleField ? entity.sampleTitles?.[0] : undefined;
    if (!title) return [placeholder(palette, [x + 0.5, top + 0.17, w * 0.4, 0.13], true)];
    return [
      text([x + 0.5, top, w - 1.0, 0.46], title, {
        size: 13,
        minSize: 9,
        colour: palette.ink,
        valign: 'middle',
        leading: 1.1,
      }),
    ];
  });
}

function toast(palette: Palette, { label }: EntitySpec): SlideElement[] {
  const [x, y, w] = [8.0, 6.25, 3.5];
  return [
    rect([x, y, w, 0.62], { fill: palette.ink, radius: Math.max(palette.radius, 0.1) }),
    rect([x + 0.18, y + 0.16, 0.3, 0.3], { fill: palette.paper, radius: 0.15 }),
    icon([x + 0.25, y + 0.23, 0.16, 0.16], 'check', palette.ink, ''),
    text([x + 0.64, y, w - 0.85, 0.62], `${label} saved`, {
      size: 14,
      minSize: 9,
      weight: 600,
      colour: palette.paper,
      valign: 'middle',
      leading: 1.1,
    }),
  ];
}
