import fs from 'node:fs';

/**
 * Gives a file a second name unless that name is taken. A hard link appears with its whole content at once.
 * @param {string} from
 * @param {string} to
 * @returns {boolean} false when the name is taken
 */
export function linkIfAbsent(from, to) {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EEXIST') return false;
    // Some network and FAT file systems have no hard links; an exclusive copy is the next best.
    try {
      fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL);
      return true;
    } catch (copyError) {
      if (/** @type {NodeJS.ErrnoException} */ (copyError).code === 'EEXIST') return false;
      throw copyError;
    }
  }
}
