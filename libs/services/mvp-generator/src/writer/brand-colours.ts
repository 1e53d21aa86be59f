type Rgb = [number, number, number];

const parse = (hex: string): Rgb =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Rgb;
const print = (rgb: Rgb): string =>
  `#${rgb
    .map((part) =>
      Math.round(Math.min(255, Math.max(0, part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** Mixes two colours; `share` of the second, 0 to 1. */
export function mix(first: string, second: string, share: number): string {
  const [a, b] = [parse(first), parse(second)];
  return print(a.map((part, index) => part + ((b[index] ?? 0) - part) * share) as Rgb);
}

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = parse(hex).map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of WCAG 2.2, 1 to 21. */
export function contrast(first: string, second: string): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

// WCAG AA for normal text, with a little to spare for the soft backgrounds that it also stands on.
const readable = 5;

/** The nearest shade of a colour towards `towards` that can be read on `background`. */
export function readableOn(colour: string, background: string, towards: string): string {
  for (let share = 0; share < 1; share += 0.05) {
    const shade = mix(colour, towards, share);
    if (contrast(shade, background) >= readable) return shade;
  }
  return towards;
}

function variables(primary: string, surface: string, ink: string): string[] {
  const soft = mix(surface, primary, 0.1);
  const isDark = luminance(surface) < 0.2;
  // A button must stand out from the surface: a nearly black brand is lifted on dark, a nearly white one lowered on light.
  const fill = contrast(primary, surface) < 2.2 ? mix(primary, ink, 0.35) : primary;
  const onBrand =
    contrast('#ffffff', fill) >= 4.5
      ? '#ffffff'
      : contrast('#101014', fill) >= 4.5
        ? '#101014'
        : '#ffffff';
  const button = contrast(onBrand, fill) >= 4.5 ? fill : readableOn(fill, onBrand, '#000000');
  return [
    `--brand: ${button};`,
    `--brand-hover: ${mix(button, isDark ? '#ffffff' : '#000000', 0.1)};`,
    `--on-brand: ${onBrand};`,
    `--brand-text: ${readableOn(primary, soft, ink)};`,
    `--brand-soft: ${soft};`,
    `--brand-line: ${mix(surface, primary, 0.25)};`,
  ];
}

/** `src/app/brand.css`: the brand's colours in light and dark, each pair readable at WCAG AA. */
export function writeBrandCss(primary: string): string {
  const block = (selector: string, lines: string[]): string =>
    `${selector} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}\n`;
  return `/* Made from the brand colour ${primary}; every text colour is readable on what it stands on (WCAG AA). */
${block(':root', variables(primary, '#ffffff', '#101014'))}
${block("[data-theme='dark']", variables(primary, '#131317', '#ffffff'))}`;
}
