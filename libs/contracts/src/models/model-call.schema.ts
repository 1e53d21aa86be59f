import { z } from 'zod';
import { stepKeys } from '../jobs/job.schema.js';

/** What a model is asked for; each task may have a model of its own, cheaper where that serves. */
export const modelTasks = ['plan', 'extract', 'copy', 'code'] as const;
export type ModelTask = (typeof modelTasks)[number];

/** Tokens as the provider counted them. `cached` is the part of `input`, `reasoning` the part of `output`. */
export const modelUsageSchema = z.object({
  input: z.number().int().min(0),
  cached: z.number().int().min(0),
  output: z.number().int().min(0),
  reasoning: z.number().int().min(0),
});
export type ModelUsage = z.output<typeof modelUsageSchema>;

export const modelCallOutcomes = [
  'answered',
  /** Answered before for the same request: nothing was sent and nothing is billed. */
  'from_cache',
  /** An answer came, and was not what was asked for. It is billed all the same. */
  'unusable',
  'failed',
  'cancelled',
] as const;

/** One call of a model, as the live log, the launch page and `docs/decisions.md` show it. */
export const modelCallSchema = z.object({
  at: z.string(),
  step: z.enum(stepKeys),
  task: z.enum(modelTasks),
  /** In words: `Plan the product`. */
  purpose: z.string(),
  /** As people know it: `OpenAI`. */
  provider: z.string(),
  model: z.string(),
  usage: modelUsageSchema,
  /** Millionths of a US dollar by the configured prices; null where the model has no price configured. */
  microUsd: z.number().int().min(0).nullable(),
  milliseconds: z.number().int().min(0),
  outcome: z.enum(modelCallOutcomes),
  /** The stable code of what went wrong; null where nothing did. */
  errorCode: z.string().nullable(),
});
export type ModelCall = z.output<typeof modelCallSchema>;

/** Who decided a part of the kit, and why it was them. */
export const decisionSchema = z.object({
  /** What was decided: `Entities and fields`. */
  subject: z.string(),
  by: z.enum(['model', 'embedded', 'owner']),
  /** The model that decided; null unless one did. */
  model: z.string().nullable(),
  /** What was kept and what was turned down, and why. */
  reason: z.string(),
});
export type Decision = z.output<typeof decisionSchema>;
