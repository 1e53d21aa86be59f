// A log file that stays small: at the limit it becomes <file>.1, and the one before that is dropped.
import { Buffer } from 'node:buffer';
import fs from 'node:fs';

const LIMIT_BYTES = 5_000_000;
const TAIL_LINES = 40;

/**
 * @param {string} file absolute
 * @param {number} [limit] bytes
 */
export function openRotatingLog(file, limit = LIMIT_BYTES) {
  let descriptor = fs.openSync(file, 'a', 0o600);
  let size = fs.fstatSync(descriptor).size;
  /** @type {string[]} */
  let tail = [];

  return {
    file,
    /** @param {string | Buffer} chunk */
    write(chunk) {
      tail = [...tail, ...String(chunk).split('\n').filter(Boolean)].slice(-TAIL_LINES);
      try {
        if (size > limit) rotate();
        size += fs.writeSync(descriptor, Buffer.from(chunk));
      } catch {
        // A full disk must not end the product because of its log; the last lines are still in memory.
      }
    },
    /** The last lines written by this run, oldest first. */
    lastLines: () => tail,
    close: () => fs.closeSync(descriptor),
  };

  function rotate() {
    fs.renameSync(file, `${file}.1`);
    fs.closeSync(descriptor);
    descriptor = fs.openSync(file, 'a', 0o600);
    size = 0;
  }
}

/** @typedef {ReturnType<typeof openRotatingLog>} RotatingLog */
