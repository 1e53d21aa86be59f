import { type ProductSpec } from '@hatchr/contracts';

const sentenceEnd = /[.!?…。！？؟।]+["'”’»)\]]*$/u;

const abbreviation = /(?:^|\s)(?:\p{L}|e\.g|i\.e|etc|vs|no|dr|mr|mrs|ms|st)\.$/iu;

/** The sentences of a text, each with its own punctuation. Abbreviations such as `e.g.` do not end one. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let current = '';
  for (const part of text.split(/(?<=[.!?…]["'”’»)\]]*)\s+|(?<=[。！？؟।])\s*|\n+/u)) {
    current = current === '' ? part : `${current} ${part}`;
    if (abbreviation.test(current)) continue;
    if (current.trim() !== '') sentences.push(current.trim());
    current = '';
  }
  if (current.trim() !== '') sentences.push(current.trim());
  return sentences;
}

/** The first sentence without its final mark, so that it can stand inside another sentence. */
export function asFragment(text: string): string {
  return (splitSentences(text)[0] ?? '').replace(sentenceEnd, '').trim();
}

/** The text with a final full stop unless it already ends in a mark. */
export function asSentence(text: string): string {
  return text === '' || sentenceEnd.test(text) ? text : `${text}.`;
}

/** The text with its first letter as a capital. */
export function beginSentence(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase('und') + text.slice(first.length);
}

/** `a`, `a and b`, `a, b and c`. */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** What it is and for whom, in one line: `Scheduling for freelancers`, with a dot where the words are not English. */
export function kindAndAudience(spec: ProductSpec): string {
  const link = /^(en|und)\b/u.test(spec.language) ? ' for ' : ' · ';
  return `${asFragment(spec.category)}${link}${inSentence(spec.audience, spec.prompt)}`;
}

/** `1 page`, `3 pages`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${String(count)} ${count === 1 ? singular : plural}`;
}

/**
 * A label as it reads in the middle of a sentence: its first letter is lowered only where the person's own
 * sentence writes that word so, since `Portland` or `SaaS` must keep theirs.
 */
export function inSentence(words: string, prompt: string): string {
  const label = asFragment(words);
  const first = label.split(/\s/u, 1)[0] ?? '';
  const lowered = first.charAt(0).toLowerCase() + first.slice(1);
  const written = prompt.split(/[^\p{L}\p{N}'’-]+/u);
  return lowered !== first && written.includes(lowered)
    ? lowered + label.slice(first.length)
    : label;
}
