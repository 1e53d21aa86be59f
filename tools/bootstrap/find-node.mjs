import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/**
 * The Node that the lockfile pins, or the current one where the pinned one is absent or cannot run (its
 * packages are built against glibc; on Alpine the system's Node serves instead).
 * @param {string} root of the checkout
 */
export function findNode(root) {
  const pinned = path.join(
    root,
    'node_modules',
    process.platform === 'win32' ? `node-win-${process.arch}/bin/node.exe` : '.bin/node',
  );
  if (!fs.existsSync(pinned)) return process.execPath;
  return spawnSync(pinned, ['--version'], { stdio: 'ignore' }).status === 0
    ? pinned
    : process.execPath;
}
