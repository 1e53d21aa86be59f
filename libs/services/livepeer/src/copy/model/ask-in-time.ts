import { AppError, type StepContext } from '@hatchr/contracts';
import { type ObjectRequest, type StepModel } from '@hatchr/language-model';

/** What came of asking: a value, or why there is none. */
export type Asked<Value> = { value: Value } | { reason: string };

/**
 * Asks a model and gives its answer, or the public reason why there is none: it failed, refused, had no budget left or
 * did not answer until `deadline`. Throws `job.cancelled` (or the AppError of the context's signal) on abort.
 */
export async function askInTime<Value>(
  model: StepModel,
  request: ObjectRequest<Value>,
  deadline: AbortSignal,
  context: StepContext,
): Promise<Asked<Value>> {
  const late = new Promise<never>((_, reject) => {
    const end = (): void => {
      reject(new AppError('step.timeout'));
    };
    if (deadline.aborted) end();
    else deadline.addEventListener('abort', end, { once: true });
  });
  late.catch(() => undefined);
  try {
    return { value: await Promise.race([model.object({ ...request, signal: deadline }), late]) };
  } catch (error) {
    if (context.signal.aborted) throw cancelled(context.signal);
    if (deadline.aborted)
      return { reason: 'The language model had not answered when its time was up.' };
    if (!(error instanceof AppError) || error.code === 'job.cancelled') throw error;
    return { reason: error.message };
  }
}

function cancelled({ reason }: AbortSignal): AppError {
  return reason instanceof AppError ? reason : new AppError('job.cancelled', { cause: reason });
}
