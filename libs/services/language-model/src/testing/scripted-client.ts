import { AppError, type ModelUsage } from '@hatchr/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ModelChunk, ModelClient, ModelReply, ModelRequest } from '../model-client.port.js';

export const USAGE: ModelUsage = { input: 300, cached: 100, output: 40, reasoning: 0 };

export type Script = (request: ModelRequest, turn: number) => string | Promise<string>;

/** A provider that answers as a script says, remembers what it was sent, and obeys its signal. */
export class ScriptedClient implements ModelClient {
  readonly name = 'Scripted';
  readonly requests: ModelRequest[] = [];

  constructor(
    private readonly script: Script,
    private readonly usage: ModelUsage = USAGE,
  ) {}

  async complete(request: ModelRequest): Promise<ModelReply> {
    this.requests.push(request);
    const text = await this.script(request, this.requests.length);
    if (request.signal.aborted) throw new AppError('job.cancelled');
    return { text, usage: this.usage, requestId: null };
  }

  async *stream(request: ModelRequest): AsyncGenerator<ModelChunk> {
    const reply = await this.complete(request);
    for (const word of reply.text.split(' ')) {
      yield { text: `${word} ` };
      if (request.signal.aborted) throw new AppError('job.cancelled');
    }
    yield { reply };
  }
}

/** Nothing until the request is aborted. */
export async function never(request: ModelRequest): Promise<string> {
  await sleep(60_000, undefined, { signal: request.signal }).catch(() => undefined);
  throw new AppError('job.cancelled');
}
