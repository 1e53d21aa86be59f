import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ClearError, explainSystemError } from '../clear-error.mjs';

// A new database takes 41 MB, its write-ahead log up to 1 GB under load, the generator's kit the rest.
const NEEDED_BYTES = 1.5e9;

/**
 * Creates the data folder and its logs folder, and makes sure that there is something to write on.
 * @param {string} dataDir absolute
 * @returns {string} the logs folder
 * @throws {ClearError}
 */
export function checkDataFolder(dataDir) {
  const logs = path.join(dataDir, 'logs');
  const probe = path.join(dataDir, `.write-check.${process.pid}`);
  try {
    fs.mkdirSync(logs, { recursive: true });
    fs.accessSync(logs, fs.constants.W_OK);
    fs.writeFileSync(probe, 'ok');
    fs.rmSync(probe);
  } catch (error) {
    throw explainSystemError(error) ?? notAFolder(dataDir, error);
  }
  const { bavail, bsize } = fs.statfsSync(dataDir);
  if (bavail * bsize < NEEDED_BYTES)
    throw new ClearError(
      `Hatchr needs ${inGb(NEEDED_BYTES)} free for its data; the disk of ${dataDir} has ${inGb(bavail * bsize)}.`,
      'free some space, or choose a folder on another disk: HATCHR_DATA=/path/to/folder npm start.',
    );
  return logs;
}

/**
 * @param {string} dataDir
 * @param {unknown} cause
 */
function notAFolder(dataDir, cause) {
  return new ClearError(
    `The data folder ${dataDir} cannot be used: ${/** @type {Error} */ (cause).message}.`,
    'set HATCHR_DATA to a folder that can be created and written.',
    { cause },
  );
}

/** @param {number} bytes */
const inGb = (bytes) => `${(bytes / 1e9).toFixed(1)} GB`;
