import { type Area, inset } from '../deck/layout.js';
import { type SlideElement } from '../deck/slide-model.js';
import { type Picture } from '../pictures/read-png.js';
import { type Poster, type PosterContext } from './poster.js';

export const backdropPath = 'launch/images/backdrop-1280x720.png';

const [width, height] = [1280, 720];
const [w, h] = [width / 72, height / 72];

/** A picture without words, to stand behind a headline or a post: a generated one, or the art of the brand. */
export function buildBackdrop(context: PosterContext, picture: Picture | null): Poster {
  const { theme, spec, palette } = context;
  const whole: Area = [0, 0, w, h];
  const drawn = (): SlideElement[] =>
    theme.art(spec, palette, theme.artBleeds ? whole : inset(whole, h * 0.1, h * 0.1));
  return {
    ...{ path: backdropPath, label: 'Backdrop without words', width, height },
    background: theme.posterGround(palette).fill,
    elements: picture ? [covering(picture)] : drawn(),
  };
}

/** Over the whole image: what is too wide is cut at both sides, what is too high at its lower edge. */
function covering({ source, pixels }: Picture): SlideElement {
  const wide = Math.max(w, (h * pixels.width) / pixels.height);
  return { kind: 'image', x: (w - wide) / 2, y: 0, w: wide, h, source, pixels, alt: '' };
}
