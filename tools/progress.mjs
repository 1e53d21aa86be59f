// Short progress lines with the time since the command was typed.
import process from 'node:process';

// run.mjs hands its own start on, so that installing counts too.
const startedAt = Number(process.env.HATCHR_STARTED_AT) || Date.now();

/** Milliseconds since the epoch at which the command began. */
export const commandStartedAt = () => startedAt;

/** @type {NodeJS.WritableStream} */
let stream = process.stdout;

/**
 * Where progress goes from now on; a command whose standard output is its result sends it to the other one.
 * @param {NodeJS.WritableStream} next
 */
export function sayOn(next) {
  stream = next;
}

/**
 * Prints one progress line.
 * @param {string} text
 */
export function say(text) {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  stream.write(`${`${seconds}s`.padStart(7)}  ${text}\n`);
}
