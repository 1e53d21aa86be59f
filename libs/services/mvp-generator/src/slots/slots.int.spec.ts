import { createServer, type Server } from 'node:http';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { silentStepContext, type Decision } from '@hatchr/contracts';
import { acquireSlot, fillSlot } from '../gates/build-slot.js';
import { canContain } from '../gates/contain-command.js';
import { ensureKit, type Kit } from '../gates/ensure-kit.js';
import { pickInstallEnvironment } from '../gates/pick-install-environment.js';
import { buildAppModel } from '../model/app-model.js';
import { MvpGeneratorService, type MvpResult } from '../mvp-generator.service.js';
import { noDiscovery } from '../planner/no-discovery.fixture.js';
import { planProduct } from '../planner/plan-product.js';
import { scriptedModel } from '../testing/scripted-model.js';
import { goodRule, goodSection, hostileCode } from '../testing/slot-behaviours.js';
import { writeApp } from '../writer/write-app.js';
import { fillSlots, slotsOf } from './fill-slots.js';
import { prepareTryOut, proveSlot } from './prove-slot.js';

const minutes = 60_000;
const kitDir = fileURLToPath(new URL('../../../../../.hatchr/kit', import.meta.url));
// eslint-disable-next-line no-restricted-properties -- a test has no env.ts
const environment = process.env;
const config = {
  kitDir,
  gates: 'full' as const,
  gateTimeoutMs: 4 * minutes,
  installEnvironment: pickInstallEnvironment(environment),
};
const spec = planProduct('Beekeeping journal: hives, inspections, harvests', noDiscovery());
const [rule] = slotsOf(buildAppModel(spec));
if (!rule) throw new Error('An app has a slot for its rule.');

let kit: Kit;
let canary: Server;
let address = '';
const requests: string[] = [];
const secret = 'canary-5f1c0a77';
const outside = join(mkdtempSync(join(tmpdir(), 'canary-')), 'untouched.txt');

beforeAll(async () => {
  kit = await ensureKit(kitDir, {
    signal: new AbortController().signal,
    timeoutMs: 4 * minutes,
    environment: config.installEnvironment,
  });
  canary = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${String((canary.address() as AddressInfo).port)}/canary`;
  environment['CANARY_SECRET'] = secret;
  writeFileSync(outside, secret);
}, 5 * minutes);

afterAll(async () => {
  delete environment['CANARY_SECRET'];
  await new Promise((resolve) => canary.close(resolve));
});

const isReady = (): boolean => kit.status === 'ready' && canContain();

/** Fills the slots of the app by a model that answers one rule and one section, whatever it is told. */
async function fillWith(answers: { rule: string; section: string }) {
  const logged: string[] = [];
  const context = {
    ...silentStepContext(),
    log: (_level: unknown, message: string) => void logged.push(message),
  };
  const { model, requests: asked } = scriptedModel(
    ({ instructions }) => (instructions.includes('findInsight') ? answers.rule : answers.section),
    context,
  );
  return { ...(await fillSlots(spec, model, config, context)), logged, asked };
}

/** Tries code in the contained process, past the checks of its syntax. */
async function tryOut(source: string): Promise<string | null> {
  if (kit.status !== 'ready' || !rule) throw new Error('The kit is ready.');
  const { signal } = new AbortController();
  const build = await acquireSlot(kit.folder, signal, [], 'model');
  try {
    await fillSlot(build, [...writeApp(spec), ...rule.contract, rule.test]);
    const place = { build, kitFolder: kit.folder, signal };
    await prepareTryOut(place, rule);
    return await proveSlot(source, rule, place);
  } finally {
    await build.release();
  }
}

describe('the code slots of an app', () => {
  it(
    'take honest code at once',
    async () => {
      if (!isReady()) return;
      const { filled, decisions } = await fillWith({
        rule: goodRule,
        section: goodSection,
      });
      expect(decisions.map(({ reason }) => reason)).toEqual(
        Array(2).fill(
          'Written by the model; it passed the checks, its types and its test at once.',
        ),
      );
      expect(filled).toHaveLength(2);
    },
    5 * minutes,
  );

  it(
    'are left to the templates where the same error comes again',
    async () => {
      if (!isReady()) return;
      const broken = goodRule.replace('rows.length === 0', 'rows.size === 0');
      const { filled, decisions, asked } = await fillWith({ rule: broken, section: 'No.' });
      expect(filled).toEqual([]);
      expect(decisions.map(({ reason }) => reason)).toEqual(
        Array(2).fill('The templated version stands in. The same error came again after a repair.'),
      );
      // Each was asked for twice, the second time with the errors of the compiler.
      expect(asked).toHaveLength(4);
      expect(asked[1]?.data).toContain("Property 'size' does not exist");
      expect(asked[1]?.data).not.toContain(kitDir);
    },
    5 * minutes,
  );
});

/** The whole app with what a model answers for its rule, its section and nothing else. */
async function generateWith(
  answers: { rule: string; section: string },
  gates: 'full' | 'quick',
): Promise<{ result: MvpResult; decided: Decision[] }> {
  const decided: Decision[] = [];
  const context = {
    ...silentStepContext(),
    decide: (decision: Decision) => void decided.push(decision),
  };
  const { model } = scriptedModel(({ instructions, schema }) => {
    if (schema) return '{}';
    return instructions.includes('findInsight') ? answers.rule : answers.section;
  }, context);
  const request = { prompt: spec.prompt, discovery: noDiscovery(), model };
  const result = await new MvpGeneratorService({ ...config, gates }).generate(request, context);
  return { result, decided };
}

const contentOf = ({ files }: MvpResult, path: string): string | undefined =>
  files.find((file) => file.path === path)?.content.toString();

describe('an app with code of a model in it', () => {
  it(
    'passes every gate',
    async () => {
      if (!isReady()) return;
      const answers = { rule: goodRule, section: goodSection };
      const { result } = await generateWith(answers, 'full');
      expect(result.verification.outcome).toBe('passed');
      expect(contentOf(result, 'src/features/insight.ts')).toBe(goodRule);
      expect(contentOf(result, 'src/components/landing/own-section.tsx')).toBe(goodSection);
      expect(contentOf(result, 'src/app/page.tsx')).toContain('<OwnSection />');
      expect(result.servedBy.mode).toBe('live');
      expect(result.servedBy.reason).toContain('The model wrote: rule of the domain feature');
    },
    8 * minutes,
  );

  it(
    'is built from the templates alone where it does not pass with that code',
    async () => {
      if (!isReady()) return;
      // It knows the rows of its own test, and says the same of all others.
      const rule = goodRule.replace(
        'if (rows.length === 0)',
        "if (!rows.some(({ title }) => title.startsWith('Row ')))",
      );
      const { result, decided } = await generateWith({ rule, section: 'No.' }, 'quick');
      expect(result.verification.gates.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      expect(contentOf(result, 'src/features/insight.ts')).toBeUndefined();
      const decision = decided.find(({ subject }) => subject === 'Rule of the domain feature');
      expect(decision).toMatchObject({ by: 'embedded', model: null });
      expect(decision?.reason).toContain('did not pass its gates');
    },
    8 * minutes,
  );
});

describe('the contained process, with code that the checks of syntax would refuse', () => {
  const attempts: [string, (places: { address: string; outside: string }) => string][] = [
    ['asks an address', ({ address: url }) => `await fetch('${url}').catch(() => undefined);`],
    ['reads the environment', () => `throw new Error(JSON.stringify(process.env));`],
    [
      'reads the environment of its parents',
      () =>
        `const { readdirSync, readFileSync } = await import('node:fs'); throw new Error(readdirSync('/proc').filter((n) => Number(n) > 0).map((n) => { try { return readFileSync('/proc/' + n + '/environ', 'utf8'); } catch { return ''; } }).join());`,
    ],
    [
      'writes outside of its folder',
      ({ outside: path }) =>
        `const { writeFileSync } = await import('node:fs'); try { writeFileSync('${path}', 'taken'); } catch {} ;`,
    ],
    [
      'starts processes without an end',
      ({ address: url }) =>
        `const { spawn } = await import('node:child_process'); for (let n = 0; n < 200; n++) spawn('/bin/sh', ['-c', 'while :; do sleep 1; done; curl ${url}'], { detached: true, stdio: 'ignore' }); await new Promise(() => undefined);`,
    ],
    [
      'takes memory without an end',
      () => `const hoard = []; for (;;) hoard.push(Buffer.alloc(50_000_000, 1));`,
    ],
  ];

  it.each(attempts)(
    'reaches nothing when it %s',
    async (_what, statement) => {
      if (!isReady()) return;
      const source = `// @ts-nocheck\n// biome-ignore-all lint: tried past the rules\n${statement({ address, outside })}\nthrow new Error('it ran');\n${goodRule}`;
      const errors = await tryOut(source);
      // It came as far as being run, and what it did is not to be seen anywhere.
      expect(errors).toMatch(/^Test:/u);
      expect(errors).not.toContain(secret);
      expect(requests).toEqual([]);
      expect(readFileSync(outside, 'utf8')).toBe(secret);
    },
    5 * minutes,
  );

  it(
    'ends a loop and a hoard that the checks let through, and the templates stand in',
    async () => {
      if (!isReady()) return;
      const wellFormed = hostileCode(address, outside).filter((one) => one.isWellFormed);
      const loop = wellFormed.find(({ name }) => name.startsWith('a loop'));
      const hoard = wellFormed.find(({ name }) => name.startsWith('a gigabyte'));
      const { filled, logged } = await fillWith({
        rule: loop?.rule ?? '',
        section: hoard?.section ?? '',
      });
      expect(filled).toEqual([]);
      expect(logged.join('\n')).toMatch(/not finished in time|used too much/u);
      expect(requests).toEqual([]);
    },
    8 * minutes,
  );
});
