import {
  discoveryResultSchema,
  launchKitSchema,
  productScreenshotsSchema,
  productSpecSchema,
  proofSchema,
  servedBySchema,
  verificationReportSchema,
  type StepContext,
  type StepKey,
} from '@hatchr/contracts';
import type { StepModel } from '@hatchr/language-model';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

/** What each step leaves for those after it and for the project; stored as JSON, checked on the way in and out. */
export const stepOutputSchemas = {
  discovery: discoveryResultSchema,
  mvp: z.object({
    spec: productSpecSchema,
    stack: z.array(z.object({ name: z.string(), version: z.string() })),
    verification: verificationReportSchema,
    // A job may have begun before the update that brought them.
    screenshots: productScreenshotsSchema.default({
      images: [],
      reason: 'The app of this kit was made before there were screenshots.',
    }),
    servedBy: servedBySchema,
  }),
  marketing: launchKitSchema,
  packaging: z.object({
    manifestDigest: z.string(),
    zipPath: z.string(),
    servedBy: servedBySchema,
  }),
  identity: proofSchema,
} satisfies Record<StepKey, z.ZodType>;

export type StepOutputs = { [Key in StepKey]: z.output<(typeof stepOutputSchemas)[Key]> };

/** Outputs of the steps before this one. */
export type EarlierOutputs = Partial<StepOutputs>;

export interface StepInput {
  jobId: string;
  prompt: string;
  /** The owner's specification as it was stored; null where one is to be planned. */
  givenSpec: unknown;
  earlier: EarlierOutputs;
  /** The language model of this step of this job; null where none is configured. */
  model: StepModel | null;
}

export interface StepResult<Key extends StepKey> {
  output: StepOutputs[Key];
  /** Rows that belong to the same transaction as the output. */
  alsoWrites?: (manager: EntityManager) => Promise<void>;
}

/** One memoised unit of a job. It may be run again after a crash, so it leaves nothing that a second run would trip over. */
export abstract class PipelineStep<Key extends StepKey = StepKey> {
  abstract readonly key: Key;
  /** After this a run is stopped and counts as a `step.timeout`. */
  abstract readonly timeLimitMs: number;
  /** Runs that may fail by themselves before the job does; crashes of the process are counted apart. */
  abstract readonly maxAttempts: number;
  abstract run(input: StepInput, context: StepContext): Promise<StepResult<Key>>;
}

/** The output of a step that must have run already; the pipeline's order guarantees it. */
export function need<Key extends StepKey>(earlier: EarlierOutputs, key: Key): StepOutputs[Key] {
  const output = earlier[key];
  if (output === undefined) throw new Error(`step ${key} has no output yet`);
  return output;
}
