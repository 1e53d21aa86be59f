/** A font of fontsource: its files are cut into slices by Unicode range, so only the needed ones are read. */
export interface FontPackage {
  name: string;
  /** Static fonts have a file for each weight, variable ones a single file with a weight axis. */
  weights: readonly number[] | 'variable';
}

const interWeights = [400, 600, 700] as const;

/** Static rather than variable: Skia embeds it in the PDF as TrueType, a variable font only as outlines. */
const inter: FontPackage = { name: '@fontsource/inter', weights: interWeights };

/** For titles of the serif look. About as wide as Georgia, which the PPTX names in its place, so both break alike. */
export const serif: FontPackage = { name: '@fontsource/noto-serif', weights: interWeights };

const variable = (name: string): FontPackage => ({
  name: `@fontsource-variable/${name}`,
  weights: 'variable',
});

const japanese = variable('noto-sans-jp');
const chinese = variable('noto-sans-sc');
const korean = variable('noto-sans-kr');
const others = [
  'noto-sans-arabic',
  'noto-sans-hebrew',
  'noto-sans-devanagari',
  'noto-sans-bengali',
  'noto-sans-tamil',
  'noto-sans-thai',
  'noto-sans-georgian',
  'noto-sans-armenian',
  'noto-emoji',
].map(variable);

/** All fonts in the order in which they are asked. Han characters are drawn in the manner of the prompt's language. */
export function fontPackagesFor(language: string): FontPackage[] {
  const main = language.split('-', 1)[0];
  if (main === 'zh') return [inter, chinese, japanese, korean, ...others];
  if (main === 'ko') return [inter, korean, japanese, chinese, ...others];
  return [inter, japanese, korean, chinese, ...others];
}
