// One supervised process: started in a group of its own, logged, restarted when it dies, stopped in time.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { nextRestartDelay } from './restart-policy.mjs';

const LIFELINE = new URL('../process/lifeline.mjs', import.meta.url).href;
const STOP_MS = 30_000;
// A process that left the group may keep the output open; its words are not worth waiting for.
const LAST_WORDS_MS = 500;

/**
 * @typedef {object} ServiceOptions
 * @property {string} name for messages
 * @property {string[]} args of node
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {import('./rotating-log.mjs').RotatingLog} log
 * @property {(text: string) => void} say
 * @property {(problem: string) => void} onGiveUp called when it will not be started again
 */

export class Service {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child;
  #gone = Promise.resolve();
  /** @type {NodeJS.Timeout | undefined} */
  #restart;
  /** @type {number[]} */
  #deaths = [];
  #isStopping = false;
  #wasReady = false;

  /** @param {ServiceOptions} options */
  constructor(options) {
    this.options = options;
  }

  get name() {
    return this.options.name;
  }

  /** Of the process that runs now, if one does. */
  get pid() {
    return this.#child?.pid;
  }

  start() {
    const { args, cwd, env, log } = this.options;
    const child = spawn(process.execPath, [`--import=${LIFELINE}`, ...args], {
      cwd,
      env: { ...env, HATCHR_SUPERVISOR: String(process.pid) },
      // A group of its own: Ctrl-C reaches the supervisor only, which stops everything in order.
      detached: process.platform !== 'win32',
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdout.on('data', log.write);
    child.stderr.on('data', log.write);
    child.stdin.on('error', () => undefined);
    this.#child = child;
    this.#gone = endOf(child).then((ending) => {
      // What the service started belongs to its group and must not outlive it.
      this.#killGroup();
      this.#child = undefined;
      if (!this.#isStopping) this.#onDeath(ending);
    });
  }

  /** From now on a death leads to a restart; before, it means that the service cannot start at all. */
  markReady() {
    this.#wasReady = true;
  }

  /** @param {string} ending */
  #onDeath(ending) {
    const { name, say, onGiveUp } = this.options;
    const now = Date.now();
    this.#deaths.push(now);
    const delay = nextRestartDelay(this.#deaths, now);
    if (!this.#wasReady) return onGiveUp(`The ${name} did not start (${ending}).`);
    if (delay === undefined) return onGiveUp(`The ${name} died again and again (${ending}).`);
    say(`the ${name} died (${ending}); restarting it`);
    this.#restart = setTimeout(() => this.start(), delay);
  }

  /** SIGTERM, time to finish, then SIGKILL for the whole group. Resolves when nothing is left. */
  async stop() {
    this.#isStopping = true;
    clearTimeout(this.#restart);
    const timer = setTimeout(() => this.#killGroup(), STOP_MS);
    this.#child?.kill('SIGTERM');
    await this.#gone;
    clearTimeout(timer);
  }

  /** The second Ctrl-C: no more waiting. */
  kill() {
    this.#isStopping = true;
    this.#killGroup();
  }

  #killGroup() {
    const pid = this.#child?.pid;
    if (pid === undefined) return;
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      // Nothing of the group is left.
    }
  }
}

/**
 * How the process ended, in words, once its output has arrived.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
function endOf(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      const ending = signal ?? `exit code ${code}`;
      child.once('close', () => resolve(ending));
      setTimeout(() => resolve(ending), LAST_WORDS_MS).unref();
    });
  });
}
