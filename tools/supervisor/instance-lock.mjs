// One Hatchr per data folder.
import path from 'node:path';
import { ClearError } from '../clear-error.mjs';
import { readLiveOwner, takeLock } from '../process/exclusive-lock.mjs';

/** @param {string} dataDir */
const lockFile = (dataDir) => path.join(dataDir, 'hatchr.lock');

/**
 * The Hatchr that has this data folder now.
 * @param {string} dataDir
 * @returns {{ pid: number, address: string } | undefined}
 */
export function findRunningInstance(dataDir) {
  const owner = readLiveOwner(lockFile(dataDir));
  return owner && { pid: owner.pid, address: String(owner.note?.address) };
}

/**
 * @param {import('./settings.mjs').Settings} settings
 * @returns {{ release: () => void } | { pid: number }} the lock, or the Hatchr that has this very address
 * @throws {ClearError} when a Hatchr with another address has the folder
 */
export function lockDataFolder({ dataDir, address }) {
  const result = takeLock(lockFile(dataDir), { address });
  if ('release' in result) return result;
  if (result.owner.note?.address === address) return { pid: result.owner.pid };
  throw new ClearError(
    `Another Hatchr (process ${result.owner.pid}, ${result.owner.note?.address}) uses ${dataDir}.`,
    'use that one, stop it first, or give this one a folder of its own: HATCHR_DATA=/path/to/folder npm start.',
  );
}
