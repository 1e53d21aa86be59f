import { NetworkError } from '../network/index.js';

/** What tells that no connection was made: no such name, nobody there, no route, no answer to the first packet. */
const connectionCodes = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EPERM',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Looks at fields and not at classes: an error of Node's core may come from another realm. */
function hasConnectionCode(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return (
    (typeof code === 'string' && connectionCodes.has(code)) || hasConnectionCode(cause, depth + 1)
  );
}

/** A provider to which no connection can be made. Asking again at once would only lose time. */
export class UnreachableError extends NetworkError {
  override get isTransient(): boolean {
    return false;
  }
}

function formatWait(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  if (seconds < 120) return ` for ${seconds} s`;
  return seconds < 7200
    ? ` for ${Math.round(seconds / 60)} min`
    : ` for ${Math.round(seconds / 3600)} h`;
}

function explain(label: string, { kind, status, retryAfter }: NetworkError): string {
  const answered = status === undefined ? '' : ` (it answered ${status})`;
  switch (kind) {
    case 'unauthorized':
      return `${label} does not accept the key${answered}.`;
    case 'forbidden':
      return `${label} does not allow this search${answered}.`;
    case 'rate_limited':
      return `${label} asks to wait${formatWait(retryAfter)}, its limit is reached.`;
    case 'rejected':
      return `${label} does not accept the request${answered}.`;
    case 'unavailable':
      return status === undefined ? `${label} broke off.` : `${label} is out of order${answered}.`;
    case 'timeout':
      return `${label} did not answer in time.`;
    case 'malformed':
    case 'wrong_type':
      return `${label} answered with something that is no search result.`;
    case 'too_large':
      return `${label} answered with more than is read.`;
    case 'bad_redirect':
      return `${label} sends to another address; correct its address in the settings.`;
    case 'refused_address':
      return `${label} has an address that may not be reached; correct it in the settings.`;
    case 'cancelled':
      return `${label} was not asked to the end.`;
  }
}

/** A failure with another kind, sentence or wait; what the provider answered, and so what it echoes, is left behind. */
export function failAs(
  error: NetworkError,
  change: { kind?: NetworkError['kind']; message: string; retryAfter?: number },
): NetworkError {
  const retryAfter = change.retryAfter ?? error.retryAfter;
  return new NetworkError(change.kind ?? error.kind, change.message, {
    ...(error.status === undefined ? {} : { status: error.status }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

/**
 * A failure of the client as the provider's own: its sentence names the provider and says what to do, and
 * neither it nor its facts hold a query, a key or what the provider sent.
 */
export function toProviderFailure(label: string, error: unknown): unknown {
  if (!(error instanceof NetworkError)) return error;
  const isUnanswered =
    error.status === undefined && ['unavailable', 'timeout'].includes(error.kind);
  if (isUnanswered && hasConnectionCode(error))
    return new UnreachableError('unavailable', `${label} cannot be reached from this machine.`, {
      cause: error.cause,
    });
  return failAs(error, { message: explain(label, error) });
}
