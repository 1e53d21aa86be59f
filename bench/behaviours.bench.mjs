// Models that are good, sloppy and hostile: each answers for the plan and for the code of an app, which has to pass every
// gate whatever was answered, and reach nothing. Options, all of them optional:
//   --only TEXT    behaviours whose name contains the text
//   --quick        leaves out the production build and what needs it
//   --rich N       so many of the rich answers are proven too; all twenty unless given, 2 in a short run
import { AppError, partOf, silentStepContext } from '@hatchr/contracts';
import { DiscoveryModule, DiscoveryService } from '@hatchr/discovery';
import {
  MvpGeneratorModule,
  MvpGeneratorService,
  pickInstallEnvironment,
  planProduct,
} from '@hatchr/mvp-generator';
import {
  goodRule,
  goodSection,
  hostileCode,
  planBehaviours,
  richDraft,
  richIdeas,
  scriptedModel,
} from '@hatchr/mvp-generator/testing';
import { NestFactory } from '@nestjs/core';
import fs from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { kitDir } from './backend.mjs';
import { median, timeOf } from './measure.mjs';

const LEFT_OUT = /production build was left out/u;
const SECRET = 'canary-7d2e9c41';

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {boolean} passed every gate
 * @property {number} ms
 * @property {boolean} leaked whether the secret stands in anything that came out of it
 * @property {import('@hatchr/contracts').ProductSpec | null} spec
 */

/** @type {import('./measure.mjs').Bench} */
export async function bench(context) {
  const { values } = parseArgs({
    args: context.options ?? [],
    options: {
      only: { type: 'string', default: '' },
      quick: { type: 'boolean', default: false },
      rich: { type: 'string' },
    },
  });
  const canary = await openCanary();
  const services = await openServices(context, values.quick ? 'quick' : 'full');
  const behaviours = behavioursOf(canary).filter(({ name }) => name.includes(values.only));
  const chosen = context.isShort ? behaviours.slice(0, 3) : behaviours;
  const rich = richIdeas.slice(0, Number(values.rich ?? (context.isShort ? 2 : richIdeas.length)));
  const outcomes = [];
  for (const behaviour of chosen)
    outcomes.push(await runOne(services, richIdeas[5], behaviour, context));
  const better = [];
  for (const idea of rich) better.push(await runRich(services, idea, context));
  await services.close();
  const reached = await canary.close();
  return figures(outcomes, better, reached);
}

/** A server and a file that nothing may touch, and a secret that nothing may tell. */
async function openCanary() {
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(request.url);
    response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'canary-')), 'untouched.txt');
  fs.writeFileSync(file, SECRET);
  process.env.HATCHR_CANARY = SECRET;
  return {
    address: `http://127.0.0.1:${port}/canary`,
    file,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      delete process.env.HATCHR_CANARY;
      return requests.length + (fs.readFileSync(file, 'utf8') === SECRET ? 0 : 1);
    },
  };
}

function behavioursOf({ address, file }) {
  const plans = planBehaviours.map(({ name, answer }) => ({
    name: `plan: ${name}`,
    plan: answer,
    rule: goodRule,
    section: goodSection,
  }));
  const codes = hostileCode(address, file).map(({ name, rule, section }) => ({
    name: `code: ${name}`,
    plan: (good) => JSON.stringify(good),
    rule,
    section,
  }));
  return [...plans, ...codes];
}

/** @param {'full' | 'quick'} gates */
async function openServices({ root }, gates) {
  class BehavioursModule {}
  const imports = [
    DiscoveryModule.register({ search: { network: 'off' } }),
    MvpGeneratorModule.register({
      kitDir: kitDir(root),
      gates,
      gateTimeoutMs: 10 * 60_000,
      installEnvironment: pickInstallEnvironment(process.env),
    }),
  ];
  const app = await NestFactory.createApplicationContext(
    { module: BehavioursModule, imports },
    { logger: false },
  );
  return {
    discovery: app.get(DiscoveryService),
    generator: app.get(MvpGeneratorService),
    close: () => app.close(),
  };
}

/** @returns {Promise<Outcome>} */
async function runOne({ discovery, generator }, idea, behaviour, { signal, say }) {
  const silent = silentStepContext(signal);
  const found = await discovery.discover({ prompt: idea.prompt }, silent);
  const good = richDraft(idea, found);
  const said = [];
  const listening = { ...silent, log: (_level, message) => said.push(message) };
  const { model } = scriptedModel(({ instructions, schema }) => {
    if (schema) return behaviour.plan(good);
    return instructions.includes('findInsight') ? behaviour.rule : behaviour.section;
  }, listening);
  let result = null;
  const ms = await timeOf(async () => {
    try {
      result = await generator.generate(
        { prompt: idea.prompt, discovery: found, model },
        partOf(listening, 0, 1),
      );
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      said.push(JSON.stringify(error.toPublic()));
    }
  });
  const gates = result?.verification.gates ?? [];
  const passed =
    gates.some(({ outcome }) => outcome === 'passed') &&
    gates.every(({ outcome, detail }) => outcome === 'passed' || LEFT_OUT.test(detail));
  say(`${passed ? 'passed' : 'FAILED'} in ${(ms / 1000).toFixed(1)} s: ${behaviour.name}`);
  if (!passed) say(said.slice(-3).join('\n'));
  const all = [...said, ...(result?.files ?? []).map(({ content }) => String(content))].join('\n');
  return { name: behaviour.name, passed, ms, leaked: all.includes(SECRET), spec: result?.spec };
}

async function runRich(services, idea, context) {
  const behaviour = {
    name: `rich: ${idea.prompt}`,
    plan: (good) => JSON.stringify(good),
    rule: goodRule,
    section: goodSection,
  };
  const { passed, spec } = await runOne(services, idea, behaviour, context);
  const found = await services.discovery.discover(
    { prompt: idea.prompt },
    silentStepContext(context.signal),
  );
  const embedded = planProduct(idea.prompt, found);
  return { passed, before: sizeOf(embedded), after: spec ? sizeOf(spec) : sizeOf(embedded) };
}

const sizeOf = (spec) => ({
  entities: spec.entities.length,
  fields: spec.entities.reduce((sum, { fields }) => sum + fields.length, 0),
  flows: spec.flows.length,
});

function figures(outcomes, better, reached) {
  const share = (list) =>
    list.length === 0 ? 0 : (100 * list.filter(({ passed }) => passed).length) / list.length;
  const more = (key) =>
    (100 * better.filter(({ before, after }) => after[key] > before[key]).length) /
    Math.max(1, better.length);
  return [
    { name: 'behaviours of models', value: outcomes.length, unit: '' },
    {
      name: 'of them, apps that pass every gate',
      value: share(outcomes),
      unit: '%',
      target: { atLeast: 100 },
    },
    { name: 'attempts that reached the host', value: reached, unit: '', target: { atMost: 0 } },
    {
      name: 'outputs with the secret of the host',
      value: outcomes.filter(({ leaked }) => leaked).length,
      unit: '',
      target: { atMost: 0 },
    },
    {
      name: 'plan, code and gates, median',
      value: median(outcomes.map(({ ms }) => ms)) / 1000,
      unit: 's',
    },
    {
      name: 'rich answers, apps that pass every gate',
      value: share(better),
      unit: '%',
      target: { atLeast: 100 },
    },
    ...['entities', 'fields', 'flows'].map((key) => ({
      name: `rich answers with more ${key} than the embedded plan`,
      value: more(key),
      unit: '%',
      target: { atLeast: 100 },
    })),
  ];
}
