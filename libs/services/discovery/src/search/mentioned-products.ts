import { frameWords, stopWords } from '../ranking/stop-words.js';

/** Fewer names in a row are as likely places or months. */
const shortestList = 3;
const longestName = 3;

const separators = /\s*(?:[,;•·|/]|\b(?:and|or|und|et|y|e)\b|\d{1,2}[.)]\s)\s*/u;
const versus =
  /([\p{Lu}\p{N}][\p{L}\p{N}.]*(?:\s[\p{Lu}\p{N}][\p{L}\p{N}.]*){0,2})\s+(?:vs\.?|versus)\s+([\p{Lu}\p{N}][\p{L}\p{N}.]*(?:\s[\p{Lu}\p{N}][\p{L}\p{N}.]*){0,2})/gu;
const alternatives =
  /(?:(?:^|\s|\d\s)(?<before>\p{Lu}[\p{L}\p{N}.]*)\s+(?:alternatives?|competitors)\b)|(?:alternatives?|competitors)\s+(?:to|of|for)\s+(?<after>\p{Lu}[\p{L}\p{N}.]*(?:\s\p{Lu}[\p{L}\p{N}.]*)?)/gu;

const opening = /^(?:\p{Lu}[\p{L}\p{N}.]*\s?){1,2}/u;
const ending = /(?:\p{Lu}[\p{L}\p{N}.]*\s?){1,2}$/u;

function isName(text: string): boolean {
  const words = text.split(/\s+/u);
  if (text === '' || words.length > longestName || text.length > 30) return false;
  if (!words.every((word) => /^[\p{Lu}\p{N}]/u.test(word)) || !/\p{L}{2}/u.test(text)) return false;
  const isPlain = (word: string): boolean => {
    const plain = word.toLowerCase();
    return stopWords.has(plain) || frameWords.has(plain);
  };
  return !words.every(isPlain) && !/^(?:best|top|free|why|how|what|our|see)\b/iu.test(text);
}

/** Names that stand in a row, as lists of products do: "Slotwise, Chairtime and Trimly". */
function listedNames(text: string): string[] {
  const names: string[] = [];
  let row: string[] = [];
  const close = (): void => {
    if (row.length >= shortestList) names.push(...row);
    row = [];
  };
  for (const sentence of text.split(/(?<=\p{Ll})[.!?]\s|[:\n…]|\.\.\./u)) {
    for (const part of sentence.split(separators)) {
      const name = part.trim();
      if (isName(name)) row.push(name);
      else if (name !== '') {
        // The first and the last name of a row often touch the sentence around it.
        const [before = ''] = opening.exec(name) ?? [];
        if (row.length > 0 && isName(before.trim())) row.push(before.trim());
        close();
        const [after = ''] = ending.exec(name) ?? [];
        if (isName(after.trim())) row.push(after.trim());
      }
    }
    close();
  }
  return names;
}

/**
 * Names of products that a title or a snippet mentions, as written. A guess for a lead to be followed, and
 * never a fact about a product.
 */
export function listMentionedProducts(text: string): string[] {
  const pairs = [...text.matchAll(versus)].flatMap(([, left = '', right = '']) => [left, right]);
  const compared = [...text.matchAll(alternatives)].flatMap(({ groups }) => [
    groups?.['before'] ?? groups?.['after'] ?? '',
  ]);
  const names = [...pairs, ...compared, ...listedNames(text)].map((name) =>
    name.replace(/\.$/u, ''),
  );
  return [...new Set(names.filter(isName))];
}
