import { TRPCClientError } from '@trpc/client';

/** What a page shows of a failure: a stable code, and a sentence that says what to do next. */
export interface ShownError {
  kind: string;
  code: string;
  message: string;
}

const unreachable: ShownError = {
  kind: 'upstream_unavailable',
  code: 'client.unreachable',
  message:
    'Hatchr does not answer. Check that it is running and that you are online, then try again. Nothing you entered is lost.',
};

const isShownError = (value: unknown): value is ShownError =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  typeof value.kind === 'string' &&
  'code' in value &&
  typeof value.code === 'string' &&
  'message' in value &&
  typeof value.message === 'string';

/** The public error inside any failure of a call; a failure without an answer is shown as "does not answer". */
export function toShownError(error: unknown): ShownError {
  if (error instanceof TRPCClientError) {
    const data: unknown = error.data;
    const appError =
      typeof data === 'object' && data !== null && 'appError' in data ? data.appError : null;
    if (isShownError(appError)) return appError;
  }
  return unreachable;
}

const passingKinds = new Set(['upstream_unavailable', 'timeout', 'internal']);

/** Whether asking again by itself may help: outages pass, refusals stay. */
export function isPassing(error: unknown): boolean {
  return passingKinds.has(toShownError(error).kind);
}
