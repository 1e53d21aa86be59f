// Scaffolding against the scaffolders that a developer would use instead, on the same machine in the same minute.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
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
  const next = (/** @type {string} */ name) => path.join(folder, `${name}-${++count}`);
  // The peers note preferences and look for updates below HOME; neither shall touch the person's own.
  const env = { HOME: folder, XDG_CONFIG_HOME: folder, CI: '1', NEXT_TELEMETRY_DISABLED: '1' };
  const peer =
    (/** @type {'create-next-app' | 'create-t3-app'} */ name, /** @type {string} */ options) =>
    () =>
      runTimed([peers.scriptOf(name), path.basename(next('app')), ...options.split(' ')], {
        cwd: folder,
        env,
        signal,
      });
  const contestants = {
    inside: () => timeOf(() => scaffoldApp(prompt, discovery, next('zip'))),
    process: () => runTimed([script, prompt, discoveryFile, next('zip')], { cwd: folder, signal }),
    next: peer('create-next-app', NEXT),
    t3: peer('create-t3-app', T3),
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
 * @param {Record<'inside' | 'process' | 'next' | 't3', number>} times
 * @returns {import('../measure.mjs').Figure[]}
 */
function toFigures({ inside, process, next, t3 }) {
  const baseline =
    next <= t3
      ? { name: 'create-next-app --skip-install', value: next }
      : { name: 'create-t3-app --noInstall', value: t3 };
  const unit = 'ms';
  const target = { ratioAtMost: 0.5 };
  return [
    { name: 'scaffold: plan, write, ZIP (in the worker)', value: inside, unit, baseline, target },
    { name: 'scaffold: the same as a new process', value: process, unit, baseline },
    { name: 'create-next-app --skip-install', value: next, unit },
    { name: 'create-t3-app --noInstall', value: t3, unit },
  ];
}
