import { findScreenshot } from '../../deck/choose-screenshots.js';
import { leadingSentences } from '../../deck/deck-context.js';
import { laptopIn, phoneIn, shotOn } from '../../deck/device-frame.js';
import { type Area } from '../../deck/layout.js';
import { type KitScreenshot, type LaunchKitInput } from '../../launch-kit-input.js';
import { surfaceOf } from '../video-look.js';
import { type Scene, type VideoLayer } from '../video-model.js';
import { headline, type SceneContext } from './scene-context.js';

export interface ProductShots {
  first: KitScreenshot;
  /** What a press on the first page leads to; null where only one page was photographed. */
  next: KitScreenshot | null;
  phone: KitScreenshot | null;
}

const inside = ['list', 'dashboard', 'detail'] as const;
/** When the pointer opens the next page, and when the phone comes in. */
const [turns, phoneComes] = [3.0, 4.9];

/** The pages to show: a list and what is behind its rows where there is both; null without a picture of the inside. */
export function chooseShots(screenshots: LaunchKitInput['screenshots']): ProductShots | null {
  const desktop = { device: 'desktop', theme: 'light' } as const;
  const input = screenshots ? { screenshots } : {};
  const list = findScreenshot(input, { ...desktop, roles: ['list'] });
  const detail = findScreenshot(input, { ...desktop, roles: ['detail'] });
  const phone = findScreenshot(input, { device: 'phone', theme: 'light', roles: inside }) ?? null;
  if (list && detail) return { first: list, next: detail, phone };
  const first = findScreenshot(input, { ...desktop, roles: ['dashboard', 'list', 'detail'] });
  if (!first) return null;
  const next = findScreenshot(input, { ...desktop, roles: inside, except: [first.page] }) ?? null;
  return { first, next, phone };
}

/** The app itself: a page of it on a laptop, the next one by a press, and the same on a phone. */
export function productShotsScene(context: SceneContext, shots: ProductShots): Scene {
  const { spec, palette, look } = context;
  const surface = surfaceOf(palette, 'soft');
  const { first, next, phone } = shots;
  const laptop = laptopIn([phone ? 0.7 : 1.55, 1.35, phone ? 9.6 : 10.23, 5.75]);
  const [x, y, w, h] = laptop.screen;
  return {
    seconds: 7.4,
    background: surface.ground,
    pointer: [
      { at: 0.9, x: x + w * 0.8, y: y + h * 0.85, isPress: false },
      { at: turns, x: x + w * 0.52, y: y + h * 0.42, isPress: next !== null },
      { at: turns + 1.5, x: x + w * 0.66, y: y + h * 0.62, isPress: false },
    ],
    captions: [spec.summary],
    narration: leadingSentences(spec.summary, 110),
    layers: [
      headline(
        look,
        [1.55, 0.35, 10.23, 0.8],
        spec.flows[0]?.name ?? spec.name,
        { size: 32, minSize: 16, colour: surface.ink },
        0.3,
      ),
      {
        elements: [...laptop.elements, shotOn(laptop.screen, first)],
        motion: look.cards,
        at: 0.45,
      },
      ...(next
        ? [
            {
              elements: [shotOn(laptop.screen, next)],
              motion: 'fade' as const,
              at: turns + 0.1,
              takes: 0.35,
            },
          ]
        : []),
      ...(phone ? [phoneLayer(phone)] : []),
    ],
  };
}

/** In front of the laptop's right edge. */
function phoneLayer(shot: KitScreenshot): VideoLayer {
  const area: Area = [9.9, 1.75, 2.9, 5.3];
  const { elements, screen } = phoneIn(area);
  return { elements: [...elements, shotOn(screen, shot)], motion: 'rise', at: phoneComes };
}
