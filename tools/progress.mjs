// Short progress lines with the time since the command was typed.
import process from 'node:process';

// run.mjs hands its own start on, so that installing counts too.
const startedAt = Number(process.env.HATCHR_STARTED_AT) || Date.now();

/** Milliseconds since the epoch at which the command began. */
export const commandStartedAt = () => startedAt;

/**
 * Prints one progress line.
 * @param {string} text
 */
export function say(text) {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${`${seconds}s`.padStart(7)}  ${text}`);
}
