// Deck, images, video and ZIP of one kit: how long each takes, and what memory the video's process needs.
import { silentStepContext } from '@hatchr/contracts';
import { DiscoveryModule, DiscoveryService } from '@hatchr/discovery';
import { LivepeerModule, LivepeerService } from '@hatchr/livepeer';
import { planProduct, writeApp } from '@hatchr/mvp-generator';
import { PackagingModule, PackagingService } from '@hatchr/packaging';
import { NestFactory } from '@nestjs/core';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { median, timeOf } from './measure.mjs';

const PROMPT = 'AI scheduling tool for freelancers';
/** Level 6, as ours; `zip` deflates media too unless it is told which files it may store. */
const baselines = {
  zip: [],
  'zip that stores media': ['-n', '.png:.jpg:.webp:.mp4:.webm:.pdf:.pptx:.zip:.woff2'],
};
const MIB_TO_MB = 1024 ** 2 / 1e6;

/** @typedef {import('./measure.mjs').Figure} Figure */
/** @typedef {import('@hatchr/contracts').GeneratedFile} GeneratedFile */

/** @type {import('./measure.mjs').Bench} */
export async function bench(context) {
  const rounds = context.isShort ? 1 : 3;
  const input = await prepareInput(context);
  context.say('making deck and images');
  const still = await makeKit(input, 'off', context);
  const stillTimes = [still.milliseconds];
  for (let round = 1; round < rounds; round++)
    stillTimes.push((await makeKit(input, 'off', context)).milliseconds);
  const stillMs = median(stillTimes);
  context.say('making the whole kit with its video');
  const whole = await makeKit(input, '720p', context);
  const figures = [
    { name: 'deck, images and copy', value: stillMs / 1000, unit: 's' },
    ...videoFigures(whole, stillMs, context),
  ];
  context.say('packing everything');
  const files = [...writeApp(input.spec), ...whole.files];
  return [...figures, ...(await zipFigures(files, 4 * rounds + 1, context))];
}

/** The input of a launch kit, planned without a network and without gates. @param {import('./measure.mjs').BenchContext} context */
async function prepareInput({ signal }) {
  const module = DiscoveryModule.register({ search: { network: 'off' } });
  const app = await NestFactory.createApplicationContext(module, { logger: ['error'] });
  const discovery = await app
    .get(DiscoveryService)
    .discover({ prompt: PROMPT }, silentStepContext(signal));
  await app.close();
  const spec = planProduct(PROMPT, discovery);
  const verification = { outcome: 'skipped', reason: 'Not a part of this bench.', gates: [] };
  const stack = [{ name: 'next', version: '16.4.5' }];
  const screenshots = { images: [], reason: 'Not a part of this bench.' };
  return { spec, discovery, verification, stack, screenshots };
}

async function makeKit(input, video, { signal }) {
  const app = await NestFactory.createApplicationContext(
    LivepeerModule.register({ video, videoWebm: false }),
    {
      logger: ['error'],
    },
  );
  let peakMiB = Number.NaN;
  const step = {
    ...silentStepContext(signal),
    log: (_level, message) => {
      peakMiB = Number(/took (\d+) MB at its peak/.exec(message)?.[1] ?? peakMiB);
    },
  };
  const startedAt = performance.now();
  const { kit, files } = await app.get(LivepeerService).makeLaunchKit(input, step);
  const milliseconds = performance.now() - startedAt;
  await app.close();
  return { kit, files, milliseconds, peakMiB };
}

/** @returns {Figure[]} */
function videoFigures({ kit, milliseconds, peakMiB }, stillMs, { say }) {
  const { video } = kit;
  if (video.status === 'not_made') {
    say(`no video: ${video.reason}`);
    return [];
  }
  const seconds = (milliseconds - stillMs) / 1000;
  return [
    { name: `video, ${video.seconds} s in ${video.height}p`, value: seconds, unit: 's' },
    {
      name: 'seconds of video a second',
      value: video.seconds / seconds,
      unit: 'x',
      target: { atLeast: 2 },
    },
    {
      name: 'peak memory of the video’s process',
      value: peakMiB * MIB_TO_MB,
      unit: 'MB',
      target: { atMost: 600 },
    },
  ];
}

/**
 * @param {GeneratedFile[]} files @param {number} rounds @param {import('./measure.mjs').BenchContext} context
 * @returns {Promise<Figure[]>}
 */
async function zipFigures(files, rounds, { signal, say }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hatchr-bench-media-'));
  const sources = files.map((file) => sourceOf(folder, file));
  const app = await NestFactory.createApplicationContext(PackagingModule, { logger: ['error'] });
  const packaging = app.get(PackagingService);
  const hasZip = spawnSync('zip', ['-v']).status === 0;
  if (!hasZip) say('the zip program is not installed, so there is no baseline');
  const own = [];
  /** @type {Record<string, number[]>} */
  const theirs = Object.fromEntries(Object.keys(baselines).map((name) => [name, []]));
  const input = { slug: 'bench', files: sources };
  /** @param {string} target */
  const pack = (target) =>
    timeOf(() =>
      packaging.writeZip(input, fs.createWriteStream(target), silentStepContext(signal)),
    );
  // A worker packs in a process that runs already, so the time in which Node compiles the packer does not count;
  // the start of the zip program does, since it comes with every ZIP.
  await pack(path.join(folder, 'first.zip'));
  for (let round = 0; round < rounds; round++) {
    own.push(await pack(path.join(folder, `own-${round}.zip`)));
    const cwd = path.join(folder, 'kit');
    for (const [name, options] of Object.entries(hasZip ? baselines : {})) {
      const other = path.join(folder, `zip-${Object.keys(baselines).indexOf(name)}-${round}.zip`);
      const run = async () => execFileSync('zip', ['-qr', ...options, other, '.'], { cwd });
      theirs[name].push(await timeOf(run));
    }
  }
  await app.close();
  fs.rmSync(folder, { recursive: true });
  const name = `ZIP of ${files.length} files`;
  const figure = { name, value: median(own), unit: 'ms' };
  if (!hasZip) return [figure];
  const [asItComes, stored] = Object.keys(baselines).map((baseline) => ({
    name: baseline,
    value: median(theirs[baseline]),
  }));
  return [
    { ...figure, baseline: asItComes, target: { ratioAtMost: 1.5 } },
    // Without a target, for whoever wants the two to do the same work: ours hashes each file and the whole beside it.
    { ...figure, name: `${name}, the same work`, baseline: stored },
  ];
}

function sourceOf(folder, { path: name, content, mode }) {
  const bytes = Buffer.from(content);
  const file = path.join(folder, 'kit', name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, bytes);
  return {
    path: name,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(mode === undefined ? {} : { mode }),
    read: () => fs.promises.readFile(file),
    open: () => fs.createReadStream(file),
  };
}
