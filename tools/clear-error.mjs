// Errors that a person can act on: what is wrong, and the next step. Shown without a stack trace.
import process from 'node:process';

export class ClearError extends Error {
  /**
   * @param {string} problem what is wrong, as one or more sentences
   * @param {string} nextStep what to do about it
   * @param {{ cause?: unknown }} [options]
   */
  constructor(problem, nextStep, options) {
    super(problem, options);
    this.name = 'ClearError';
    this.nextStep = nextStep;
  }
}

/**
 * The operating system's refusals that a person can fix, in plain words.
 * @param {unknown} error
 * @returns {ClearError | undefined} undefined for everything else
 */
export function explainSystemError(error) {
  const { code, path = 'a file' } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new ClearError(
      `The disk is full (while writing ${path}).`,
      'free some space and run the same command again; nothing else needs repair.',
      { cause: error },
    );
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new ClearError(
      `No permission to write ${path}.`,
      'run as the owner of that path, or change its owner (chown), and try again.',
      { cause: error },
    );
  return undefined;
}

/**
 * Prints an error and sets the exit code to 1. A stack trace appears only for errors nobody foresaw.
 * @param {unknown} error
 */
export function reportError(error) {
  process.exitCode = 1;
  const clear = error instanceof ClearError ? error : explainSystemError(error);
  if (clear) {
    console.error(`\n${clear.message}`);
    console.error(`Next step: ${clear.nextStep}`);
  } else {
    console.error(error);
  }
}
