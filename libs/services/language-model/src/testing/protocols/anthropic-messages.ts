import { findSchemaProblem } from '../strict-schema-rules.js';
import type { Answer, Protocol, Rejection } from '../scripted-reply.js';
import { asRecord, bearerOf, piecesOf, textOf, type WireEvent } from './wire-values.js';

/** Since this version keys come as a bearer, and sampling is the model's own affair. */
const VERSION = '2026-10-21';

const badRequest = (message: string): Rejection => ({
  status: 400,
  type: 'invalid_request_error',
  code: null,
  message,
});

/** `POST /v1/messages` of Anthropic, JSON and server-sent events. */
export const anthropicMessages: Protocol = {
  path: '/v1/messages',
  basePath: '',
  requestIdHeader: 'request-id',
  isKeyRequired: true,
  refuse({ headers, body }) {
    if (!bearerOf(headers) || headers['x-api-key'] !== undefined)
      return {
        status: 401,
        type: 'authentication_error',
        code: null,
        message: 'authorization: Bearer is required',
      };
    if (headers['anthropic-version'] !== VERSION)
      return badRequest('anthropic-version: not a version that this server speaks');
    const sampling = ['temperature', 'top_p', 'top_k'].find((key) => key in body);
    if (sampling) return badRequest(`${sampling}: Extra inputs are not permitted`);
    if (typeof body.model !== 'string') return badRequest('model: Field required');
    if (!Number.isInteger(body.max_tokens)) return badRequest('max_tokens: Field required');
    if (!Array.isArray(body.messages) || !textOf(body.messages))
      return badRequest('messages: at least one message is required, and none may be empty');
    const format = asRecord(asRecord(body.output_config).format);
    if (format.type === undefined) return null;
    const problem = findSchemaProblem(format.schema, 'anthropic');
    return problem ? badRequest(`output_config.format.schema: ${problem}`) : null;
  },
  read(body) {
    const format = asRecord(asRecord(body.output_config).format);
    return {
      model: textOf(body.model),
      instructions: textOf(body.system),
      data: textOf(body.messages),
      schemaName: null,
      schema: format.type === 'json_schema' ? asRecord(format.schema) : null,
    };
  },
  write: (answer) => messageOf(answer, true),
  stream: writeEvents,
  writeError: ({ type, message }, requestId) => ({
    type: 'error',
    error: { type, message, details: null },
    request_id: requestId,
  }),
};

function stopReasonOf({ refusal, incomplete }: Answer): string {
  if (refusal !== null || incomplete === 'content_filter') return 'refusal';
  return incomplete === 'max_output_tokens' ? 'max_tokens' : 'end_turn';
}

function messageOf(answer: Answer, isDone: boolean): Record<string, unknown> {
  const text = answer.refusal ?? answer.text;
  return {
    id: `msg_${answer.id}`,
    type: 'message',
    role: 'assistant',
    model: answer.model,
    content: isDone && text ? [{ type: 'text', text, citations: null }] : [],
    stop_reason: isDone ? stopReasonOf(answer) : null,
    stop_sequence: null,
    stop_details: null,
    usage: usageOf(answer, isDone ? answer.usage.output : 1),
  };
}

/** The provider counts what came from its cache apart from the other input. */
const usageOf = ({ usage }: Answer, output: number) => ({
  input_tokens: usage.input - usage.cached,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: usage.cached,
  output_tokens: output,
  output_tokens_details: { thinking_tokens: usage.reasoning },
  service_tier: 'standard',
});

function writeEvents(answer: Answer): string[] {
  const pieces = piecesOf(answer.refusal ?? answer.text);
  const deltas = pieces.map((text) => ({
    type: 'content_block_delta',
    index: 0,
    delta: { type: 'text_delta', text },
  }));
  const opening = [
    { type: 'message_start', message: messageOf(answer, false) },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'ping' },
  ];
  if (answer.streamError) {
    const { type, message } = answer.streamError;
    const error = { type: 'error', error: { type, message } };
    return frames([...opening, ...deltas.slice(0, deltas.length / 2), error]);
  }
  return frames([
    ...opening,
    ...deltas,
    { type: 'content_block_stop', index: 0 },
    {
      type: 'message_delta',
      delta: { stop_reason: stopReasonOf(answer), stop_sequence: null },
      usage: usageOf(answer, answer.usage.output),
    },
    { type: 'message_stop' },
  ]);
}

const frames = (events: WireEvent[]) =>
  events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
