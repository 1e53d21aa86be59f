// How the command ends: each way has an exit code of its own, listed in --help.
import { ClearError } from '../clear-error.mjs';

export const EXIT = {
  completed: 0,
  jobFailed: 1,
  badUsage: 2,
  noServer: 3,
  notWritten: 4,
  /** 128 + SIGINT, as shells report it. */
  cancelled: 130,
};

/** An end without a kit, in words a person can act on. */
export class HatchError extends ClearError {
  /**
   * @param {keyof typeof EXIT} ending
   * @param {string} problem
   * @param {string} nextStep
   * @param {{ code?: string, cause?: unknown }} [options] code: the server's stable error code, if it gave one
   */
  constructor(ending, problem, nextStep, { code, cause } = {}) {
    super(problem, nextStep, { cause });
    this.name = 'HatchError';
    this.ending = ending;
    this.code = code ?? `hatch.${ending}`;
  }
}

export const cancelledError = () =>
  new HatchError('cancelled', 'Cancelled.', 'run the same command to begin again.', {
    code: 'job.cancelled',
  });
