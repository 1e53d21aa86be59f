// The corpus: every sentence of prompts.json made into an app and proved. Options, all of them optional:
//   --plan-only          plans and writes, runs no gate (seconds for all of them)
//   --sample N           N sentences spread over the list; --seed K begins elsewhere
//   --shard I/N          the I-th of N equal parts, so that several machines or evenings share the work
//   --only TEXT          sentences that contain the text
//   --resume             leaves out what passed in bench/results/ with the same files
//   --parallel N         apps at once; half of the processors unless given
//   --without-baseline   no cold install, tests and build of one app to compare with
// Times are those of the wall: the gates run two at a time, so their sum is more than anybody waits.
import { silentStepContext } from '@hatchr/contracts';
import { DiscoveryModule, DiscoveryService } from '@hatchr/discovery';
import {
  MvpGeneratorModule,
  MvpGeneratorService,
  pickInstallEnvironment,
  planProduct,
  writeApp,
} from '@hatchr/mvp-generator';
import { NestFactory } from '@nestjs/core';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { kitDir } from './backend.mjs';
import { measureCold } from './corpus/cold-app.mjs';
import {
  dashboardShare,
  findGeneric,
  findRepeats,
  findSameTaglines,
  wordsFound,
} from './corpus/plan-quality.mjs';
import { toRows } from './corpus/corpus-table.mjs';
import { median, timeOf } from './measure.mjs';

const GATE_MS = 10 * 60_000;
// Not in the list, so that no app of it finds its own files checked already.
const WARM_UP = 'Rota and minutes for the volunteers of a village choir';
// So many of the apps also go through the gates without the production build, to time those.
const QUICK_APPS = 5;

/** @typedef {import('./corpus/corpus-table.mjs').Outcome} Outcome */

/** @type {import('./measure.mjs').Bench} */
export async function bench(context) {
  const options = readOptions(context);
  const prompts = choose(readPrompts(context.root), options);
  const isPlanOnly = options['plan-only'] === true;
  const services = await openServices(context, isPlanOnly ? 'off' : 'full');
  const results = path.join(context.root, 'bench/results/corpus.jsonl');
  fs.mkdirSync(path.dirname(results), { recursive: true });
  const passed = options.resume ? readPassed(results) : new Set();
  if (!isPlanOnly) {
    context.say('one app to warm up with, which is not measured');
    await runOne(services, WARM_UP, context, new Set());
  }
  /** @type {Outcome[]} */
  const outcomes = [];
  const queue = [...prompts.entries()];
  const work = async () => {
    for (let next = queue.shift(); next && !context.signal.aborted; next = queue.shift()) {
      const [index, prompt] = next;
      const checkMs = isPlanOnly || index >= QUICK_APPS ? 0 : await timeQuickGates(prompt, context);
      const outcome = { ...(await runOne(services, prompt, context, passed)), checkMs };
      outcomes[index] = outcome;
      fs.appendFileSync(results, `${JSON.stringify(outcome)}\n`);
      context.say(
        `${outcomes.filter(Boolean).length}/${prompts.length} ${outcome.verdict}: ${prompt.slice(0, 60)}`,
      );
    }
  };
  await Promise.all(Array.from({ length: Number(options.parallel) }, work));
  await services.close();
  const done = outcomes.filter(Boolean);
  console.log(toRows(done).join('\n'));
  const proved = done.find((outcome) => outcome.verdict === 'passed');
  const cold =
    proved && !options['without-baseline'] && !isPlanOnly
      ? await measureCold(context, writeApp(proved.spec))
      : null;
  return figures(done, cold);
}

function readOptions(context) {
  const { values } = parseArgs({
    args: context.options ?? [],
    options: {
      'plan-only': { type: 'boolean' },
      sample: { type: 'string' },
      seed: { type: 'string', default: '0' },
      shard: { type: 'string' },
      only: { type: 'string' },
      resume: { type: 'boolean' },
      parallel: { type: 'string', default: String(Math.max(1, Math.floor(os.cpus().length / 2))) },
      'without-baseline': { type: 'boolean' },
    },
  });
  // A short look at every bench plans them all and proves none: a minute each would be hours.
  return context.isShort ? { ...values, 'plan-only': true } : values;
}

/** @param {string} root @returns {string[]} */
export function readPrompts(root) {
  return JSON.parse(fs.readFileSync(path.join(root, 'bench/prompts.json'), 'utf8'));
}

function choose(prompts, { sample, seed, shard, only }) {
  const named = only ? prompts.filter((prompt) => prompt.includes(only)) : prompts;
  const [part, parts] = (shard ?? '1/1').split('/').map(Number);
  const share = named.filter((_, index) => index % parts === part - 1);
  if (!sample) return share;
  const step = Math.max(1, Math.floor(share.length / Number(sample)));
  return Array.from(
    { length: Math.min(Number(sample), share.length) },
    (_, index) => share[(Number(seed) + index * step) % share.length],
  );
}

/** @param {'full' | 'quick' | 'off'} gates */
async function openServices({ root }, gates) {
  const modules = [
    DiscoveryModule.register({ search: { network: 'off' } }),
    MvpGeneratorModule.register({
      kitDir: kitDir(root),
      gates,
      gateTimeoutMs: GATE_MS,
      installEnvironment: pickInstallEnvironment(process.env),
    }),
  ];
  class CorpusModule {}
  const app = await NestFactory.createApplicationContext(
    { module: CorpusModule, imports: modules },
    { logger: false },
  );
  return {
    discovery: app.get(DiscoveryService),
    generator: app.get(MvpGeneratorService),
    close: () => app.close(),
  };
}

function readPassed(file) {
  if (!fs.existsSync(file)) return new Set();
  const rows = fs
    .readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return new Set(rows.filter((row) => row.verdict === 'passed').map((row) => row.digest));
}

/**
 * Milliseconds of the gates without the production build, as somebody waits for them who works on an app.
 * @param {string} prompt
 */
async function timeQuickGates(prompt, context) {
  const { discovery, generator, close } = await openServices(context, 'quick');
  const found = await discovery.discover({ prompt }, silentStepContext(context.signal));
  const milliseconds = await timeOf(() =>
    generator
      .generate({ prompt, discovery: found }, silentStepContext(context.signal))
      // What fails is told by the whole run that follows.
      .catch(() => undefined),
  );
  await close();
  return milliseconds;
}

/** @returns {Promise<Omit<Outcome, 'checkMs'>>} */
async function runOne({ discovery, generator }, prompt, { signal }, passed) {
  const found = await discovery.discover({ prompt }, silentStepContext(signal));
  const startedAt = performance.now();
  const spec = planProduct(prompt, found);
  const files = writeApp(spec);
  const planAndWriteMs = performance.now() - startedAt;
  const digest = createHash('sha256')
    .update(JSON.stringify(files.map(({ path: name, content }) => [name, String(content)])))
    .digest('hex');
  const outcome = {
    prompt,
    spec,
    digest,
    fileCount: files.length,
    planAndWriteMs,
    gates: [],
    totalMs: 0,
    verdict: 'planned',
    failure: '',
  };
  if (passed.has(digest)) return { ...outcome, verdict: 'passed before' };
  const gatesStartedAt = performance.now();
  try {
    const result = await generator.generate(
      { prompt, discovery: found },
      silentStepContext(signal),
    );
    const { gates } = result.verification;
    return {
      ...outcome,
      gates,
      totalMs: performance.now() - gatesStartedAt,
      verdict: gates.every((gate) => gate.outcome === 'passed') ? 'passed' : 'planned',
    };
  } catch (error) {
    const { label = '', output = String(error) } = error.details ?? {};
    return { ...outcome, verdict: 'FAILED', failure: `${label}\n${output}` };
  }
}

/** @param {Outcome[]} done */
function figures(done, cold) {
  const proved = done.filter(({ gates }) => gates.length > 0);
  const tried = done.filter(({ verdict }) => verdict !== 'planned');
  const share = (count, of) => (of === 0 ? 0 : (100 * count) / of);
  const rows = [
    { name: 'sentences', value: done.length, unit: '' },
    {
      name: 'planning and writing, median',
      value: median(done.map((outcome) => outcome.planAndWriteMs)),
      unit: 'ms',
      target: { atMost: 150 },
    },
    {
      name: 'apps with the same entities as another',
      value: findRepeats(done).length,
      unit: '',
      target: { atMost: 0 },
    },
    {
      name: 'apps that carry words of their sentence',
      value: share(done.filter(wordsFound).length, done.length),
      unit: '%',
      target: { atLeast: 100 },
    },
    {
      name: 'words of the sentence on the dashboard, mean',
      value: (100 * done.reduce((sum, outcome) => sum + dashboardShare(outcome), 0)) / done.length,
      unit: '%',
    },
    {
      name: 'apps of one list and no feature of its own',
      value: findGeneric(done).length,
      unit: '',
      target: { atMost: 0 },
    },
    {
      name: 'apps with the tagline of another',
      value: findSameTaglines(done).length,
      unit: '',
      target: { atMost: 0 },
    },
    {
      name: 'kinds of view',
      value: new Set(done.flatMap(({ spec }) => spec.pages.map(({ view }) => view))).size,
      unit: '',
      target: { atLeast: 10 },
    },
    {
      name: 'kinds of feature',
      value: new Set(done.map(({ spec }) => spec.feature.kind)).size,
      unit: '',
    },
  ];
  if (tried.length === 0) return rows;
  const passedCount = tried.filter(({ verdict }) => verdict.startsWith('passed')).length;
  rows.push({
    name: 'apps that pass every gate',
    value: share(passedCount, tried.length),
    unit: '%',
    target: { atLeast: 100 },
  });
  if (proved.length === 0) return rows;
  rows.push(...gateRows(proved));
  if (!cold) return rows;
  if (cold.audit !== null)
    rows.push({
      name: 'known weaknesses of the pins, high or critical',
      value: cold.audit,
      unit: '',
      target: { atMost: 0 },
    });
  rows.push(
    {
      name: 'warm gates without the build, median',
      value: median(proved.map(({ checkMs }) => checkMs).filter(Boolean)) / 1000,
      unit: 's',
      baseline: { name: 'cold npm ci, tsc and tests', value: cold.checkSeconds },
      target: { ratioAtMost: 0.1 },
    },
    {
      name: 'warm gates with the build, median',
      value: median(proved.map(({ totalMs }) => totalMs)) / 1000,
      unit: 's',
      baseline: { name: 'cold, with next build', value: cold.checkSeconds + cold.buildSeconds },
      target: { ratioAtMost: 0.35 },
    },
  );
  return rows;
}

/**
 * What each gate takes, while another one may run beside it.
 * @param {Outcome[]} proved
 */
function gateRows(proved) {
  const names = proved[0]?.gates.map(({ name }) => name) ?? [];
  return names.map((name) => ({
    name: `gate ${name}, median`,
    value:
      median(proved.map(({ gates }) => gates.find((gate) => gate.name === name)?.durationMs ?? 0)) /
      1000,
    unit: 's',
  }));
}
