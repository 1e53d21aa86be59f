import { findSchemaProblem } from '../strict-schema-rules.js';
import type { Answer, Protocol, Rejection } from '../scripted-reply.js';
import { asRecord, bearerOf, piecesOf, textOf, type WireEvent } from './wire-values.js';

const badRequest = (message: string, param: string, code: string | null = null): Rejection => ({
  status: 400,
  type: 'invalid_request_error',
  code,
  message,
  param,
});

/** `POST /v1/responses` of OpenAI, JSON and server-sent events. */
export const openaiResponses: Protocol = {
  path: '/v1/responses',
  basePath: '/v1',
  requestIdHeader: 'x-request-id',
  isKeyRequired: true,
  refuse({ headers, body }) {
    if (!bearerOf(headers))
      return {
        status: 401,
        type: 'invalid_request_error',
        code: null,
        message: "You didn't provide an API key.",
      };
    if (typeof body.model !== 'string') return badRequest('you must provide a model', 'model');
    if (!textOf(body.input)) return badRequest("Missing required parameter: 'input'.", 'input');
    const format = asRecord(asRecord(body.text).format);
    if (format.type !== 'json_schema') return null;
    if (!/^[\w-]{1,64}$/.test(textOf(format.name)))
      return badRequest("Invalid 'text.format.name'.", 'text.format.name');
    const problem = format.strict === true ? findSchemaProblem(format.schema, 'openai') : null;
    return problem
      ? badRequest(
          `Invalid schema for response_format '${textOf(format.name)}': ${problem}.`,
          'text.format.schema',
          'invalid_json_schema',
        )
      : null;
  },
  read(body) {
    const format = asRecord(asRecord(body.text).format);
    const isSchema = format.type === 'json_schema';
    return {
      model: textOf(body.model),
      instructions: textOf(body.instructions),
      data: textOf(body.input),
      schemaName: isSchema ? textOf(format.name) : null,
      schema: isSchema ? asRecord(format.schema) : null,
    };
  },
  write: (answer) => responseOf(answer),
  stream: writeEvents,
  writeError: ({ type, code, message, param }) => ({
    error: { message, type, param: param ?? null, code },
  }),
};

function responseOf(answer: Answer, isDone = true): Record<string, unknown> {
  const { id, model, incomplete, usage } = answer;
  const status = isDone ? (incomplete ? 'incomplete' : 'completed') : 'in_progress';
  return {
    id: `resp_${id}`,
    object: 'response',
    created_at: 1_790_000_000,
    status,
    error: null,
    incomplete_details: isDone && incomplete ? { reason: incomplete } : null,
    model,
    output: isDone ? [messageOf(answer, status)] : [],
    store: false,
    usage: isDone
      ? {
          input_tokens: usage.input,
          input_tokens_details: { cached_tokens: usage.cached, cache_write_tokens: 0 },
          output_tokens: usage.output,
          output_tokens_details: { reasoning_tokens: usage.reasoning },
          total_tokens: usage.input + usage.output,
        }
      : null,
  };
}

const messageOf = (answer: Answer, status: string) => ({
  id: `msg_${answer.id}`,
  type: 'message',
  role: 'assistant',
  status,
  content: [partOf(answer, answer.text)],
});

const partOf = ({ refusal }: Answer, text: string) =>
  refusal === null
    ? { type: 'output_text', text, annotations: [], logprobs: [] }
    : { type: 'refusal', refusal };

function writeEvents(answer: Answer): string[] {
  const isRefusal = answer.refusal !== null;
  const kind = isRefusal ? 'refusal' : 'output_text';
  const whole = answer.refusal ?? answer.text;
  const place = { item_id: `msg_${answer.id}`, output_index: 0, content_index: 0 };
  const deltas = piecesOf(whole).map((delta) => ({
    type: `response.${kind}.delta`,
    ...place,
    delta,
  }));
  const opening = [
    { type: 'response.created', response: responseOf(answer, false) },
    { type: 'response.in_progress', response: responseOf(answer, false) },
    {
      type: 'response.output_item.added',
      output_index: 0,
      item: { ...messageOf(answer, 'in_progress'), content: [] },
    },
    { type: 'response.content_part.added', ...place, part: partOf(answer, '') },
  ];
  if (answer.streamError) {
    const { code, message, type } = answer.streamError;
    const error = { type: 'error', code: code ?? type, message, param: null };
    return number([...opening, ...deltas.slice(0, deltas.length / 2), error]);
  }
  const status = answer.incomplete ? 'incomplete' : 'completed';
  return number([
    ...opening,
    ...deltas,
    { type: `response.${kind}.done`, ...place, [isRefusal ? 'refusal' : 'text']: whole },
    { type: 'response.content_part.done', ...place, part: partOf(answer, whole) },
    { type: 'response.output_item.done', output_index: 0, item: messageOf(answer, status) },
    { type: `response.${status}`, response: responseOf(answer) },
  ]);
}

const number = (events: WireEvent[]) =>
  events.map((event, index) => {
    const data = JSON.stringify({ ...event, sequence_number: index });
    return `event: ${event.type}\ndata: ${data}\n\n`;
  });
