// What an app costs someone who has only its files: the baseline of the gates.
import { pickInstallEnvironment } from '@hatchr/mvp-generator';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { timeOf } from '../measure.mjs';

const run = promisify(execFile);

/**
 * How many known weaknesses of the grades high and critical the registry has for the pinned packages; null when
 * it does not answer such questions.
 * @param {(...args: string[]) => Promise<{ stdout: string }>} npm
 * @returns {Promise<number | null>}
 */
async function auditOf(npm) {
  // It ends with 1 when it finds something, and prints the same report.
  const { stdout } = await npm('audit', '--json').catch((error) => ({
    stdout: error.stdout ?? '',
  }));
  try {
    const { high, critical } = JSON.parse(stdout).metadata.vulnerabilities;
    return high + critical;
  } catch {
    return null;
  }
}

/**
 * Seconds of `npm ci`, type-check and tests, and of the production build, in an empty folder; and what `npm audit` says.
 * @param {import('../measure.mjs').BenchContext} context
 * @param {import('@hatchr/contracts').GeneratedFile[]} files
 */
export async function measureCold({ say, signal }, files) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hatchr-cold-'));
  try {
    for (const { path: name, content } of files) {
      const file = path.join(folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, content);
    }
    const env = { PATH: process.env.PATH, HOME: folder, ...pickInstallEnvironment(process.env) };
    const npm = (...args) => run('npm', args, { cwd: folder, env, signal, maxBuffer: 64e6 });
    say('the same app from its files alone: npm ci, type-check, tests, build');
    const checkMs = await timeOf(async () => {
      await npm('ci', '--no-audit', '--no-fund');
      await npm('run', 'typecheck');
      await npm('test');
    });
    const buildMs = await timeOf(() => npm('run', 'build'));
    const audit = await auditOf(npm);
    if (audit === null)
      say(
        'npm audit: NOT DONE, the registry of this machine does not answer it; known weaknesses of the pins were not looked up',
      );
    return { checkSeconds: checkMs / 1000, buildSeconds: buildMs / 1000, audit };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
