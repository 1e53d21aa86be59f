import type { ModelUsage } from '@hatchr/contracts';

/** A schema for a provider: draft 2020-12 as zod writes it; each client makes of it what its wire wants. */
export type JsonSchema = Record<string, unknown>;

/** One request as every provider can take it. Instructions are ours; `data` is what others wrote, already marked as data. */
export interface ModelRequest {
  model: string;
  instructions: string;
  data: string;
  /** The answer is to be JSON of this shape; absent for plain text. */
  schema?: { name: string; json: JsonSchema };
  maxOutputTokens: number;
  signal: AbortSignal;
}

/** What came back, not yet checked: JSON of any shape as text, or text. */
export interface ModelReply {
  text: string;
  usage: ModelUsage;
  /** The provider's name for the request, for its support; null where it gave none. */
  requestId: string | null;
}

/** A piece of a streamed answer; the last one carries the usage. */
export type ModelChunk = { text: string } | { reply: ModelReply };

/**
 * A provider of models. It sends one request and translates whatever goes wrong into an AppError: `model.*` codes where
 * the answer is the trouble, `provider.*` where the service is, `job.cancelled` on abort. A refused or cut answer that was
 * billed throws `ModelFailure`, with its usage.
 */
export interface ModelClient {
  /** As people know it: `OpenAI`. */
  readonly name: string;
  complete(request: ModelRequest): Promise<ModelReply>;
  stream(request: ModelRequest): AsyncIterable<ModelChunk>;
}
