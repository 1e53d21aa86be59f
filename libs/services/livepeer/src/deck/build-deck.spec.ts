import { describe, expect, it } from '@jest/globals';
import { buildPalette } from '../colour/build-palette.js';
import { contrastRatio } from '../colour/contrast.js';
import { hostileInput, largestInput } from '../fixtures/hostile.fixture.js';
import {
  arabicInput,
  inputWith,
  japaneseInput,
  oddWordsInput,
  polishInput,
} from '../fixtures/many-domains.fixture.js';
import { schedulingInput, schedulingSpec } from '../fixtures/scheduling.fixture.js';
import { buildPosters } from '../images/build-posters.js';
import { type LaunchKitInput } from '../launch-kit-input.js';
import { estimateWidth } from '../text/estimate-width.js';
import { buildDeck } from './build-deck.js';
import { fitElements } from './fit-slides.js';
import { type FittedText, type SlideElement, slideSize } from './slide-model.js';

const brands = [
  '#000000',
  '#ffffff',
  '#808080',
  '#fde047',
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#777777',
  '#4f46e5',
  '#f5f5f4',
];

const inputs: [string, LaunchKitInput][] = [
  ['scheduling', schedulingInput],
  ['Japanese', japaneseInput],
  ['Arabic', arabicInput],
  ['Polish', polishInput],
  ['odd words', oddWordsInput],
  ['hostile', hostileInput],
  ['the largest', largestInput],
  ...brands.map((primary, index): [string, LaunchKitInput] => [
    `${primary} brand`,
    inputWith({
      brand: {
        ...schedulingSpec.brand,
        primary,
        accent: brands[(index + 3) % brands.length] ?? primary,
      },
    }),
  ]),
];

function picturesOf(input: LaunchKitInput) {
  const palette = buildPalette(input.spec.brand);
  const channels = Array.from({ length: 10 }, (_, index) => ({
    label: `Channel ${String(index)}`,
    path: 'x',
    angle: 'What is said there, in one line of some length',
  }));
  const slides = buildDeck({ ...input, palette, channels }).map((slide) => ({
    ...slide,
    ...slideSize,
  }));
  const posters = buildPosters(input.spec, palette).map((poster) => ({
    ...poster,
    background: poster.background ?? '#ffffff',
    width: poster.width / 72,
    height: poster.height / 72,
  }));
  return [...slides, ...posters];
}

type Placed = Pick<SlideElement, 'x' | 'y' | 'w' | 'h'>;

function holdsCentre(outer: Placed, { x, y, w, h }: Placed): boolean {
  const [middleX, middleY] = [x + w / 2, y + h / 2];
  return (
    middleX >= outer.x &&
    middleX <= outer.x + outer.w &&
    middleY >= outer.y &&
    middleY <= outer.y + outer.h
  );
}

/** The colour right below an element: the last filled rectangle drawn before it that holds its middle. */
function groundOf(elements: readonly SlideElement[], index: number, background: string): string {
  const element = elements[index];
  for (const below of elements.slice(0, index).reverse())
    if (element && below.kind === 'rect' && below.fill && holdsCentre(below, element))
      return below.fill;
  return background;
}

function heightOf({ lines, breaks, size, leading, paragraphGap }: FittedText): number {
  return (lines.length * size * leading + breaks.length * paragraphGap) / 72;
}

describe.each(inputs)('the pictures of the %s spec', (_, input) => {
  const pictures = picturesOf(input);

  it('have text with a contrast of at least 4.5 on what it lies on', () => {
    for (const { elements, background } of pictures)
      elements.forEach((element, index) => {
        if (element.kind === 'text')
          expect(
            contrastRatio(element.colour, groundOf(elements, index, background)),
          ).toBeGreaterThanOrEqual(4.5);
        if (element.kind === 'icon')
          expect(
            contrastRatio(element.colour, groundOf(elements, index, background)),
          ).toBeGreaterThanOrEqual(3);
        if (element.kind === 'table')
          for (const cell of element.rows.flat())
            expect(contrastRatio(cell.colour, cell.fill)).toBeGreaterThanOrEqual(4.5);
      });
  });

  it('keep every element on the page and every text in its box', () => {
    for (const { elements, width, height } of pictures)
      for (const element of fitElements(elements, estimateWidth)) {
        expect(element.x).toBeGreaterThanOrEqual(0);
        expect(element.y).toBeGreaterThanOrEqual(0);
        expect(element.x + element.w).toBeLessThanOrEqual(width + 0.01);
        expect(element.y + element.h).toBeLessThanOrEqual(height + 0.01);
        if (element.kind !== 'text') continue;
        // One line always stays, even in a box that is a hair too low for it.
        if (element.lines.length > 1)
          expect(heightOf(element)).toBeLessThanOrEqual(element.h + 0.01);
        for (const line of element.lines)
          expect(estimateWidth(line, element.weight) * element.size).toBeLessThanOrEqual(
            element.w * 72 * 1.001 - Math.min(0, element.tracking) * line.length,
          );
      }
  });
});
