// The main job: how long it takes, what of it is ours, how often it may be asked about, and what memory it needs.
import { ensureKit, pickInstallEnvironment } from '@hatchr/mvp-generator';
import { setTimeout as sleep } from 'node:timers/promises';
import { kitDir, withBackend } from './backend.mjs';
import { runJob } from './job/run-job.mjs';
import { benchScaffolding } from './job/scaffolding.mjs';
import { benchStatus } from './job/status-rate.mjs';
import { median, timeOf } from './measure.mjs';
import { sampleMemory } from './process-usage.mjs';
import { installPeers } from './peers.mjs';

const PROMPTS = [
  'AI scheduling tool for freelancers',
  'A place where neighbours lend each other tools',
  'Invoices and reminders for small dental labs',
];
const KIT_MS = 10 * 60_000;
const IDLE_MS = 5_000;

/** @typedef {import('./measure.mjs').Figure} Figure */

/** @type {import('./measure.mjs').Bench} */
export async function bench(context) {
  const peers = installPeers(context.root, context.say);
  const kit = await prepareKit(context);
  return withBackend(context, async (backend) => {
    const { address, databaseUrl, session, cookie, pid } = backend;
    const idle = await sampleMemory(pid, () => sleep(IDLE_MS));
    const jobs = [];
    for (const prompt of context.isShort ? PROMPTS.slice(0, 1) : PROMPTS)
      jobs.push(await runJob(session, prompt, pid, context));
    const [first] = jobs;
    if (!first) throw new Error('No job was run.');
    const { jobId, projectId } = first;
    const project = await session.client.project.query({ projectId });
    context.say('asking for the status of a finished job');
    const status = await benchStatus(context, {
      peers,
      address,
      cookie,
      jobId,
      databaseUrl,
      pid,
    });
    const { prompt, discovery } = project;
    const scaffolding = await benchScaffolding(context, { peers, prompt, discovery });
    return [
      ...kit,
      ...timesOf(jobs),
      gatesOf(project.verification),
      ...scaffolding,
      ...status,
      ...memoryOf(idle.samples, jobs),
    ];
  });
}

/**
 * @param {import('./measure.mjs').BenchContext} context
 * @returns {Promise<Figure[]>}
 */
async function prepareKit({ root, say, signal }) {
  const milliseconds = await timeOf(async () => {
    const kit = await ensureKit(kitDir(root), {
      signal,
      timeoutMs: KIT_MS,
      environment: pickInstallEnvironment(process.env),
      log: say,
    });
    if (kit.status === 'unavailable') say(kit.reason);
  });
  const name = 'dependencies of generated apps (once a machine)';
  return [{ name, value: milliseconds / 1000, unit: 's' }];
}

/**
 * @param {import('./job/run-job.mjs').MeasuredJob[]} jobs
 * @returns {Figure[]}
 */
function timesOf(jobs) {
  const total = median(jobs.map(({ seconds }) => seconds));
  const titles = [...(jobs[0]?.steps.keys() ?? [])];
  return [
    { name: 'prompt to completed project', value: total, unit: 's' },
    ...titles.map((title) => ({
      name: `  step ${title}`,
      value: median(jobs.map(({ steps }) => steps.get(title) ?? Number.NaN)),
      unit: 's',
    })),
  ];
}

/**
 * A job whose gates were skipped is a quicker one, so its numbers do not count.
 * @param {import('@hatchr/contracts').VerificationReport} verification
 * @returns {Figure}
 */
function gatesOf({ gates }) {
  const passed = gates.filter(({ outcome }) => outcome === 'passed').length;
  const target = { atLeast: Math.max(1, gates.length) };
  return { name: 'gates that the app passed', value: passed, unit: 'gates', target };
}

/**
 * @param {number[]} idle
 * @param {import('./job/run-job.mjs').MeasuredJob[]} jobs
 * @returns {Figure[]}
 */
function memoryOf(idle, jobs) {
  const unit = 'MB';
  const peak = Math.max(...jobs.flatMap(({ memory }) => memory));
  return [
    { name: 'memory of the idle backend (median)', value: median(idle), unit },
    {
      name: 'memory of the backend while generating (peak)',
      value: peak,
      unit,
      target: { atMost: 350 },
    },
  ];
}
