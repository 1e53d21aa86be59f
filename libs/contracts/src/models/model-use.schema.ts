import { z } from 'zod';
import { stepKeys } from '../jobs/job.schema.js';
import { modelTasks } from './model-call.schema.js';

/** What calls cost together. */
const modelSumSchema = z.object({
  /** Requests that were sent; answers from the cache are not among them. */
  calls: z.number().int().min(0),
  /** Input and output together, as the provider counted them. */
  tokens: z.number().int().min(0),
  /** Millionths of a US dollar by the configured prices; null where a model has no price configured. */
  microUsd: z.number().int().min(0).nullable(),
});

/** What language models did for a kit and what that cost: together, and for each step that called one. */
export const modelUseSchema = modelSumSchema.extend({
  steps: z.array(
    modelSumSchema.extend({
      step: z.enum(stepKeys),
      /** `OpenAI gpt-5.4-mini`, each once. */
      models: z.array(z.string()),
      /** Answers that were there already and cost nothing. */
      fromCache: z.number().int().min(0),
      milliseconds: z.number().int().min(0),
    }),
  ),
});
export type ModelUse = z.output<typeof modelUseSchema>;

const capSchema = z.object({
  tokens: z.number().int().nullable(),
  microUsd: z.number().int().nullable(),
});

/** Which language model would serve the next kit, what it usually costs and where it ends: shown before generating. */
export const modelOfferSchema = z.object({
  /** As people know it: `OpenAI`. */
  provider: z.string(),
  /** Whose account pays. */
  billedTo: z.enum(['operator', 'user']),
  /** What a whole kit is expected to cost, task by task; `microUsd` is null where the model has no price configured. */
  estimate: z.array(modelSumSchema.extend({ task: z.enum(modelTasks), model: z.string() })),
  /** No kit and no account can cost more than this. */
  caps: z.object({ job: capSchema, userDay: capSchema }),
});
export type ModelOffer = z.output<typeof modelOfferSchema>;
