// The typed client is a build product; on a fresh checkout it has to be built first.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildAll } from '../build.mjs';

/**
 * @param {string} root of the checkout
 * @param {AbortSignal} signal
 * @returns {Promise<typeof import('@hatchr/contracts')>}
 * @throws {import('../clear-error.mjs').ClearError} when the build fails
 */
export async function loadContracts(root, signal) {
  const folder = path.join(root, 'libs/contracts');
  if (isStale(folder)) {
    const work = fs.mkdtempSync(path.join(os.tmpdir(), 'hatchr-build-'));
    try {
      const logFile = path.join(work, 'build.log');
      await buildAll(root, { logFile, signal, projects: '@hatchr/contracts' });
    } finally {
      fs.rmSync(work, { recursive: true, force: true });
    }
  }
  return import('@hatchr/contracts');
}

/** @param {string} folder of the project */
function isStale(folder) {
  const built = fs.statSync(path.join(folder, 'dist/index.js'), { throwIfNoEntry: false });
  if (!built) return true;
  const source = path.join(folder, 'src');
  return fs
    .readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .some((name) => fs.statSync(path.join(source, name)).mtimeMs > built.mtimeMs);
}
