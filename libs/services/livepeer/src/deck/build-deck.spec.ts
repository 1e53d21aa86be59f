import { describe, expect, it } from '@jest/globals';
import { buildPalette } from '../colour/build-palette.js';
import { contrastRatio } from '../colour/contrast.js';
import { hostileInput, largestInput } from '../fixtures/hostile.fixture.js';
import {
  arabicInput,
  germanInput,
  greekInput,
  inputWith,
  japaneseInput,
  oddWordsInput,
  polishInput,
  ukrainianInput,
} from '../fixtures/many-domains.fixture.js';
import { greyScreenshots } from '../fixtures/screenshots.fixture.js';
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

const written: [string, LaunchKitInput][] = [
  ['scheduling', schedulingInput],
  ['Japanese', japaneseInput],
  ['Arabic', arabicInput],
  ['Polish', polishInput],
  ['Greek', greekInput],
  ['Ukrainian', ukrainianInput],
  ['German', germanInput],
  ['odd words', oddWordsInput],
  ['hostile', hostileInput],
  ['the largest', largestInput],
];

const branded = brands.map((primary, index): [string, LaunchKitInput] => [
  `${primary} brand`,
  inputWith({
    brand: {
      ...schedulingSpec.brand,
      primary,
      accent: brands[(index + 3) % brands.length] ?? primary,
    },
  }),
]);

const tones = ['calm', 'bold', 'precise', 'playful', 'warm'] as const;

/** The input in the look of a tone, with screenshots in every second one. */
function inTone(input: LaunchKitInput, tone: (typeof tones)[number]): LaunchKitInput {
  const spec = { ...input.spec, brand: { ...input.spec.brand, tone } };
  const hasShots = tones.indexOf(tone) % 2 === 1;
  return {
    ...input,
    spec,
    ...(hasShots ? { screenshots: { images: greyScreenshots, reason: null } } : {}),
  };
}

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
  const posters = buildPosters(input, palette, null).map((poster) => ({
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

describe.each([...written, ...branded])('the pictures of the %s spec', (_, input) => {
  it.each(tones)('have text with a contrast of at least 4.5 in the %s look', (tone) => {
    for (const { elements, background } of picturesOf(inTone(input, tone)))
      elements.forEach((element, index) => {
        const ground = groundOf(elements, index, background);
        if (element.kind === 'text')
          expect([element.text, contrastRatio(element.colour, ground) >= 4.5]).toEqual([
            element.text,
            true,
          ]);
        if (element.kind === 'icon')
          expect(contrastRatio(element.colour, ground)).toBeGreaterThanOrEqual(3);
        if (element.kind === 'chart') {
          expect(contrastRatio(element.text, background)).toBeGreaterThanOrEqual(4.5);
          expect(contrastRatio(element.colour, background)).toBeGreaterThanOrEqual(3);
        }
        if (element.kind === 'table')
          for (const cell of element.rows.flat())
            expect(contrastRatio(cell.colour, cell.fill)).toBeGreaterThanOrEqual(4.5);
      });
  });
});

describe.each(written)('the pictures of the %s spec', (_, input) => {
  it.each(tones)(
    'keep every element on the page and every text in its box in the %s look',
    (tone) => {
      for (const { elements, width, height } of picturesOf(inTone(input, tone)))
        for (const element of fitElements(elements, estimateWidth)) {
          expect(element.x).toBeGreaterThanOrEqual(0);
          expect(element.y).toBeGreaterThanOrEqual(0);
          expect(element.x + element.w).toBeLessThanOrEqual(width + 0.01);
          expect(element.y + element.h).toBeLessThanOrEqual(height + 0.01);
          if (element.kind !== 'text') continue;
          expect([element.text, heightOf(element) - element.h < 0.01]).toEqual([
            element.text,
            true,
          ]);
          for (const line of element.lines)
            expect(
              estimateWidth(line, element.weight, element.face) * element.size,
            ).toBeLessThanOrEqual(
              element.w * 72 * 1.001 - Math.min(0, element.tracking) * line.length,
            );
        }
    },
  );
});

describe('the looks', () => {
  const titlePlaces = (tone: (typeof tones)[number]) =>
    JSON.stringify(
      picturesOf(inTone(schedulingInput, tone))
        .slice(0, 4)
        .map(({ elements, background }) => {
          const title = elements.find((element) => element.kind === 'text' && element.isTitle);
          if (title?.kind !== 'text') throw new Error('A slide without a title');
          const { x, y, w, size, align, face } = title;
          return { x, y, w, size, align, face, background };
        }),
    );

  it('differ in where titles stand and how large they are, not only in colour', () => {
    expect(new Set(tones.map(titlePlaces)).size).toBe(tones.length);
  });

  it('are the same for the same spec', () => {
    expect(picturesOf(schedulingInput)).toEqual(picturesOf(structuredClone(schedulingInput)));
  });
});

describe('the product slide', () => {
  const slideOf = (input: LaunchKitInput) => {
    const slide = picturesOf(input)[4];
    if (!slide) throw new Error('No product slide');
    return slide;
  };

  it('shows screenshots of the app on a laptop and a phone where there are some', () => {
    const images = { images: greyScreenshots, reason: null };
    const shown = slideOf({ ...schedulingInput, screenshots: images }).elements.flatMap(
      (element) => (element.kind === 'image' ? element.alt : []),
    );
    expect(shown).toEqual(['Bookings, as a desktop shows it', 'Bookings, as a phone shows it']);
  });

  it('says that its picture is rendered from the plan where there are none', () => {
    const words = slideOf(schedulingInput).elements.flatMap((element) =>
      element.kind === 'text' ? element.text : [],
    );
    expect(words).toContain('Rendered from the plan');
  });
});

describe('the market slide', () => {
  const offer = (competitorId: string, monthlyAmount: number, currency = 'EUR') => ({
    ...{ competitorId, monthlyAmount, currency, amount: monthlyAmount, evidenceId: 'e1' },
    ...{ name: null, period: 'month' as const, billed: null, per: null, trialDays: null },
    ...{ isFrom: false, isFree: false, isOnRequest: false },
  });
  const chartOf = (prices: ReturnType<typeof offer>[]) => {
    const discovery = { ...schedulingInput.discovery, prices };
    const elements = picturesOf({ ...schedulingInput, discovery })[6]?.elements ?? [];
    return elements.find((element) => element.kind === 'chart');
  };

  it('charts the lowest paid plan of each product where three state one in the same currency', () => {
    const prices = [
      ...[offer('slotto', 9.5), offer('calendica', 30), offer('calendica', 12)],
      ...[offer('bookable', 15), offer('bookable', 14, 'USD')],
    ];
    expect(chartOf(prices)).toMatchObject({
      unit: ' EUR',
      bars: [
        { label: 'Slotto', value: 9.5 },
        { label: 'Calendica', value: 12 },
        { label: 'Bookable', value: 15 },
      ],
    });
  });

  it('never puts two currencies on one axis, and counts what products do instead', () => {
    const prices = [offer('slotto', 9.5), offer('calendica', 12, 'USD'), offer('bookable', 15)];
    expect(chartOf(prices)).toMatchObject({ unit: '', name: 'Products known to do it' });
  });
});

describe('the slide on why now', () => {
  it('begins with what research found to speak for now, with its sources in the notes', () => {
    const { spec, discovery } = schedulingInput;
    const [source] = discovery.evidence;
    const statement = 'The compared calendars leave the new time to the freelancer.';
    const slide = buildDeck({
      ...schedulingInput,
      discovery: { ...discovery, whyNow: [{ statement, evidenceIds: [source?.id ?? ''] }] },
      palette: buildPalette(spec.brand),
      channels: [],
    })[2];
    expect(slide?.notes.split('\n')[0]).toBe(`${statement} (1 source)`);
    expect(slide?.notes).toContain(source?.url);
    expect(JSON.stringify(slide?.elements)).toContain(statement);
  });
});
