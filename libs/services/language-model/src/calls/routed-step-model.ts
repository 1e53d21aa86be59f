import { AppError, type ModelCall, type ModelTask } from '@hatchr/contracts';
import { z } from 'zod';
import { readObject, readText, type Reading } from '../answers/read-answer.js';
import type { ModelLedger } from '../ledger/model-ledger.port.js';
import type { JsonSchema } from '../model-client.port.js';
import { boundData, composePrompt, type RejectedAnswer } from '../prompt/compose-prompt.js';
import { hashContent } from '../prompt/hash-content.js';
import type { ObjectRequest, StepModel, TextRequest } from '../step-model.js';
import type { MeteredCalls, Route, Sent } from './metered-calls.js';

/** An answer far beyond what was allowed for is not read, and never sent back for a repair. */
const MAX_CHARACTERS_PER_TOKEN = 16;

/** A request made ready: what is sent each time, and how its answer is read. */
interface Prepared<Value> {
  request: TextRequest;
  schema: { name: string; json: JsonSchema } | null;
  read: (text: string) => Reading<Value>;
  repairs: number;
  onTurnedDown?: ((answer: unknown) => void) | undefined;
}

/** The model of one step: answers from the cache where the same was asked before, and repairs what does not fit. */
export class RoutedStepModel implements StepModel {
  constructor(
    private readonly route: Route,
    private readonly metered: MeteredCalls,
    private readonly ledger: ModelLedger,
  ) {}

  get calls(): readonly ModelCall[] {
    return this.metered.made;
  }

  describe(task: ModelTask): { provider: string; model: string } {
    return { provider: this.route.client.name, model: this.metered.modelOf(task) };
  }

  async object<Value>(request: ObjectRequest<Value>): Promise<Value> {
    const json = z.toJSONSchema(request.schema) as JsonSchema;
    return this.answer({
      request,
      schema: { name: request.schemaName, json },
      read: (text) => readObject(text, request.schema, request.check),
      repairs: Math.min(request.repairs ?? 2, 2),
      onTurnedDown: request.onTurnedDown,
    });
  }

  async text(request: TextRequest): Promise<string> {
    return this.answer({ request, schema: null, read: readText, repairs: 0 });
  }

  async *stream(request: TextRequest): AsyncGenerator<string, void, undefined> {
    const data = boundData(request.data);
    const hash = this.hashOf(request, null);
    const kept = await this.keptAnswer(request, hash, readText);
    if (kept !== null) {
      yield kept;
      return;
    }
    let text = '';
    const sent = { ...composePrompt(request.instructions, data, null), ...limitOf(request) };
    for await (const piece of this.metered.endingWith(request.signal).stream(request, sent)) {
      text += piece;
      yield piece;
    }
    if ('value' in readText(text)) await this.ledger.keepAnswer(hash, text);
  }

  private async answer<Value>(prepared: Prepared<Value>): Promise<Value> {
    const { request, schema, read } = prepared;
    const hash = this.hashOf(request, schema);
    const kept = await this.keptAnswer(request, hash, read);
    if (kept !== null) return kept;
    const { value, text } = await this.repaired(prepared);
    await this.ledger.keepAnswer(hash, text);
    return value;
  }

  /**
   * Asks until an answer fits.
   * @throws AppError model.answer_invalid after the last repair, or as soon as a repair changes nothing
   */
  private async repaired<Value>(
    prepared: Prepared<Value>,
  ): Promise<{ value: Value; text: string }> {
    const { request, schema, read, repairs } = prepared;
    const metered = this.metered.endingWith(request.signal);
    const data = boundData(request.data);
    const limit = limitOf(request);
    let rejected: RejectedAnswer | null = null;
    for (let round = 0; ; round += 1) {
      const sent: Sent = {
        ...composePrompt(request.instructions, data, rejected),
        ...limit,
        ...(schema && { schema }),
      };
      const isTooLong = (text: string): boolean =>
        text.length > limit.maxOutputTokens * MAX_CHARACTERS_PER_TOKEN;
      const { reply, reading } = await metered.complete(request, sent, (text) =>
        isTooLong(text) ? { problems: ['The answer is far too long.'] } : read(text),
      );
      if ('value' in reading) return { value: reading.value, text: reply.text };
      const { problems, answer } = reading;
      if (answer !== undefined) prepared.onTurnedDown?.(answer);
      const isStuck = rejected?.problems.join('\n') === problems.join('\n');
      if (isStuck || round >= repairs || isTooLong(reply.text))
        throw new AppError('model.answer_invalid', { details: { problems } });
      rejected = { text: reply.text, problems };
    }
  }

  /** The kept answer to the same request, where it still fits; null otherwise. */
  private async keptAnswer<Value>(
    { task, purpose }: TextRequest,
    hash: string,
    read: (text: string) => Reading<Value>,
  ): Promise<Value | null> {
    const text = await this.ledger.findAnswer(hash);
    const reading = text === null ? null : read(text);
    if (!reading || !('value' in reading)) return null;
    await this.metered.noteCached({ task, purpose });
    return reading.value;
  }

  private hashOf(request: TextRequest, schema: Prepared<unknown>['schema']): string {
    return hashContent(this.route.provider, {
      ...request,
      model: this.metered.modelOf(request.task),
      data: boundData(request.data),
      schema,
    });
  }
}

function limitOf({ maxOutputTokens }: TextRequest): { maxOutputTokens: number } {
  return { maxOutputTokens };
}
