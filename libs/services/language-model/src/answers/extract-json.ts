/** Where a model that thinks aloud does so. */
const THOUGHTS = /^\s*<think>[^]*?<\/think>/;

/** Braces in words come a few times before the answer; a million of them are an attempt to keep us busy. */
const MOST_TRIES = 20;

/**
 * The JSON in an answer of a model that was asked for an object alone and wrote thoughts, a greeting or a code fence
 * around it: the first object that parses. The answer itself where there is none, so that its reader can say what is
 * wrong with it. Time grows with the length of the answer only.
 */
export function extractJson(answer: string): string {
  const text = answer.replace(THOUGHTS, '').trim();
  if (isJson(text)) return text;
  let start = text.indexOf('{');
  for (let tries = 0; start >= 0 && tries < MOST_TRIES; tries++) {
    const end = findClosing(text, start);
    if (end < 0) return text;
    const value = text.slice(start, end);
    if (isJson(value)) return value;
    start = text.indexOf('{', end);
  }
  return text;
}

/** One past the brace that closes the one at `start`, strings skipped; -1 where none does. */
function findClosing(text: string, start: number): number {
  let depth = 0;
  let isString = false;
  for (let index = start; index < text.length; index++) {
    const character = text[index];
    if (isString) {
      if (character === '\\') index++;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return index + 1;
  }
  return -1;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
