// The job of `npm run hatch` from the sentence to the files.
import crypto from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { explainRefusal, isOutage } from './explain-refusal.mjs';
import { findServer } from './find-server.mjs';
import { followJob } from './follow-job.mjs';
import { cancelledError, HatchError } from './hatch-error.mjs';
import { planKit } from './plan-kit.mjs';
import { saveKit } from './save-kit.mjs';
import { openSession } from './session.mjs';
import { startOwnServer } from './start-own-server.mjs';

// A server that someone else restarts is back within this time, or not soon.
const COMEBACK_MS = 60_000;
const CANCEL_MS = 5_000;

/** @typedef {import('./describe-result.mjs').Result} Result */

/**
 * One idea on its way. `result` fills up as it goes, so that it can be told however the way ends.
 */
export class HatchRun {
  /** @type {import('./find-server.mjs').Server | undefined} */
  #server;
  /** @type {import('./session.mjs').Session | undefined} */
  #session;
  #stopping = new AbortController();

  /**
   * @param {object} options
   * @param {string} options.root of the checkout
   * @param {import('../supervisor/settings.mjs').Settings} options.settings
   * @param {string | undefined} options.url
   * @param {string} options.out
   * @param {typeof import('@hatchr/contracts')} options.contracts
   * @param {import('./progress-display.mjs').ProgressDisplay} options.display
   * @param {Result} options.result
   */
  constructor(options) {
    this.options = options;
  }

  /**
   * @param {string} prompt checked
   * @throws {HatchError} for every end but a saved kit
   */
  async hatch(prompt) {
    const { display, result } = this.options;
    try {
      await this.#connect();
      const jobId = await this.#generate(prompt);
      const job = await this.#follow({ jobId, lastSeq: 0 });
      display.end();
      result.status = job.status;
      this.#assertCompleted(job);
      await this.#save(job);
    } catch (error) {
      display.end();
      if (this.#stopping.signal.aborted) {
        await this.#cancelJob();
        throw cancelledError();
      }
      throw explainRefusal(error);
    }
  }

  /** The first Ctrl-C: cancels the job; `hatch` ends soon after. */
  cancel() {
    this.options.display.log('cancelling; Ctrl-C again leaves at once', 'yellow');
    this.#stopping.abort(cancelledError());
  }

  /** Stops what was started for this job. */
  async stop() {
    await this.#server?.stop();
  }

  async hurry() {
    await this.#server?.hurry();
  }

  async #connect() {
    const { root, settings, url, contracts, display } = this.options;
    const { signal } = this.#stopping;
    const { dataDir, databaseUrl } = settings;
    const say = (/** @type {string} */ text) => display.log(text, 'dim');
    const startOwn = () => startOwnServer({ root, dataDir, databaseUrl, signal, say });
    this.#server = await findServer({ url, settings, signal, say, startOwn });
    this.#session = await openSession({ server: this.#server, dataDir, contracts, say });
    return this.#session;
  }

  /** @param {string} prompt */
  async #generate(prompt) {
    // With the key, asking again after a lost answer does not make a second job.
    const input = { prompt, idempotencyKey: crypto.randomUUID() };
    const { jobId, status } = await this.#ask(({ client }) => client.generate.mutate(input));
    this.options.result.jobId = jobId;
    this.options.result.status = status;
    this.options.display.log(`job ${jobId}`, 'dim');
    return jobId;
  }

  /** @param {{ jobId: string, lastSeq: number }} place */
  #follow(place) {
    const { display } = this.options;
    const watcher = {
      onEvent: (/** @type {import('@hatchr/contracts').JobEvent} */ { level, message }) => {
        if (level === 'debug') return;
        display.log(message, level === 'error' ? 'red' : level === 'warn' ? 'yellow' : undefined);
      },
      onState: (/** @type {import('./follow-job.mjs').JobState} */ job) =>
        display.progress(job.progress, activityOf(job)),
    };
    return this.#ask((session) => followJob(session, place, watcher, this.#stopping.signal));
  }

  /** @param {import('@hatchr/contracts').Job} job */
  #assertCompleted({ status, error, jobId }) {
    if (status === 'completed') return;
    if (status === 'cancelled') throw cancelledError();
    throw new HatchError(
      'jobFailed',
      error?.message ?? 'The job failed.',
      `run the command again; the server knows the job as ${jobId}.`,
      { code: error?.code },
    );
  }

  /** @param {import('@hatchr/contracts').Job} job */
  async #save({ projectId }) {
    const { contracts, out, result, display } = this.options;
    if (projectId === null)
      throw new HatchError('jobFailed', 'The job has no project.', 'run the command again.');
    const input = { projectId };
    const [project, artifacts] = await this.#ask(({ client }) =>
      Promise.all([client.project.query(input), client.projects.files.query(input)]),
    );
    Object.assign(result, { project, artifacts });
    const { slug } = project;
    const files = await planKit({ slug, artifacts }, contracts);
    display.log(`fetching ${files.length} files`, 'dim');
    const { signal } = this.#stopping;
    const where = { slug, files, out: path.resolve(out), signal };
    result.dir = await this.#ask((session) => saveKit({ session, ...where }));
  }

  /**
   * Asks again when the server went away and came back: a job outlives its server.
   * @template T
   * @param {(session: import('./session.mjs').Session) => Promise<T>} question
   * @returns {Promise<T>}
   */
  async #ask(question) {
    for (let until = 0; ;) {
      const { signal } = this.#stopping;
      signal.throwIfAborted();
      try {
        return await question(this.#session ?? (await this.#connect()));
      } catch (error) {
        signal.throwIfAborted();
        until ||= Date.now() + COMEBACK_MS;
        if (!isOutage(error) || Date.now() > until) throw error;
        this.options.display.log('the connection was lost; trying again', 'yellow');
        await sleep(1000, undefined, { signal }).catch(() => undefined);
        await this.#reconnect(until);
      }
    }
  }

  /** @param {number} until */
  async #reconnect(until) {
    await this.#server?.stop();
    this.#server = this.#session = undefined;
    while (!this.#session) {
      try {
        await this.#connect();
      } catch (error) {
        const { signal } = this.#stopping;
        if (signal.aborted || Date.now() > until) throw error;
        await sleep(2000, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #cancelJob() {
    const { jobId, status } = this.options.result;
    const session = this.#session;
    if (!session || !jobId || status === 'completed' || status === 'failed') return;
    const signal = AbortSignal.timeout(CANCEL_MS);
    try {
      const job = await session.client.jobs.cancel.mutate({ jobId }, { signal });
      this.options.result.status = job.status;
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      this.options.display.log(`the server did not confirm: ${message}`, 'yellow');
    }
  }
}

/** @param {import('./follow-job.mjs').JobState} job */
function activityOf({ status, steps }) {
  const step = steps.find((candidate) => candidate.status === 'in_progress');
  if (!step) return status;
  const activity = step.substeps.find((substep) => substep.status === 'in_progress')?.activity;
  return activity ? `${step.title}: ${activity}` : step.title;
}
