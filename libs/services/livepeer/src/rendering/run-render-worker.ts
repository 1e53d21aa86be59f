import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError, type StepContext } from '@hatchr/contracts';
import { type RenderMessage, type RenderRequest } from './render-request.js';

export interface RenderLimits {
  /** Milliseconds after which the worker is stopped. */
  timeLimitMs: number;
  /** Largest JavaScript heap of the worker in megabytes; Skia's own memory is outside of it. */
  memoryLimitMb: number;
}

export type RenderResult = Extract<RenderMessage, { type: 'done' }>;

/**
 * Renders in a worker thread of its own, so that the event loop of the API stays free, and ends the thread in
 * every case. Throws the signal's AppError or `job.cancelled` on abort, `step.timeout` past the time limit, and
 * `launch_kit.failed` when the worker fails or runs out of memory.
 */
export async function runRenderWorker(
  request: RenderRequest,
  limits: RenderLimits,
  context: Pick<StepContext, 'signal' | 'progress'>,
): Promise<RenderResult> {
  const { signal } = context;
  if (signal.aborted) throw abortError(signal);
  const worker = new Worker(workerFile(), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryLimitMb },
    // Flags of the parent, such as those of a test runner, are not for the worker.
    execArgv: [],
  });
  let stop: (error: AppError) => void = () => undefined;
  const onAbort = (): void => {
    stop(abortError(signal));
  };
  const timer = setTimeout(() => {
    stop(new AppError('step.timeout'));
  }, limits.timeLimitMs);
  try {
    signal.addEventListener('abort', onAbort, { once: true });
    return await new Promise<RenderResult>((resolve, reject) => {
      stop = reject;
      worker.on('message', (message: RenderMessage) => {
        if (message.type === 'done') resolve(message);
        else context.progress(message.fraction, message.substep);
      });
      worker.once('error', (cause) => {
        reject(new AppError('launch_kit.failed', { cause }));
      });
      worker.once('exit', (code) => {
        reject(
          new AppError('launch_kit.failed', {
            cause: new Error(`The renderer exited with ${String(code)}.`),
          }),
        );
      });
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
}

function abortError(signal: AbortSignal): AppError {
  const reason: unknown = signal.reason;
  return reason instanceof AppError ? reason : new AppError('job.cancelled', { cause: reason });
}

/** A thread runs compiled JavaScript only; when this file itself is TypeScript (in tests) the build's is taken. */
function workerFile(): string {
  const own = fileURLToPath(new URL('./render-kit.worker.js', import.meta.url));
  return existsSync(own) ? own : own.replace(/([/\\])src([/\\]rendering[/\\])/u, '$1dist$2');
}
