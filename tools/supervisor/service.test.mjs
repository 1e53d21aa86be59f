import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../process/process-identity.mjs';
import { openRotatingLog } from './rotating-log.mjs';
import { Service } from './service.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hatchr-service-'));
after(() => fs.rmSync(folder, { recursive: true }));

// Prints its number and that of a child of its own, then waits.
const FAMILY = `
  const child = require('node:child_process').spawn('sleep', ['600'], { stdio: 'inherit' });
  console.log(process.pid, child.pid);
  setInterval(() => undefined, 1000);`;

/**
 * @param {string} code
 * @param {(problem: string) => void} [onGiveUp]
 */
function newService(code, onGiveUp = () => undefined) {
  const log = openRotatingLog(path.join(folder, `${Math.random()}.log`));
  const args = ['-e', code];
  const env = process.env;
  return new Service({
    name: 'thing',
    args,
    cwd: folder,
    env,
    log,
    say: () => undefined,
    onGiveUp,
  });
}

/**
 * @template T
 * @param {() => T | undefined | false} condition
 * @returns {Promise<T>}
 */
async function until(condition) {
  for (const end = Date.now() + 15_000; Date.now() < end; await sleep(20)) {
    const value = condition();
    if (value) return value;
  }
  throw new Error('It did not happen in 15 s.');
}

/** @param {Service} service */
const numbersOf = ({ options: { log } }) => log.lastLines().at(-1)?.split(' ').map(Number);

describe('Service', () => {
  test('stops with everything it started', async () => {
    const service = newService(FAMILY);
    service.start();
    const numbers = await until(() => numbersOf(service));
    assert.ok(numbers.every(isAlive));
    await service.stop();
    await until(() => !numbers.some(isAlive));
  });

  test('is started again when it dies after it was ready', async () => {
    const service = newService(FAMILY);
    service.start();
    const first = await until(() => numbersOf(service));
    service.markReady();
    process.kill(Number(first[0]), 'SIGKILL');
    const second = await until(() =>
      service.options.log.lastLines().length > 1 ? numbersOf(service) : undefined,
    );
    assert.notEqual(second[0], first[0]);
    await until(() => !isAlive(Number(first[1])));
    await service.stop();
  });

  test('gives up at once when it cannot start, with its last lines at hand', async () => {
    /** @type {string[]} */
    const problems = [];
    const service = newService('console.error("no configuration"); process.exit(3)', (problem) => {
      problems.push(problem);
    });
    service.start();
    await until(() => problems[0]);
    assert.deepEqual(problems, ['The thing did not start (exit code 3).']);
    assert.deepEqual(service.options.log.lastLines(), ['no configuration']);
  });

  test('ends by itself when its supervisor is killed', async () => {
    const module = new URL('./service.mjs', import.meta.url).href;
    const file = path.join(folder, 'supervised');
    const family =
      FAMILY.replace(
        'console.log(process.pid, child.pid)',
        `require('node:fs').writeFileSync(${JSON.stringify(file)}, process.pid + ' ' + child.pid)`,
      ) +
      // The child shares the group; a service that stops properly takes its children along itself.
      `process.on('SIGTERM', () => { child.kill(); process.exit(); });`;
    const supervisor = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `
      const { Service } = await import('${module}');
      const log = { write() {}, lastLines: () => [] };
      new Service({ name: 'x', args: ['-e', ${JSON.stringify(family)}], cwd: '/', env: process.env, log,
        say() {}, onGiveUp() {} }).start();`,
    ]);
    const numbers = await until(
      () => fs.existsSync(file) && fs.readFileSync(file, 'utf8').split(' ').map(Number),
    );
    supervisor.kill('SIGKILL');
    await until(() => !numbers.some(isAlive));
  });
});
