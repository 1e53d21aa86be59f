/** Where a model that thinks aloud does so. */
const THOUGHTS = /^\s*<think>[^]*?<\/think>/;

/**
 * The JSON in an answer of a model that was asked for JSON alone and wrote thoughts, a greeting or a code fence around
 * it: the first object or list that parses. The answer itself where there is none, so that its reader can say what is
 * wrong with it. Time grows with the length of the answer only.
 */
export function extractJson(answer: string): string {
  const text = answer.replace(THOUGHTS, '').trim();
  if (isJson(text)) return text;
  let start = findOpening(text, 0);
  while (start >= 0) {
    const end = findClosing(text, start);
    if (end < 0) return text;
    const value = text.slice(start, end);
    if (isJson(value)) return value;
    start = findOpening(text, end);
  }
  return text;
}

function findOpening(text: string, from: number): number {
  for (let index = from; index < text.length; index++)
    if (text[index] === '{' || text[index] === '[') return index;
  return -1;
}

/** One past the bracket that closes the one at `start`, strings skipped; -1 where none does. */
function findClosing(text: string, start: number): number {
  let depth = 0;
  let isString = false;
  for (let index = start; index < text.length; index++) {
    const character = text[index];
    if (isString) {
      if (character === '\\') index++;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return index + 1;
  }
  return -1;
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
