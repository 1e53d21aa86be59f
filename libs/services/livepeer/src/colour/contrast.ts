/** `#rrggbb`. */
export type Hex = string;

function channels(colour: Hex): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function toHex(rgb: readonly number[]): Hex {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** `from` moved towards `to`; `share` 0 gives `from`, 1 gives `to`. Mixed in sRGB. */
export function mixColours(from: Hex, to: Hex, share: number): Hex {
  const target = channels(to);
  return toHex(
    channels(from).map((channel, index) => channel + ((target[index] ?? 0) - channel) * share),
  );
}

/** Relative luminance, 0 to 1 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
export function luminance(colour: Hex): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrastRatio(one: Hex, other: Hex): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** White or near-black, whichever is read better on `background`; one of them always reaches 4.5. */
export function readableOn(background: Hex): Hex {
  const dark = '#0b0d14';
  const white = '#ffffff';
  if (contrastRatio(white, background) >= 4.5) return white;
  return contrastRatio(dark, background) >= 4.5 ? dark : '#000000';
}

/**
 * `colour` itself where it already has the contrast `ratio` on `background`; otherwise the nearest shade towards
 * black (on light backgrounds) or white (on dark ones) that has it.
 */
export function ensureContrast(colour: Hex, background: Hex, ratio = 4.5): Hex {
  const goal = luminance(background) > 0.18 ? '#000000' : '#ffffff';
  for (let share = 0; share < 1; share += 0.02) {
    const candidate = mixColours(colour, goal, share);
    if (contrastRatio(candidate, background) >= ratio) return candidate;
  }
  return goal;
}
