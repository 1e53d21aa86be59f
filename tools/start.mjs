// `npm start`: the whole product on one address. Options are in supervisor/settings.mjs.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { reportError } from './clear-error.mjs';
import { onStopRequest } from './process/stop-signals.mjs';
import { watchParent } from './process/watch-parent.mjs';
import { say } from './progress.mjs';
import { checkDataFolder } from './supervisor/check-data-folder.mjs';
import { checkPort } from './supervisor/check-port.mjs';
import { findRunningInstance, lockDataFolder } from './supervisor/instance-lock.mjs';
import { loadEnvFile, readSettings } from './supervisor/settings.mjs';
import { Supervisor } from './supervisor/supervisor.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

try {
  // `npm start | head` closes our output; the product goes on.
  process.stdout.on('error', () => undefined);
  loadEnvFile(root);
  await start(readSettings(root, process.env));
} catch (error) {
  reportError(error);
}

/** @param {import('./supervisor/settings.mjs').Settings} settings */
async function start(settings) {
  const running = findRunningInstance(settings.dataDir);
  if (running?.address === settings.address) return tellRunning(running.pid, settings);
  const logs = checkDataFolder(settings.dataDir);
  await checkPort(settings);
  const lock = lockDataFolder(settings);
  if ('pid' in lock) return tellRunning(lock.pid, settings);
  try {
    await supervise(new Supervisor(root, settings, logs), settings, logs);
  } finally {
    lock.release();
  }
  // Nothing of ours is left that could keep the process alive, but a library's idle socket may.
  process.exit();
}

/**
 * @param {number} pid
 * @param {import('./supervisor/settings.mjs').Settings} settings
 */
function tellRunning(pid, { address }) {
  console.log(`Hatchr already runs (process ${pid}): ${address}`);
}

/**
 * @param {Supervisor} supervisor
 * @param {import('./supervisor/settings.mjs').Settings} settings
 * @param {string} logs
 */
async function supervise(supervisor, settings, logs) {
  const stopRequest = requestToStop(supervisor);
  try {
    await Promise.race([
      stopRequest,
      supervisor.start().then((isReady) => {
        if (!isReady) return stopRequest;
        say(`ready: ${settings.address}`);
        console.log(`\n  Hatchr   ${settings.address}\n  Logs     ${logs}\n  Stop     Ctrl-C\n`);
        return supervisor.failure;
      }),
    ]);
    say('stopping');
  } catch (error) {
    reportError(error);
  }
  await supervisor.stop();
  say('stopped');
}

/**
 * Resolves at the first request to stop; at the second, stops without waiting.
 * @param {Supervisor} supervisor
 * @returns {Promise<void>}
 */
function requestToStop(supervisor) {
  return new Promise((resolve) => {
    onStopRequest((count) => {
      if (count === 1) resolve();
      else void supervisor.hurry();
    });
    watchParent(resolve);
  });
}
