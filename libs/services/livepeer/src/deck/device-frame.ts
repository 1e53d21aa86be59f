import { type KitScreenshot } from '../launch-kit-input.js';
import { type Area } from './layout.js';
import { rect } from './slide-elements.js';
import { type ImageElement, type SlideElement } from './slide-model.js';

const casing = '#16181d';
const metal = '#c3c7cf';
const notch = '#9aa0ab';

/** All lengths of a laptop in widths of its screen. */
const laptop = { ratio: 1.6, bezel: 0.02, base: 1.14, baseHeight: 0.032 } as const;
/** All lengths of a phone in widths of its screen. */
const phone = { ratio: 390 / 844, bezel: 0.055 } as const;

export interface Device {
  elements: SlideElement[];
  /** Where its screen shows something. */
  screen: Area;
  /** Of the whole device. */
  area: Area;
}

/** The largest laptop that stands in an area, in its middle. */
export function laptopIn([x, y, w, h]: Area): Device {
  const { ratio, bezel, base, baseHeight } = laptop;
  const width = Math.min(w / base, h / (1 / ratio + 2 * bezel + baseHeight));
  const lidHeight = width * (1 / ratio + 2 * bezel);
  const foot = width * baseHeight;
  const left = x + (w - width * base) / 2;
  const top = y + (h - lidHeight - foot) / 2;
  const lid = left + (width * base - width * (1 + 2 * bezel)) / 2;
  return {
    area: [left, top, width * base, lidHeight + foot],
    screen: [lid + width * bezel, top + width * bezel, width, width / ratio],
    elements: [
      rect([lid, top, width * (1 + 2 * bezel), lidHeight], { fill: casing, radius: width * 0.022 }),
      rect([left, top + lidHeight, width * base, foot], { fill: metal, radius: foot / 2 }),
      rect([left + (width * (base - 0.16)) / 2, top + lidHeight, width * 0.16, foot * 0.4], {
        fill: notch,
      }),
    ],
  };
}

/** The largest phone that stands in an area, in its middle. */
export function phoneIn([x, y, w, h]: Area): Device {
  const { ratio, bezel } = phone;
  const width = Math.min(w / (1 + 2 * bezel), h / (1 / ratio + 2 * bezel));
  const whole = width * (1 + 2 * bezel);
  const height = width * (1 / ratio + 2 * bezel);
  const [left, top] = [x + (w - whole) / 2, y + (h - height) / 2];
  return {
    area: [left, top, whole, height],
    screen: [left + width * bezel, top + width * bezel, width, width / ratio],
    elements: [rect([left, top, whole, height], { fill: casing, radius: width * 0.1 })],
  };
}

/** A screenshot on a screen, as wide as it and cut at its lower edge. */
export function shotOn([x, y, w, h]: Area, shot: KitScreenshot): ImageElement {
  const { width, height, content, title, device } = shot;
  return {
    kind: 'image',
    x,
    y,
    w,
    h: Math.min(h, (w * height) / width),
    source: content,
    pixels: { width, height },
    alt: `${title}, as a ${device} shows it`,
  };
}
