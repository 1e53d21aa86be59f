import { findSchemaProblem } from '../strict-schema-rules.js';
import type { Answer, Protocol, Rejection } from '../scripted-reply.js';
import { asRecord, piecesOf, textOf } from './wire-values.js';

const badRequest = (message: string, code: string | null = null): Rejection => ({
  status: 400,
  type: 'invalid_request_error',
  code,
  message,
});

/** `POST /v1/chat/completions`, as OpenAI-compatible servers speak it, JSON and server-sent events. */
export const chatCompletions: Protocol = {
  path: '/v1/chat/completions',
  basePath: '/v1',
  requestIdHeader: 'x-request-id',
  isKeyRequired: false,
  refuse({ body }) {
    if (typeof body.model !== 'string') return badRequest('you must provide a model');
    if (!Array.isArray(body.messages) || body.messages.length === 0)
      return badRequest('messages must not be empty');
    const format = asRecord(body.response_format);
    if (format.type === 'json_object' && !textOf(body.messages).includes('JSON'))
      return badRequest("'messages' must contain the word 'json' in some form");
    if (format.type !== 'json_schema') return null;
    const { name, schema, strict } = asRecord(format.json_schema);
    const problem = strict === true ? findSchemaProblem(schema, 'openai') : null;
    return problem
      ? badRequest(
          `Invalid schema for response_format '${textOf(name)}': ${problem}.`,
          'invalid_json_schema',
        )
      : null;
  },
  read(body) {
    const messages = Array.isArray(body.messages) ? body.messages.map(asRecord) : [];
    const said = (role: string) => textOf(messages.filter((message) => message.role === role));
    const { name, schema } = asRecord(asRecord(body.response_format).json_schema);
    return {
      model: textOf(body.model),
      instructions: said('system'),
      data: said('user'),
      schemaName: schema === undefined ? null : textOf(name),
      schema: schema === undefined ? null : asRecord(schema),
    };
  },
  write: (answer) => ({
    ...headOf(answer, 'chat.completion'),
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: answer.refusal === null ? answer.text : null,
          refusal: answer.refusal,
        },
        logprobs: null,
        finish_reason: finishReasonOf(answer),
      },
    ],
    usage: usageOf(answer),
  }),
  stream: writeEvents,
  writeError: ({ type, code, message, param }) => ({
    error: { message, type, param: param ?? null, code },
  }),
};

const headOf = ({ id, model }: Answer, object: string) => ({
  id: `chatcmpl-${id}`,
  object,
  created: 1_790_000_000,
  model,
});

const finishReasonOf = ({ incomplete }: Answer) =>
  incomplete === 'max_output_tokens' ? 'length' : (incomplete ?? 'stop');

const usageOf = ({ usage }: Answer) => ({
  prompt_tokens: usage.input,
  completion_tokens: usage.output,
  total_tokens: usage.input + usage.output,
  prompt_tokens_details: { cached_tokens: usage.cached },
  completion_tokens_details: { reasoning_tokens: usage.reasoning },
});

function writeEvents(answer: Answer, body: Record<string, unknown>): string[] {
  const chunk = (delta: object, finish: string | null = null) => ({
    ...headOf(answer, 'chat.completion.chunk'),
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  });
  const key = answer.refusal === null ? 'content' : 'refusal';
  const deltas = piecesOf(answer.refusal ?? answer.text).map((text) => chunk({ [key]: text }));
  const opening = chunk({ role: 'assistant', content: '' });
  if (answer.streamError)
    return frames([opening, ...deltas.slice(0, deltas.length / 2), { error: answer.streamError }]);
  const isUsageWanted = asRecord(body.stream_options).include_usage === true;
  return [
    ...frames([
      opening,
      ...deltas,
      chunk({}, finishReasonOf(answer)),
      ...(isUsageWanted
        ? [{ ...headOf(answer, 'chat.completion.chunk'), choices: [], usage: usageOf(answer) }]
        : []),
    ]),
    'data: [DONE]\n\n',
  ];
}

const frames = (events: object[]) => events.map((event) => `data: ${JSON.stringify(event)}\n\n`);
