// Runs the product: database, backend and frontend together, until someone stops it or it cannot go on.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildAll } from '../build.mjs';
import { ClearError } from '../clear-error.mjs';
import { findReadingBrowser } from '../find-browser.mjs';
import { findFreePort } from '../process/free-port.mjs';
import { say } from '../progress.mjs';
import { createServices } from './create-services.mjs';
import { runPostgres } from './guard-postgres.mjs';
import { waitForHttp } from './wait-for-http.mjs';

// Migrations of a large database run before the backend is ready.
const READY_MS = 180_000;

export class Supervisor {
  #stopping = new AbortController();
  /** @type {Promise<{ url: string, stop?: (options?: { isImmediate?: boolean }) => Promise<void> }> | undefined} */
  #database;
  /** @type {import('./service.mjs').Service[]} */
  #services = [];
  /** @type {Promise<void> | undefined} */
  #stopped;
  /** @type {(error: ClearError) => void} */
  #fail = () => undefined;
  /** @type {Promise<never>} rejects when the product cannot go on */
  failure = new Promise((_, reject) => (this.#fail = reject));

  /**
   * @param {string} root of the checkout
   * @param {import('./settings.mjs').Settings} settings
   * @param {string} logs folder for log files, which exists
   */
  constructor(root, settings, logs) {
    this.root = root;
    this.settings = settings;
    this.logs = logs;
    // It may fail before anyone waits for it.
    this.failure.catch(() => undefined);
  }

  /**
   * Resolves with true when the product answers, with false when it was stopped before; rejects when it
   * cannot start.
   */
  start() {
    return Promise.race([this.#start(), this.failure]);
  }

  async #start() {
    const frontendPort = await findFreePort();
    this.#database = this.#startDatabase();
    // Both at once; a failed build must not leave a database that is just starting.
    const [build, database, browser] = await Promise.allSettled([
      this.#build(),
      this.#database,
      this.#findBrowser(),
    ]);
    if (this.#stopping.signal.aborted) return false;
    if (build.status === 'rejected') throw build.reason;
    if (database.status === 'rejected') throw database.reason;
    if (browser.status === 'rejected') throw browser.reason;
    this.#services = createServices({
      root: this.root,
      settings: this.settings,
      databaseUrl: database.value.url,
      frontendPort,
      browserEnv: browser.value,
      logs: this.logs,
      onGiveUp: (service, problem) => this.#giveUp(service, problem),
    });
    say('starting backend and frontend');
    for (const service of this.#services) service.start();
    return this.#waitUntilReady();
  }

  async #build() {
    const isFirst = !fs.existsSync(path.join(this.root, 'apps/frontend/.next/BUILD_ID'));
    say(isFirst ? 'building (the first time takes about half a minute)' : 'checking the build');
    const logFile = path.join(this.logs, 'build.log');
    fs.rmSync(logFile, { force: true });
    await buildAll(this.root, { logFile, signal: this.#stopping.signal });
    say('built');
  }

  /**
   * For reading the pages of competitors and for screenshots of the generated app.
   * @returns {Promise<NodeJS.ProcessEnv>}
   */
  async #findBrowser() {
    const { HATCHR_BROWSER, DISCOVERY_NETWORK, APP_SCREENSHOTS } = process.env;
    if (HATCHR_BROWSER || (DISCOVERY_NETWORK === 'off' && APP_SCREENSHOTS === 'off')) return {};
    const browser = await findReadingBrowser();
    if (!browser) {
      say(
        'no browser is installed: pages of competitors are read without running their scripts, and kits have no screenshots',
      );
      return {};
    }
    return {
      HATCHR_BROWSER: browser.executablePath,
      HATCHR_BROWSER_ARGS: JSON.stringify(browser.args),
      HATCHR_BROWSER_ENV: JSON.stringify(browser.env),
    };
  }

  async #startDatabase() {
    const { databaseUrl, dataDir } = this.settings;
    if (databaseUrl) return { url: databaseUrl };
    const postgres = await runPostgres(
      { baseDir: path.join(dataDir, 'postgres'), logFile: path.join(this.logs, 'postgres.log') },
      {
        say,
        onGiveUp: (problem) =>
          this.#fail(new ClearError(problem, `read ${path.join(this.logs, 'postgres.log')}.`)),
      },
    );
    say(postgres.isAdopted ? 'database was still running' : 'database ready');
    return postgres;
  }

  async #waitUntilReady() {
    const options = { timeoutMs: READY_MS, signal: this.#stopping.signal };
    const addresses = ['/health/ready', '/'].map((at) => this.settings.probe + at);
    const answers = await Promise.all(addresses.map((url) => waitForHttp(url, options)));
    if (this.#stopping.signal.aborted) return false;
    const silent = answers.indexOf(false);
    if (silent >= 0)
      throw new ClearError(
        `Hatchr did not become ready in ${READY_MS / 1000} s: ${addresses[silent]} does not answer.`,
        `read the logs in ${this.logs}.`,
      );
    for (const service of this.#services) service.markReady();
    return true;
  }

  /**
   * @param {import('./service.mjs').Service} service
   * @param {string} problem
   */
  #giveUp({ options: { log } }, problem) {
    const lines = log.lastLines().map((line) => `  | ${line}`);
    const quote = lines.length > 0 ? `Its last lines:\n${lines.join('\n')}` : 'It printed nothing.';
    this.#fail(
      new ClearError(`${problem} ${quote}`, `the whole log is in ${log.file}; then \`npm start\`.`),
    );
  }

  /** Services first, then the database, so that nothing loses its connection while it finishes. */
  stop() {
    this.#stopping.abort();
    this.#stopped ??= (async () => {
      await Promise.all(this.#services.map((service) => service.stop()));
      const database = await this.#database?.catch(() => undefined);
      await database?.stop?.();
    })();
    return this.#stopped;
  }

  /** Stops at once. The database recovers at the next start, as after a crash. */
  async hurry() {
    for (const service of this.#services) service.kill();
    const database = await this.#database?.catch(() => undefined);
    await database?.stop?.({ isImmediate: true });
  }
}
