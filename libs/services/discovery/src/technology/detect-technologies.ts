import { cleanText } from '../extraction/clean-text.js';
import {
  isElement,
  isTextNode,
  parseHtml,
  type HtmlElement,
  type HtmlNode,
} from '../extraction/parse-html.js';
import { fingerprintTable, impliedCategories } from './fingerprint-table.js';
import type { Signal, TechnologyCategory, TechnologyRule } from './technology-rule.js';

export interface SiteTraces {
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** Names of the cookies that the site set. Values are never looked at. */
  cookies: readonly string[];
  html: string;
  url: string;
}

export interface TechnologyHit {
  name: string;
  category: TechnologyCategory;
  /** 0 to 1. */
  confidence: number;
  evidence: {
    kind: Signal['kind'] | 'implied';
    /** Name of the header, cookie or meta element, address of the resource, or who implies it. */
    where: string;
    snippet: string;
  };
}

/** One thing on a page that a signal may match. */
interface Trace {
  where: string;
  text: string;
}

type Traces = Readonly<Record<Signal['kind'], readonly Trace[]>>;

// Bounds make the time linear in the page: every text that a pattern sees is short.
const maximumText = 1500;
const maximumTraces = 4000;
const maximumInline = 20_000;
const maximumSnippet = 160;
/** What another technology implies is as sure as that one, a little less for the implication itself. */
const impliedShare = 0.9;

function writeTag(element: HtmlElement): string {
  const attributes = Object.entries(element.attribs).map(
    ([name, value]) => `${name}="${value.slice(0, 300)}"`,
  );
  return `<${[element.name, ...attributes].join(' ')}>`.slice(0, maximumText);
}

function addElement(element: HtmlElement, traces: Record<Signal['kind'], Trace[]>): void {
  const { name, attribs } = element;
  const add = (kind: Signal['kind'], where: string, text: string): void => {
    if (traces[kind].length < maximumTraces)
      traces[kind].push({ where, text: text.slice(0, maximumText) });
  };
  const metaName = (attribs['name'] ?? attribs['property'])?.toLowerCase();
  if (name === 'meta' && metaName !== undefined) add('meta', metaName, attribs['content'] ?? '');
  const isAsset = ['script', 'img', 'iframe', 'source', 'video', 'embed'].includes(name);
  const address =
    (isAsset ? attribs['src'] : undefined) ??
    (name === 'link' && !/canonical|alternate/iu.test(attribs['rel'] ?? '')
      ? attribs['href']
      : undefined) ??
    (name === 'form' ? attribs['action'] : undefined);
  if (address !== undefined && !address.startsWith('data:')) {
    if (name === 'script') add('script', address.slice(0, 300), address);
    add('resource', address.slice(0, 300), address);
  }
  if (Object.keys(attribs).length > 0 || name.includes('-')) add('markup', name, writeTag(element));
  if (name === 'script' && !/json/iu.test(attribs['type'] ?? '')) {
    const text = element.children.find(isTextNode)?.data ?? '';
    if (text.trim() !== '' && traces.inline.length < maximumTraces)
      traces.inline.push({ where: 'script', text: text.slice(0, maximumInline) });
  }
}

function collectTraces(site: SiteTraces): Traces {
  const host = URL.canParse(site.url) ? new URL(site.url).hostname : '';
  const traces: Record<Signal['kind'], Trace[]> = {
    header: Object.entries(site.headers).map(([name, value]) => ({
      where: name.toLowerCase(),
      text: value.slice(0, maximumText),
    })),
    cookie: site.cookies.slice(0, 200).map((name) => ({ where: name, text: name.slice(0, 200) })),
    host: [{ where: host, text: host }],
    meta: [],
    script: [],
    resource: [],
    inline: [],
    markup: [],
  };
  const queue: HtmlNode[] = [...parseHtml(site.html).root().contents().toArray()];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (!isElement(node)) continue;
    addElement(node, traces);
    queue.push(...node.children);
  }
  return traces;
}

function cutSnippet(text: string, index: number): string {
  const start = Math.max(0, index - 40);
  return cleanText(text.slice(start, start + maximumSnippet));
}

function matchSignal(signal: Signal, traces: Traces): TechnologyHit['evidence'] | null {
  for (const { where, text } of traces[signal.kind]) {
    if (signal.name !== '' && signal.name !== where) continue;
    const index = text.search(signal.pattern);
    if (index >= 0) return { kind: signal.kind, where, snippet: cutSnippet(text, index) };
  }
  return null;
}

function matchRule(rule: TechnologyRule, traces: Traces): TechnologyHit[] {
  const matches = rule.signals
    .toSorted((a, b) => b.confidence - a.confidence)
    .flatMap((signal) => {
      const evidence = matchSignal(signal, traces);
      return evidence === null ? [] : [{ signal, evidence }];
    });
  const [best] = matches;
  if (best === undefined) return [];
  // Signals of one product are independent of each other, so the doubts multiply.
  const doubt = matches.reduce((product, { signal }) => product * (1 - signal.confidence), 1);
  const confidence = Math.min(0.99, Math.round((1 - doubt) * 100) / 100);
  return [{ name: rule.name, category: rule.category, confidence, evidence: best.evidence }];
}

const rulesByName = new Map(fingerprintTable.map((rule) => [rule.name, rule]));

function addImplied(hits: readonly TechnologyHit[]): TechnologyHit[] {
  const all = new Map(hits.map((hit) => [hit.name, hit]));
  const queue = [...hits];
  for (let hit = queue.shift(); hit !== undefined; hit = queue.shift())
    for (const name of rulesByName.get(hit.name)?.implies ?? []) {
      const category = rulesByName.get(name)?.category ?? impliedCategories[name];
      if (all.has(name) || category === undefined) continue;
      const confidence = Math.round(hit.confidence * impliedShare * 100) / 100;
      const implied: TechnologyHit = {
        name,
        category,
        confidence,
        evidence: { kind: 'implied', where: hit.name, snippet: hit.evidence.snippet },
      };
      all.set(name, implied);
      queue.push(implied);
    }
  return [...all.values()];
}

/**
 * The technologies that a page shows itself to be made with, the surest first, each with what was seen and
 * where. Looks at headers, names of cookies, tags and addresses, never at text that a reader sees: a page
 * that writes about a product does not use it.
 */
export function detectTechnologies(site: SiteTraces): TechnologyHit[] {
  const traces = collectTraces(site);
  const hits = addImplied(fingerprintTable.flatMap((rule) => matchRule(rule, traces)));
  return hits.toSorted((a, b) => b.confidence - a.confidence || a.name.localeCompare(b.name));
}
