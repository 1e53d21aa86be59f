import { modelTasks, type ModelOffer, type ModelTask } from '@hatchr/contracts';
import type { ModelPrice } from '../language-model.config.js';

/**
 * What a job usually asks of each task, in tokens of all its calls together. They are the sizes of our prompts and of
 * answers that fit them, with one repair in four jobs; they foretell a bill, and hold nothing: caps do that.
 */
const TYPICAL_TOKENS: Record<ModelTask, { calls: number; input: number; output: number }> = {
  plan: { calls: 1, input: 4_000, output: 4_500 },
  extract: { calls: 5, input: 15_000, output: 2_500 },
  copy: { calls: 4, input: 8_000, output: 4_000 },
  code: { calls: 3, input: 9_000, output: 6_000 },
};

/** What a whole job is expected to cost at these models, task by task. */
export function estimateJob(
  models: Record<ModelTask, string>,
  prices: Record<string, ModelPrice>,
): ModelOffer['estimate'] {
  return modelTasks.map((task) => {
    const { calls, input, output } = TYPICAL_TOKENS[task];
    const price = prices[models[task]];
    return {
      task,
      model: models[task],
      calls,
      tokens: input + output,
      microUsd: price ? Math.ceil(input * price.input + output * price.output) : null,
    };
  });
}
