// The programs that are measured against, or with: pinned, installed once into .nx/bench.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { npmCommand } from '../tools/bootstrap/run-npm-ci.mjs';
import { ClearError } from '../tools/clear-error.mjs';

const PACKAGES = {
  'create-next-app': '16.4.3',
  'create-t3-app': '7.40.0',
  autocannon: '9.0.0',
};

/** @typedef {keyof typeof PACKAGES} Peer */

/**
 * Installs them unless they are there.
 * @param {string} root of the checkout
 * @param {(text: string) => void} say
 * @returns {{ scriptOf: (name: Peer) => string, npxOf: (name: Peer) => string[], require: NodeJS.Require }}
 *   scriptOf: the file that node runs; npxOf: the command as a developer types it, without the program's arguments
 * @throws {ClearError} when npm cannot install them
 */
export function installPeers(root, say) {
  const folder = path.join(root, '.nx/bench');
  const manifest = path.join(folder, 'package.json');
  const wanted = JSON.stringify({ private: true, dependencies: PACKAGES });
  const marker = path.join(folder, '.installed');
  if (!fs.existsSync(marker) || fs.readFileSync(marker, 'utf8') !== wanted) {
    say(`installing ${Object.keys(PACKAGES).join(', ')}`);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(manifest, wanted);
    runNpm(folder);
    fs.writeFileSync(marker, wanted);
  }
  const require = createRequire(manifest);
  const scriptOf = (/** @type {string} */ name) => {
    const installed = path.join(folder, 'node_modules', name);
    const { bin } = JSON.parse(fs.readFileSync(path.join(installed, 'package.json'), 'utf8'));
    return path.join(installed, typeof bin === 'string' ? bin : bin[name]);
  };
  const npxOf = (/** @type {Peer} */ name) => {
    const { file, args } = plainNpm();
    return [file, ...args, 'exec', '--yes', '--', `${name}@${PACKAGES[name]}`];
  };
  return { scriptOf, npxOf, require };
}

/** npm as it is, without what our own commands load into it. */
function plainNpm() {
  const { file, args } = npmCommand();
  return { file, args: args.filter((argument) => !argument.startsWith('--import=')) };
}

/** @param {string} folder */
function runNpm(folder) {
  const { file, args } = npmCommand();
  const options = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = spawnSync(file, [...args, ...options], { cwd: folder, encoding: 'utf8' });
  if (result.status !== 0)
    throw new ClearError(
      `The programs to measure against cannot be installed: ${result.stderr || result.error}`,
      'see that the npm registry can be reached and run the bench again.',
    );
}
