import { type ProductSpec } from '@hatchr/contracts';
import { type Palette } from '../../colour/build-palette.js';
import { icon, rect, text } from '../../deck/slide-elements.js';
import { type SlideElement, type TextElement } from '../../deck/slide-model.js';
import { type LaunchKitInput } from '../../launch-kit-input.js';
import { type Surface, type VideoLook } from '../video-look.js';
import { type VideoLayer } from '../video-model.js';

/** What every scene is made from. */
export interface SceneContext {
  spec: ProductSpec;
  palette: Palette;
  look: VideoLook;
  /** Of the running app; without them the product is drawn from the specification. */
  screenshots?: LaunchKitInput['screenshots'];
}

type Box = readonly [x: number, y: number, w: number, h: number];

/** Large words that come in line by line. */
export function headline(
  look: VideoLook,
  box: Box,
  content: string,
  style: Partial<TextElement> & Pick<TextElement, 'size' | 'colour'>,
  at: number,
): VideoLayer {
  const element = text(box, content, {
    weight: 700,
    leading: 1.16,
    tracking: -style.size * 0.012,
    align: look.align,
    valign: 'middle',
    minSize: style.size * 0.4,
    ...style,
  });
  return { elements: [element], motion: look.words, at, isStaggered: true };
}

/** The small line above a headline. */
export function kicker(
  { ink, mark }: Pick<Surface, 'ink' | 'mark'>,
  { align }: Pick<VideoLook, 'align'>,
  [x, y, w]: readonly [number, number, number],
  content: string,
): VideoLayer {
  const element = text([x, y, w, 0.4], content.toUpperCase(), {
    size: 15,
    minSize: 10,
    weight: 700,
    colour: mark === ink ? ink : mark,
    tracking: 1.6,
    align,
    valign: 'middle',
  });
  return { elements: [element], motion: 'fade', at: 0.35 };
}

/** The brand's icon on its rounded square. */
export function brandMark(
  { ground, mark, onMark }: Surface,
  iconName: string,
  [x, y, edge]: readonly [number, number, number],
): SlideElement[] {
  const fill = mark === ground ? onMark : mark;
  return [
    rect([x, y, edge, edge], { fill, radius: edge * 0.24 }),
    icon(
      [x + edge * 0.24, y + edge * 0.24, edge * 0.52, edge * 0.52],
      iconName,
      fill === mark ? onMark : mark,
      '',
    ),
  ];
}

/** Seconds in which these words can be read: four a second and a moment to find them, within bounds. */
export function readingTime(content: string, [least, most]: readonly [number, number]): number {
  const words = content.split(/\s+/u).length;
  // Languages without spaces are counted by their characters.
  const long = Math.max(words, content.length / 8);
  return Math.round(Math.min(most, Math.max(least, 1.6 + long / 4)) * 10) / 10;
}
