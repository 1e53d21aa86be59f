// Competitor research: what it states against what the made-up sites of the local web say, how long eight sites take
// side by side, what memory the browser needs, and how good and how fast the catalogue is where there is no network.
// `--verbose` names every statement that is wrong or missing.
import fs from 'node:fs';
import path from 'node:path';
import { listExpected, listStated } from './discovery/compare-statements.mjs';
import { sampleBrowserMemory } from './discovery/browser-memory.mjs';
import { openDiscovery, quiet, withLocalResearch } from './discovery/research-local-web.mjs';
import { readPrompts } from './corpus.bench.mjs';
import { median } from './measure.mjs';
import { findBrowser, findReadingBrowser } from '../tools/find-browser.mjs';
import { DiscoveryService } from '@hatchr/discovery';

const GROUP = 8;
const ROUNDS = 3;
const NAMED_AMONG = 5;

/** @typedef {import('./measure.mjs').Figure} Figure */
/** @typedef {import('./discovery/research-local-web.mjs').LocalResearch} LocalResearch */

/** @type {import('./measure.mjs').Bench} */
export async function bench(context) {
  const { executablePath, args, env } =
    (await findReadingBrowser(context.say)) ?? (await findBrowser(context.say));
  const browser = { executablePath, args, env };
  const live = await withLocalResearch({ browser, signal: context.signal }, (local) =>
    sampleBrowserMemory(async () => [
      ...(await benchFacts(local, context)),
      ...(await benchTime(local, context)),
    ]),
  );
  const memory = {
    name: 'memory of the browser with all its processes (peak)',
    value: live.peak,
    unit: 'MB',
    target: { atMost: 1500 },
  };
  return [...live.result, memory, ...(await benchCatalogue(context)), await benchCutOff(context)];
}

/**
 * @param {LocalResearch} local
 * @param {import('./measure.mjs').BenchContext} context
 * @returns {Promise<Figure[]>}
 */
async function benchFacts({ sites, research }, { say, options }) {
  const counts = { stated: 0, right: 0, expected: 0, found: 0, sites: 0 };
  for (let start = 0; start < sites.length; start += GROUP) {
    const group = sites.slice(start, start + GROUP);
    say(`researching ${group.map(({ id }) => id).join(', ')}`);
    const { result } = await research(group);
    for (const site of group) {
      // The site that moved is read, and listed as the one that it moved to.
      const expected = site.special === 'redirects' ? [] : listExpected(site);
      const stated = listStated(site.id, result);
      const right = stated.filter((one) => expected.includes(one));
      counts.stated += stated.length;
      counts.right += right.length;
      counts.expected += expected.length;
      counts.found += expected.filter((one) => stated.includes(one)).length;
      counts.sites += stated.length > 0 ? 1 : 0;
      if (!options.includes('--verbose')) continue;
      for (const one of stated) if (!expected.includes(one)) say(`wrong: ${site.id} ${one}`);
      for (const one of expected) if (!stated.includes(one)) say(`missing: ${site.id} ${one}`);
    }
  }
  const readable = sites.filter(({ special }) => special === undefined).length;
  return [
    { name: 'sites read', value: counts.sites, unit: '', target: { atLeast: readable } },
    { name: 'statements', value: counts.stated, unit: '' },
    {
      name: 'precision: statements that their site makes',
      value: counts.right / counts.stated,
      unit: '',
      target: { atLeast: 1 },
    },
    {
      name: 'recall: what sites say that was found',
      value: counts.found / counts.expected,
      unit: '',
      target: { atLeast: 0.85 },
    },
  ];
}

/**
 * The slowest of eight alone, and then all eight: reading side by side must cost little more.
 * @param {LocalResearch} local
 * @param {import('./measure.mjs').BenchContext} context
 * @returns {Promise<Figure[]>}
 */
async function benchTime({ sites, research }, { say, isShort }) {
  const group = sites.filter(({ special }) => special === undefined).slice(0, GROUP);
  say(`timing ${group.length} sites, each alone and then together`);
  const alone = [];
  const together = [];
  for (let round = 0; round < (isShort ? 1 : ROUNDS); round += 1) {
    /** @type {number[]} */
    const times = [];
    for (const site of group) times.push((await research([site])).milliseconds);
    alone.push(Math.max(...times));
    together.push((await research(group)).milliseconds);
  }
  return [
    {
      name: `${group.length} sites side by side`,
      value: median(together),
      unit: 'ms',
      baseline: { name: 'the slowest of them alone', value: median(alone) },
      target: { ratioAtMost: 1.5 },
    },
  ];
}

/**
 * Sentences as founders write them, with products that a person of that field would name at once.
 * @param {string} root
 * @returns {[string, string[]][]}
 */
function readNamedCompetitors(root) {
  const file = path.join(root, 'bench/discovery/named-competitors.json');
  return Object.entries(JSON.parse(fs.readFileSync(file, 'utf8')));
}

/**
 * @param {import('./measure.mjs').BenchContext} context
 * @returns {Promise<Figure[]>}
 */
async function benchCatalogue({ root, signal }) {
  const app = await openDiscovery({ search: { network: 'off' } });
  try {
    const service = app.get(DiscoveryService);
    const ask = async (/** @type {string} */ prompt) => {
      const startedAt = performance.now();
      const result = await service.discover({ prompt }, quiet(signal));
      return { result, milliseconds: performance.now() - startedAt };
    };
    const prompts = readPrompts(root);
    const first = await ask(prompts[0] ?? '');
    const times = [];
    for (const prompt of prompts) times.push((await ask(prompt)).milliseconds);
    times.sort((a, b) => a - b);
    const asked = readNamedCompetitors(root);
    let hits = 0;
    for (const [prompt, names] of asked) {
      const { competitors } = (await ask(prompt)).result;
      const listed = competitors.slice(0, NAMED_AMONG).map(({ name }) => name.toLowerCase());
      if (names.some((name) => listed.includes(name.toLowerCase()))) hits += 1;
    }
    const target = { atMost: 50 };
    return [
      { name: 'catalogue: first prompt, with its index', value: first.milliseconds, unit: 'ms' },
      { name: 'catalogue: a prompt (median)', value: median(times), unit: 'ms', target },
      {
        name: `catalogue: a prompt (p99 of ${times.length})`,
        value: times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN,
        unit: 'ms',
        target,
      },
      {
        name: `catalogue: sentences of ${asked.length} with a named competitor in the first ${NAMED_AMONG}`,
        value: hits / asked.length,
        unit: '',
        target: { atLeast: 0.9 },
      },
    ];
  } finally {
    await app.close();
  }
}

/**
 * The whole step where live research is on and there is no network: every name of every provider leads nowhere.
 * @param {import('./measure.mjs').BenchContext} context
 * @returns {Promise<Figure>}
 */
async function benchCutOff({ signal }) {
  // Reserved for documentation (RFC 5737): routed nowhere, so that a connection is never answered.
  const nowhere = 'http://192.0.2.1';
  const baseUrl = nowhere;
  const app = await openDiscovery({
    search: {
      tavily: { baseUrl },
      hackerNews: { baseUrl },
      github: { baseUrl },
      wikidata: { baseUrl },
    },
  });
  try {
    const startedAt = performance.now();
    const { providers = [] } = await app
      .get(DiscoveryService)
      .discover({ prompt: 'AI scheduling tool for freelancers' }, quiet(signal));
    if (!providers.every(({ outcome }) => outcome === 'failed'))
      throw new Error('A provider answered from an address that leads nowhere.');
    const value = performance.now() - startedAt;
    return { name: 'whole step without a network', value, unit: 'ms', target: { atMost: 2000 } };
  } finally {
    await app.close();
  }
}
