import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ModelProvider } from '../language-model.config.js';
import { anthropicMessages } from './protocols/anthropic-messages.js';
import { chatCompletions } from './protocols/chat-completions.js';
import { openaiResponses } from './protocols/openai-responses.js';
import type { Protocol, ReceivedRequest, ScriptedReply } from './scripted-reply.js';
import { serve } from './serve-request.js';

const protocols: Record<ModelProvider, Protocol> = {
  openai: openaiResponses,
  openai_compatible: chatCompletions,
  anthropic: anthropicMessages,
};

export interface ModelServerOptions {
  protocol: ModelProvider;
  answer: (request: ReceivedRequest) => ScriptedReply | Promise<ScriptedReply>;
  /** The only key that is good; any is unless given. */
  apiKey?: string;
  /** The only models that are offered; any is unless given. */
  models?: string[];
}

export interface ModelServer {
  /** As the clients want it: with `/v1` where their SDK does not add it. */
  baseUrl: string;
  protocol: ModelProvider;
  /** Those that a model answered or was about to, and those that were refused before, in order. */
  requests: ReceivedRequest[];
  /** Throws what `answer` threw: its caller alone would take it for a broken line. */
  close(): Promise<void>;
}

/**
 * A provider of models on this machine, as faithful as the real one: it checks key, model, parameters and strict schema
 * before it answers as scripted, in JSON or as server-sent events, and words its errors as the provider does.
 */
export async function startModelServer(options: ModelServerOptions): Promise<ModelServer> {
  const protocol = protocols[options.protocol];
  const requests: ReceivedRequest[] = [];
  const mistakes: Error[] = [];
  const server = createServer((request, response) => {
    serve(request, response, { ...options, protocol, requests }).catch((error: unknown) => {
      mistakes.push(error instanceof Error ? error : new Error(String(error)));
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}${protocol.basePath}`,
    protocol: options.protocol,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (mistakes[0]) throw mistakes[0];
    },
  };
}
