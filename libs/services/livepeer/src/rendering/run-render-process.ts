import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AppError, type StepContext } from '@hatchr/contracts';
import { type RenderProgress } from './render-request.js';

export interface RenderLimits {
  /** Milliseconds after which the process is ended. */
  timeLimitMs: number;
  /** Largest JavaScript heap of the process in megabytes; Skia's own memory is outside of it. */
  memoryLimitMb: number;
}

/** The end of what a failing renderer says is kept for the operator. */
const COMPLAINT_LENGTH = 2_000;

/**
 * Renders in a process of its own (`entry`, a compiled file of this package, from `dist`), so that the event loop of the API stays free and what Skia and the fonts take is
 * given back (a thread would leave it with the API: 100 MB after a few kits), and ends the process in every case.
 * Throws the signal's AppError or `job.cancelled` on abort, `step.timeout` past the time limit, and
 * `launch_kit.failed` when the process fails or runs out of memory.
 */
export async function runRenderProcess<Done extends { type: 'done' }>(
  entry: string,
  request: object,
  limits: RenderLimits,
  context: Pick<StepContext, 'signal' | 'progress'>,
): Promise<Done> {
  const { signal } = context;
  if (signal.aborted) throw abortError(signal);
  const child = fork(compiledFile(entry), [], {
    // Flags and settings of the parent, secrets among them, are not for the renderer.
    // A renderer of video gives its pictures back itself: the engine would wait too long.
    execArgv: [`--max-old-space-size=${String(limits.memoryLimitMb)}`, '--expose-gc'],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const exited = new Promise<void>((resolve) => child.once('close', resolve));
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString('utf8')).slice(-COMPLAINT_LENGTH);
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
    return await new Promise<Done>((resolve, reject) => {
      stop = reject;
      const fail = (cause: unknown): void => {
        reject(new AppError('launch_kit.failed', { cause }));
      };
      child.on('message', (message: RenderProgress | Done) => {
        if (message.type === 'done') resolve(message);
        else context.progress(message.fraction, message.substep);
      });
      child.once('error', fail);
      child.once('close', (code, ended) => {
        fail(new Error(`The renderer ended with ${String(code ?? ended)}. ${complaint}`));
      });
      child.send(request, (error) => {
        if (error) fail(error);
      });
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    child.kill('SIGKILL');
    await exited;
  }
}

function abortError(signal: AbortSignal): AppError {
  const reason: unknown = signal.reason;
  return reason instanceof AppError ? reason : new AppError('job.cancelled', { cause: reason });
}

/** A process runs compiled JavaScript only, so the build's file is taken even where this one is TypeScript (in tests). */
function compiledFile(entry: string): string {
  return fileURLToPath(new URL(`../../dist/${entry}`, import.meta.url));
}
