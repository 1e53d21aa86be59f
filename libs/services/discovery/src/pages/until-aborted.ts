/**
 * A promise that rejects with the signal's reason when it is aborted, for `Promise.race`. Dispose of it when the
 * race is over: signals of a whole job outlive many races, and would keep every listener.
 */
export function untilAborted(signal: AbortSignal): {
  promise: Promise<never>;
  dispose: () => void;
} {
  let onAbort: () => void = () => undefined;
  const promise = new Promise<never>((_, reject) => {
    onAbort = () => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  // It may reject when nobody waits for it any more.
  promise.catch(() => undefined);
  return {
    promise,
    dispose: () => {
      signal.removeEventListener('abort', onAbort);
    },
  };
}
