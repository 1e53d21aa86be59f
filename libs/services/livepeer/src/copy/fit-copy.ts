import { splitSentences } from '../text/shape-words.js';

/** How long a text is in the eyes of a channel. */
export type CountLength = (text: string) => number;

/** UTF-16 units: what forms with a character limit count. */
export const plainLength: CountLength = (text) => text.length;

/**
 * X counts most scripts outside Latin, Cyrillic, Arabic and the like, and every emoji, twice
 * (twitter-text configuration v3, https://github.com/twitter/twitter-text/blob/master/config/v3.json).
 */
export const lengthOnX: CountLength = (text) => {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isSingle =
      code <= 4351 ||
      (code >= 8192 && code <= 8205) ||
      (code >= 8208 && code <= 8223) ||
      (code >= 8242 && code <= 8247);
    length += isSingle ? 1 : 2;
  }
  return length;
};

const segments = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * The text itself where it fits; otherwise as many whole sentences as do, or, where not even one does, as many
 * words, followed by an ellipsis.
 */
export function fitCopy(text: string, limit: number, count: CountLength = plainLength): string {
  if (count(text) <= limit) return text;
  let sentences = '';
  for (const sentence of splitSentences(text)) {
    const longer = sentences === '' ? sentence : `${sentences} ${sentence}`;
    if (count(longer) > limit) break;
    sentences = longer;
  }
  return sentences === '' ? fitWords(text, limit, count) : sentences;
}

function fitWords(text: string, limit: number, count: CountLength): string {
  const ending = (words: string): string => `${words.replace(/[\s\p{P}]+$/u, '')}…`;
  let kept = '';
  for (const { segment } of segments.segment(text)) {
    if (count(ending(kept + segment)) > limit) break;
    kept += segment;
  }
  // A single word longer than the limit is cut between characters.
  for (const character of kept === '' ? text : '') {
    if (count(ending(kept + character)) > limit) break;
    kept += character;
  }
  return ending(kept);
}

/**
 * A text around the person's own words: `build` is called with them, shortened word by word until the whole fits.
 * The scaffolding itself is never cut.
 */
export function fitAround(
  words: string,
  limit: number,
  build: (words: string) => string,
  count: CountLength = plainLength,
): string {
  const whole = build(words);
  if (count(whole) <= limit) return whole;
  const room = limit - count(build(''));
  return room < 2 ? build('…') : build(fitWords(words, room, count));
}
