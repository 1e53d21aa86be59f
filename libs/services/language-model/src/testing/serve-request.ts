import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { anthropicMessages } from './protocols/anthropic-messages.js';
import { asRecord, bearerOf } from './protocols/wire-values.js';
import type {
  Answer,
  Protocol,
  ReceivedRequest,
  Rejection,
  ScriptedReply,
} from './scripted-reply.js';
import type { ModelServerOptions } from './start-model-server.js';

/** A server and what it remembers. */
export interface Serving extends Omit<ModelServerOptions, 'protocol'> {
  protocol: Protocol;
  requests: ReceivedRequest[];
}

/** Takes one request as the provider would: refuses it in the provider's words, or answers as scripted. */
export async function serve(request: IncomingMessage, response: ServerResponse, serving: Serving) {
  const { protocol, requests } = serving;
  const requestId = `req_${randomUUID().replaceAll('-', '')}`;
  response.setHeader(protocol.requestIdHeader, requestId);
  const refuse = (rejection: Rejection) => {
    sendJson(response, rejection.status, protocol.writeError(rejection, requestId));
  };
  if (request.method === 'GET' && request.url?.split('?')[0] === '/v1/models') {
    const rejection = checkKey(request, serving);
    if (rejection) refuse(rejection);
    else sendJson(response, 200, listModels(serving));
    return;
  }
  if (request.method !== 'POST' || request.url !== protocol.path) {
    refuse({ status: 404, type: 'not_found_error', code: null, message: 'Not found' });
    return;
  }
  const body = asRecord(await readJson(request));
  const received: ReceivedRequest = {
    ...protocol.read(body),
    stream: body.stream === true,
    headers: request.headers,
    body,
    isAbandoned: false,
  };
  requests.push(received);
  response.on('close', () => {
    received.isAbandoned = !response.writableFinished;
  });
  const rejection =
    checkKey(received, serving) ?? protocol.refuse(received) ?? checkModel(received, serving);
  if (rejection) refuse(rejection);
  else await answer(received, response, serving, requestId);
}

async function answer(
  received: ReceivedRequest,
  response: ServerResponse,
  { protocol, answer: script }: Serving,
  requestId: string,
) {
  const reply = await script(received);
  if (reply.delayMs) await sleep(reply.delayMs, undefined, { ref: false });
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  const status = reply.status ?? (reply.error ? 500 : 200);
  if (status >= 300) {
    const { type, code, message } = reply.error ?? { type: 'api_error', message: 'scripted' };
    const rejection = { status, type, code: code ?? null, message };
    sendJson(response, status, protocol.writeError(rejection, requestId));
    return;
  }
  const worded = toAnswer(received, reply);
  if (received.stream) {
    response.setHeader('content-type', 'text/event-stream');
    await send(response, protocol.stream(worded, received.body), reply);
  } else {
    response.setHeader('content-type', 'application/json');
    await send(response, [JSON.stringify(protocol.write(worded))], reply);
  }
}

/** Four characters to a token: enough for a server that nobody pays. */
const countTokens = (text: string) => Math.ceil(text.length / 4);

function toAnswer(received: ReceivedRequest, reply: ScriptedReply): Answer {
  const text = reply.json === undefined ? (reply.text ?? '') : JSON.stringify(reply.json);
  return {
    id: randomUUID().replaceAll('-', ''),
    model: received.model,
    text,
    refusal: reply.refusal ?? null,
    incomplete: reply.incomplete ?? null,
    streamError: reply.streamError ?? null,
    usage: {
      input: countTokens(received.instructions + received.data),
      cached: 0,
      output: countTokens(reply.refusal ?? text),
      reasoning: 0,
      ...reply.usage,
    },
  };
}

async function send(response: ServerResponse, frames: string[], reply: ScriptedReply) {
  let left = reply.cutAfterBytes ?? Number.POSITIVE_INFINITY;
  for (const frame of frames) {
    const bytes = Buffer.from(frame);
    if (response.destroyed) return;
    await write(response, bytes.subarray(0, left));
    left -= bytes.length;
    if (left <= 0) {
      response.destroy();
      return;
    }
    if (reply.chunkDelayMs) await sleep(reply.chunkDelayMs, undefined, { ref: false });
  }
  response.end();
}

/** Done once the bytes have left, or the client has. */
const write = (response: ServerResponse, bytes: Buffer) =>
  new Promise<void>((resolve) => {
    response.write(bytes, () => {
      resolve();
    });
  });

function checkKey(
  { headers }: Pick<ReceivedRequest, 'headers'>,
  { apiKey, protocol }: Serving,
): Rejection | null {
  if (apiKey === undefined || bearerOf(headers) === apiKey) return null;
  if (bearerOf(headers) === null && protocol.isKeyRequired) return null;
  return {
    status: 401,
    type: protocol === anthropicMessages ? 'authentication_error' : 'invalid_request_error',
    code: protocol === anthropicMessages ? null : 'invalid_api_key',
    message: 'Incorrect API key provided.',
  };
}

function checkModel({ model }: ReceivedRequest, { models, protocol }: Serving): Rejection | null {
  if (models === undefined || models.includes(model)) return null;
  return protocol === anthropicMessages
    ? { status: 404, type: 'not_found_error', code: null, message: `model: ${model}` }
    : {
        status: 404,
        type: 'invalid_request_error',
        code: 'model_not_found',
        message: `The model '${model}' does not exist or you do not have access to it.`,
      };
}

const listModels = ({ models = [], protocol }: Serving) =>
  protocol === anthropicMessages
    ? {
        data: models.map((id) => ({ type: 'model', id, display_name: id })),
        has_more: false,
        first_id: models[0] ?? null,
        last_id: models.at(-1) ?? null,
      }
    : {
        object: 'list',
        data: models.map((id) => ({
          id,
          object: 'model',
          created: 1_790_000_000,
          owned_by: 'test',
        })),
      };

function sendJson(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
}
