// Scaffolding against the scaffolders that a developer would use instead, on the same machine in the same minute.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { median, timeOf } from '../measure.mjs';
import { runTimed } from '../run-timed.mjs';
import { scaffoldApp } from './scaffold-app.mjs';

const script = fileURLToPath(new URL('./scaffold-app.mjs', import.meta.url));
const NEXT =
  '--ts --tailwind --eslint --app --src-dir --use-npm --skip-install --disable-git --yes';
const T3 = '--default --noInstall --noGit';

/**
 * @param {import('../measure.mjs').BenchContext} context
 * @param {{ peers: ReturnType<typeof import('../peers.mjs').installPeers>, prompt: string,
 *   discovery: import('@hatchr/contracts').DiscoveryResult }} input
 * @returns {Promise<import('../measure.mjs').Figure[]>}
 */
export async function benchScaffolding({ isShort, say, signal }, { peers, prompt, discovery }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hatchr-scaffold-'));
  const discoveryFile = path.join(folder, 'discovery.json');
  fs.writeFileSync(discoveryFile, JSON.stringify(discovery));
  let count = 0;
  const name = (/** @type {string} */ kind) => `${kind}-${++count}`;
  // The peers note preferences there; it shall not be among the person's own.
  const env = { XDG_CONFIG_HOME: folder, CI: '1', NEXT_TELEMETRY_DISABLED: '1' };
  const run = (/** @type {string[]} */ command) => runTimed(command, { cwd: folder, env, signal });
  const node = process.execPath;
  const next = () => [name('next'), ...NEXT.split(' ')];
  const t3 = () => [name('t3'), ...T3.split(' ')];
  const zip = () => path.join(folder, name('zip'));
  const contestants = {
    inside: () => timeOf(() => scaffoldApp(prompt, discovery, zip())),
    alone: () => run([node, script, prompt, discoveryFile, zip()]),
    next: () => run([...peers.npxOf('create-next-app'), ...next()]),
    t3: () => run([...peers.npxOf('create-t3-app'), ...t3()]),
    nextAlone: () => run([node, peers.scriptOf('create-next-app'), ...next()]),
    t3Alone: () => run([node, peers.scriptOf('create-t3-app'), ...t3()]),
  };
  try {
    say('scaffolding, against create-next-app and create-t3-app');
    return toFigures(await raceRounds(contestants, isShort ? 3 : 5));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * In turn, so that a busy minute of the machine hits all alike. The first round only warms caches up.
 * @template {string} Name
 * @param {Record<Name, () => Promise<number>>} contestants
 * @param {number} rounds
 * @returns {Promise<Record<Name, number>>} median milliseconds
 */
async function raceRounds(contestants, rounds) {
  const names = /** @type {Name[]} */ (Object.keys(contestants));
  /** @type {Map<string, number[]>} */
  const times = new Map(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const milliseconds = await contestants[name]();
      if (round > 0) times.get(name)?.push(milliseconds);
    }
  return /** @type {Record<Name, number>} */ (
    Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])]))
  );
}

/**
 * The target is against the peers as a developer runs them. npm's own start is much of that, so the programs alone
 * are told beside it, and ours as a program of its own.
 * @param {Record<'inside' | 'alone' | 'next' | 't3' | 'nextAlone' | 't3Alone', number>} times
 * @returns {import('../measure.mjs').Figure[]}
 */
function toFigures({ inside, alone, next, t3, nextAlone, t3Alone }) {
  const npx = faster('npx ', next, t3);
  const node = faster('node ', nextAlone, t3Alone);
  const unit = 'ms';
  const target = { ratioAtMost: 0.5 };
  return [
    {
      name: 'scaffold: plan, write, ZIP (in the worker)',
      value: inside,
      unit,
      baseline: npx,
      target,
    },
    { name: '  against the program without npx', value: inside, unit, baseline: node },
    { name: '  both as new processes, without npx', value: alone, unit, baseline: node },
    { name: '  npx create-next-app --skip-install', value: next, unit },
    { name: '  npx create-t3-app --noInstall', value: t3, unit },
  ];
}

/**
 * @param {string} how
 * @param {number} next milliseconds
 * @param {number} t3 milliseconds
 */
const faster = (how, next, t3) =>
  next <= t3
    ? { name: `${how}create-next-app`, value: next }
    : { name: `${how}create-t3-app`, value: t3 };
