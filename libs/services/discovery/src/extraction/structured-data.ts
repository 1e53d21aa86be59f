import type { CheerioAPI } from 'cheerio';
import { cleanText } from './clean-text.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** One JSON text of a page with the source that snippets are cut from. */
export interface EmbeddedJson {
  data: unknown;
  source: string;
}

export interface StructuredData {
  /** Every schema.org node of the page, `@graph` and nested nodes taken apart, with its script. */
  nodes: readonly { node: JsonObject; types: readonly string[]; source: string }[];
  /** State that a client-rendered page ships with. */
  states: readonly EmbeddedJson[];
  /** Content of meta elements by name or property in lower case, the first of each. */
  meta: ReadonlyMap<string, string>;
}

const maximumJson = 1_500_000;
/** Nodes looked at in one JSON text; a state of a large shop has more, and the plans are not in its depth. */
const maximumNodes = 20_000;
const maximumJsonDepth = 24;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string as it stands in JSON, cleaned; null for anything else and for what is empty. */
export function readString(value: unknown, limit = 400): string | null {
  if (typeof value !== 'string') return null;
  const text = cleanText(value, limit);
  return text === '' ? null : text;
}

/** A value that schema.org allows to be single or several. */
export function asList(value: unknown): readonly unknown[] {
  return value === undefined || value === null
    ? []
    : Array.isArray(value)
      ? (value as unknown[])
      : [value];
}

/** Every object inside a JSON value, outer before inner, with the objects that it lies in, within bounds. */
export function listObjects(
  data: unknown,
): { object: JsonObject; parents: readonly JsonObject[] }[] {
  const found: { object: JsonObject; parents: readonly JsonObject[] }[] = [];
  const queue: { value: unknown; parents: readonly JsonObject[] }[] = [
    { value: data, parents: [] },
  ];
  for (let place = 0; place < queue.length && place < maximumNodes; place += 1) {
    const { value, parents } = queue[place] ?? { value: null, parents: [] };
    if (parents.length > maximumJsonDepth) continue;
    if (Array.isArray(value))
      queue.push(...value.slice(0, 500).map((item: unknown) => ({ value: item, parents })));
    else if (isObject(value)) {
      found.push({ object: value, parents });
      const inner = [...parents, value];
      queue.push(
        ...Object.values(value)
          .slice(0, 500)
          .map((item) => ({ value: item, parents: inner })),
      );
    }
  }
  return found;
}

function parse(source: string): unknown {
  if (source.length > maximumJson) return null;
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return null;
  }
}

/** Reads what a page says to programs. What does not parse is left out. */
export function readStructuredData($: CheerioAPI): StructuredData {
  const nodes: StructuredData['nodes'][number][] = [];
  const states: EmbeddedJson[] = [];
  $('script').each((_, element) => {
    const type = ($(element).attr('type') ?? '').toLowerCase();
    if (!type.includes('json')) return;
    const source = $(element).text();
    const data = parse(source);
    if (data === null) return;
    if (type !== 'application/ld+json') states.push({ data, source });
    else
      for (const { object } of listObjects(data)) {
        const types = asList(object['@type']).filter((name) => typeof name === 'string');
        if (types.length > 0) nodes.push({ node: object, types, source });
      }
  });
  const meta = new Map<string, string>();
  $('meta').each((_, element) => {
    const name = ($(element).attr('name') ?? $(element).attr('property') ?? '').toLowerCase();
    const content = cleanText($(element).attr('content') ?? '', 600);
    if (name !== '' && content !== '' && !meta.has(name)) meta.set(name, content);
  });
  return { nodes, states, meta };
}

/** The part of a JSON source around the first place that says all of the texts, the first of them first. */
export function quoteSource(source: string, texts: readonly string[]): string {
  const [first = ''] = texts;
  const written = JSON.stringify(first).slice(1, -1);
  for (let at = source.indexOf(written); at >= 0; at = source.indexOf(written, at + 1)) {
    const part = source.slice(Math.max(0, at - 30), at + 230);
    if (texts.every((text) => part.includes(JSON.stringify(text).slice(1, -1)))) return part;
  }
  const at = source.indexOf(written);
  return source.slice(Math.max(0, at - 30), Math.max(0, at) + 230);
}
