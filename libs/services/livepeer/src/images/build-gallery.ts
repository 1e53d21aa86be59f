import { type EntitySpec, type ProductSpec } from '@hatchr/contracts';
import { findScreenshot } from '../deck/choose-screenshots.js';
import { type Device, laptopIn, phoneIn, shotOn } from '../deck/device-frame.js';
import { type Area } from '../deck/layout.js';
import { text } from '../deck/slide-elements.js';
import { type SlideElement } from '../deck/slide-model.js';
import { plannedCaption } from '../deck/slides/product.slide.js';
import { drawWindow } from '../deck/wireframe/draw-wireframe.js';
import { type KitScreenshot } from '../launch-kit-input.js';
import { type Poster, type PosterContext, words } from './poster.js';

/** What Product Hunt asks for (https://www.producthunt.com/launch, "gallery"). */
const pixels = { width: 1270, height: 760 } as const;
const [width, height] = [pixels.width / 72, pixels.height / 72];
const margin = 0.9;

interface Picture {
  label: string;
  elements: SlideElement[];
}

/**
 * The gallery of Product Hunt: the product on a laptop beside its name, its pages one by one, and a phone. Without
 * screenshots the pages are drawn from the specification, and each says so.
 */
export function buildGallery(context: PosterContext): Poster[] {
  const shots = desktopShots(context);
  const pictures =
    shots.length > 0
      ? [
          hero(context, shots[0]),
          ...shots.slice(0, 3).map((shot) => page(context, shot)),
          ...phones(context),
        ]
      : [
          hero(context, undefined),
          ...mainEntities(context.spec).map((entity) => drawn(context, entity)),
        ];
  return pictures.map(({ label, elements }, index) => ({
    path: `launch/images/producthunt-gallery-${String(index + 1)}.png`,
    label: `Product Hunt gallery: ${label}`,
    ...pixels,
    background: context.theme.posterGround(context.palette).fill,
    elements,
  }));
}

/** One picture of each page on a desktop, in the light theme. */
function desktopShots({ screenshots }: PosterContext): KitScreenshot[] {
  return (screenshots?.images ?? []).filter(
    ({ device, theme, role }) => device === 'desktop' && theme === 'light' && role !== 'landing',
  );
}

/** The feature's entity, then the first other one. */
function mainEntities({ entities, feature }: ProductSpec): EntitySpec[] {
  const main = entities.find((entity) => entity.name === feature.entity);
  const others = entities.filter((entity) => entity !== main);
  return [...(main ? [main] : []), ...others].slice(0, 2);
}

function hero(context: PosterContext, shot: KitScreenshot | undefined): Picture {
  const { spec } = context;
  const left = width * 0.36;
  const laptop = laptopIn([
    margin + left + 0.4,
    margin,
    width - left - 2 * margin,
    height - 2 * margin,
  ]);
  const [main] = mainEntities(spec);
  return {
    label: 'the product',
    elements: [
      ...words(context, [margin, height * 0.2, left, height * 0.6], 68),
      ...laptop.elements,
      ...(shot ? [shotOn(laptop.screen, shot)] : main ? wireframe(context, laptop, main) : []),
    ],
  };
}

function page(context: PosterContext, shot: KitScreenshot): Picture {
  const { spec } = context;
  const purpose = spec.pages.find(({ path }) => path === shot.page)?.purpose ?? spec.tagline;
  const laptop = laptopIn([margin, 2.5, width - 2 * margin, height - 3]);
  return {
    label: shot.title,
    elements: [
      ...caption(context, shot.title, purpose),
      ...laptop.elements,
      shotOn(laptop.screen, shot),
    ],
  };
}

function drawn(context: PosterContext, entity: EntitySpec): Picture {
  const laptop = laptopIn([margin, 2.5, width - 2 * margin, height - 3]);
  return {
    label: entity.labelPlural,
    elements: [
      ...caption(context, entity.labelPlural, entity.description),
      ...laptop.elements,
      ...wireframe(context, laptop, entity),
    ],
  };
}

/** The drawing in place of a screenshot and the words that say so. */
function wireframe(
  context: PosterContext,
  { screen, area }: Device,
  entity: EntitySpec,
): SlideElement[] {
  const { theme, palette, spec } = context;
  const [x, y, w, h] = area;
  return [
    ...drawWindow(spec, palette, entity, screen),
    text([x, y + h + 0.08, w, 0.34], plannedCaption, {
      size: 16,
      minSize: 11,
      colour: theme.posterGround(palette).mute,
      align: 'center',
      valign: 'middle',
      leading: 1.1,
    }),
  ];
}

/** The light and the dark face of one page on two phones. */
function phones(context: PosterContext): Picture[] {
  const roles = ['public', 'list', 'dashboard', 'landing'] as const;
  const light = findScreenshot(context, { device: 'phone', theme: 'light', roles });
  const dark = findScreenshot(context, { device: 'phone', theme: 'dark', roles });
  if (!light || !dark) return [];
  const room = (left: number): Area => [left, margin, 4.2, height - 2 * margin];
  const [first, second] = [phoneIn(room(width - 10)), phoneIn(room(width - 5.2))];
  const left = width - 10 - margin - 0.6;
  return [
    {
      label: 'on a phone',
      elements: [
        ...words(context, [margin, height * 0.2, left, height * 0.6], 60),
        ...first.elements,
        shotOn(first.screen, light),
        ...second.elements,
        shotOn(second.screen, dark),
      ],
    },
  ];
}

function caption({ theme, palette }: PosterContext, title: string, body: string): SlideElement[] {
  const on = theme.posterGround(palette);
  const align = theme.posterAlign;
  return [
    text([margin, 0.6, width - 2 * margin, 0.9], title, {
      size: 50,
      minSize: 24,
      weight: 700,
      face: theme.face,
      colour: on.ink,
      leading: 1.1,
      valign: 'middle',
      align,
    }),
    text([margin, 1.5, width - 2 * margin, 0.85], body, {
      size: 25,
      minSize: 14,
      colour: on.mute,
      leading: 1.2,
      align,
    }),
  ];
}
