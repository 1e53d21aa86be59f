import fs from 'node:fs';

const POLL_MS = 1000;
const FULL_BYTES = 20e6;
const FULL_FILES = 20;

/**
 * Calls back once when the disk has no room left, in bytes or in files. npm needs minutes to undo an install
 * on a full disk, and then reports something else.
 * @param {string} folder
 * @param {() => void} onFull
 * @returns {() => void} ends the watch
 */
export function watchDisk(folder, onFull) {
  const timer = setInterval(() => {
    const { bavail, bsize, files, ffree } = fs.statfsSync(folder);
    // Some file systems do not count files and say 0 of 0.
    if (bavail * bsize > FULL_BYTES && (files === 0 || ffree > FULL_FILES)) return;
    clearInterval(timer);
    onFull();
  }, POLL_MS);
  return () => clearInterval(timer);
}
