import type { ModelCall, ModelTask } from '@hatchr/contracts';
import type { z } from 'zod';

/** Something that others wrote, for a model to read: a sentence of the user, the text of a page. Never instructions. */
export interface DataPart {
  /** What it is, in our words: `The founder’s sentence`. */
  label: string;
  text: string;
}

interface Request {
  task: ModelTask;
  /** What it is for, as the live log shows it: `Plan the product`. */
  purpose: string;
  /** Written by us alone; nothing of a user or of the web may stand in it. */
  instructions: string;
  data: DataPart[];
  maxOutputTokens: number;
  /**
   * Ends this call before the step does, where a caller has less time than the step: the request is aborted, no repair
   * follows, and the method throws the AppError that is its reason, or `step.timeout`.
   */
  signal?: AbortSignal | undefined;
}

export type TextRequest = Request;

export interface ObjectRequest<Value> extends Request {
  /** snake_case name of the shape, as providers show it. */
  schemaName: string;
  /** All keys required (`nullable`, not `optional`): strict schemas of providers know no other kind. */
  schema: z.ZodType<Value>;
  /**
   * Further checks of a value of the right shape: problems in words, each with its path, or none. Shape and these are
   * what a repair is told.
   */
  check?: (value: Value) => string[];
  /** Told each answer that is JSON and was turned down, cleaned like any other: for a caller that can keep a part of it. */
  onTurnedDown?: (answer: unknown) => void;
  /** How often a bad answer is sent back with its exact problems; 2 unless given, and never more. */
  repairs?: 0 | 1 | 2;
}

/**
 * The language model of one step of one job: its calls are charged to that job and its owner, shown in its live log, and
 * end when it is cancelled. Each method throws AppErrors: `model.budget_spent` at a cap, `model.answer_invalid` after the
 * last repair, `model.refused`, `provider.*`, and `job.cancelled` when the step is. A caller goes on with the embedded
 * result for every one of them but the last.
 */
export interface StepModel {
  /** Who would serve the task, for `servedBy`. */
  describe(task: ModelTask): { provider: string; model: string };
  object<Value>(request: ObjectRequest<Value>): Promise<Value>;
  text(request: TextRequest): Promise<string>;
  /** The pieces of a text as they come. */
  stream(request: TextRequest): AsyncIterable<string>;
  /** The calls so far, in order. */
  readonly calls: readonly ModelCall[];
}
