import type { ModelUsage } from '@hatchr/contracts';
import type { IncomingHttpHeaders } from 'node:http';
import type { JsonSchema } from '../model-client.port.js';

/** A request as the server understood it, whatever its protocol. */
export interface ReceivedRequest {
  model: string;
  instructions: string;
  data: string;
  /** Of the shape that was asked for; null where the protocol carries none or none was asked for. */
  schemaName: string | null;
  schema: JsonSchema | null;
  stream: boolean;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
  /** Whether the connection was gone before the answer was whole: the client hung up, or the script said so. */
  isAbandoned: boolean;
}

/** What the provider would do. `json` and `text` are what the model writes; the rest is how it goes wrong. */
export interface ScriptedReply {
  json?: unknown;
  text?: string;
  /** 200 unless `error` is given, which is 500 then. */
  status?: number;
  error?: { type: string; code?: string | null; message: string };
  headers?: Record<string, string>;
  /** Before the first byte. */
  delayMs?: number;
  /** Between the pieces of a stream. */
  chunkDelayMs?: number;
  /** The connection breaks after so many bytes of the body. */
  cutAfterBytes?: number;
  /** The model declines, in these words. */
  refusal?: string;
  /** The answer ends early, for this reason. */
  incomplete?: 'max_output_tokens' | 'content_filter';
  /** A failure in the middle of a stream, told as an event after half of the text. */
  streamError?: { type: string; code?: string; message: string };
  /** Counted from the lengths unless given. */
  usage?: Partial<ModelUsage>;
}

/** An answer that a protocol puts into its own words. */
export interface Answer {
  id: string;
  model: string;
  text: string;
  refusal: string | null;
  incomplete: 'max_output_tokens' | 'content_filter' | null;
  streamError: { type: string; code?: string; message: string } | null;
  usage: ModelUsage;
}

/** What a provider says instead of an answer. */
export interface Rejection {
  status: number;
  type: string;
  code: string | null;
  message: string;
  param?: string;
}

/** How one provider speaks: what it takes, what it refuses, and how it words answers and errors. */
export interface Protocol {
  path: string;
  /** Of the version prefix, as the client's base URL wants it. */
  basePath: string;
  requestIdHeader: string;
  isKeyRequired: boolean;
  /** Why the provider would not take the request; null where it would. */
  refuse(request: Pick<ReceivedRequest, 'headers' | 'body'>): Rejection | null;
  read(
    body: Record<string, unknown>,
  ): Omit<ReceivedRequest, 'headers' | 'body' | 'stream' | 'isAbandoned'>;
  write(answer: Answer): unknown;
  /** Frames of server-sent events. */
  stream(answer: Answer, body: Record<string, unknown>): string[];
  writeError(rejection: Rejection, requestId: string): unknown;
}
