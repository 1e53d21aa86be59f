import { HatchError } from './hatch-error.mjs';

/**
 * What the server said in its refusal; undefined when it said nothing, so that the connection is in question.
 * @param {unknown} error
 * @returns {{ kind: string, code: string, message: string } | undefined}
 */
export function refusalOf(error) {
  return /** @type {any} */ (error)?.data?.appError;
}

/**
 * Whether it may well work a moment later: no answer, or an answer that the server is not itself right now.
 * @param {unknown} error of a call of the typed client
 */
export function isOutage(error) {
  const refusal = refusalOf(error);
  return isClientError(error) && (!refusal || refusal.kind === 'upstream_unavailable');
}

/**
 * An error of the typed client as the way in which the command ends; anything else as it is.
 * @param {unknown} error
 */
export function explainRefusal(error) {
  if (!isClientError(error)) return error;
  const refusal = refusalOf(error);
  if (!refusal)
    return new HatchError(
      'noServer',
      `The connection to Hatchr was lost: ${error.message}.`,
      'see that it runs, then run the same command again.',
      { cause: error },
    );
  const ending =
    refusal.kind === 'invalid_input'
      ? 'badUsage'
      : refusal.kind === 'upstream_unavailable'
        ? 'noServer'
        : 'jobFailed';
  return new HatchError(ending, refusal.message, 'do what it says and run the command again.', {
    code: refusal.code,
    cause: error,
  });
}

/** @param {unknown} error @returns {error is Error} */
const isClientError = (error) => error instanceof Error && error.name === 'TRPCClientError';
