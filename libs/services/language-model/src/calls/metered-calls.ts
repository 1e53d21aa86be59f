import { AppError, type ModelCall, type ModelUsage, type StepContext } from '@hatchr/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Reading } from '../answers/read-answer.js';
import { budgetSpent } from '../budget/budget-spent.js';
import { microUsdOf, worstCost } from '../budget/cost.js';
import type { LanguageModelConfig, ProviderConfig } from '../language-model.config.js';
import type {
  Amount,
  BilledTo,
  CallOwner,
  ModelLedger,
  Reservation,
} from '../ledger/model-ledger.port.js';
import type { ModelClient, ModelReply, ModelRequest } from '../model-client.port.js';
import { ModelFailure } from '../model-failure.js';
import type { TextRequest } from '../step-model.js';
import { ABANDONED, CACHED, endOf, type Ended } from './call-ending.js';
import { describeCall } from './describe-call.js';

/** Which provider serves a step, and who pays it. */
export interface Route {
  client: ModelClient;
  provider: Omit<ProviderConfig, 'apiKey'>;
  billedTo: BilledTo;
  /** Names the provider and the account, without the key: what a pause holds for. */
  pauseKey: string;
}

/** What is asked, as the record of the call names it. */
export type Asked = Pick<TextRequest, 'task' | 'purpose'>;
/** A request without what every one of its tries has of its own. */
export type Sent = Omit<ModelRequest, 'signal' | 'model'>;

/** A pause of a provider that names no time of its own: doubled with every retry. */
const FIRST_WAIT_MS = 500;

/** Begun: what is known of a call before its answer. */
interface Begun {
  reservation: Reservation;
  worst: Amount;
  at: Date;
}

/**
 * The calls of one step, each of them held against the budgets before it is sent, settled after, retried where its failure
 * may pass, kept waiting while its provider wants a pause, and told in the live log.
 */
export class MeteredCalls {
  private readonly signal: AbortSignal;

  constructor(
    private readonly route: Route,
    private readonly owner: CallOwner,
    private readonly context: StepContext,
    private readonly config: LanguageModelConfig,
    private readonly ledger: ModelLedger,
    readonly made: ModelCall[] = [],
    /** Ends these calls before their step ends. */
    private readonly endsEarly: AbortSignal | null = null,
  ) {
    this.signal = endsEarly ? AbortSignal.any([context.signal, endsEarly]) : context.signal;
  }

  /** The same calls for a request that a caller may end by itself. */
  endingWith(signal: AbortSignal | undefined): MeteredCalls {
    if (!signal) return this;
    const { route, owner, context, config, ledger, made } = this;
    return new MeteredCalls(route, owner, context, config, ledger, made, signal);
  }

  modelOf(task: Asked['task']): string {
    return this.route.provider.models[task];
  }

  /**
   * Sends the request until an answer comes, and reads it.
   * @throws AppError `model.*`, `provider.*`, `job.cancelled`
   */
  async complete<Value>(
    asked: Asked,
    sent: Sent,
    read: (text: string) => Reading<Value>,
  ): Promise<{ reply: ModelReply; reading: Reading<Value> }> {
    return this.retrying(asked, sent, async (request, begun) => {
      const reply = await this.route.client.complete(request);
      const reading = read(reply.text);
      const outcome = 'value' in reading ? 'answered' : 'unusable';
      const errorCode = 'value' in reading ? null : 'model.answer_invalid';
      await this.settle(asked, begun, { usage: reply.usage, outcome, errorCode });
      return { reply, reading };
    });
  }

  /**
   * The pieces of a text as they come; a request is sent again only while nothing has come yet.
   * @throws AppError as `complete` does
   */
  async *stream(asked: Asked, sent: Sent): AsyncGenerator<string, void, undefined> {
    const stop = new AbortController();
    const { iterator, first, begun } = await this.retrying(
      asked,
      sent,
      async (request, newBegun) => {
        const pieces = this.route.client.stream(request)[Symbol.asyncIterator]();
        return { iterator: pieces, first: await pieces.next(), begun: newBegun };
      },
      stop.signal,
    );
    let ended: Ended | null = null;
    try {
      let usage: ModelUsage | null = null;
      for (let next = first; next.done !== true; next = await iterator.next()) {
        if ('reply' in next.value) usage = next.value.reply.usage;
        else yield next.value.text;
      }
      if (!usage) throw new ModelFailure('provider.unavailable', null);
      ended = { usage, outcome: 'answered', errorCode: null };
    } catch (thrown) {
      const error = this.failureOf(thrown);
      ended = { ...endOf(error), isUnsure: error.billed === null };
      throw error;
    } finally {
      // Whoever reads no further wants no further either: nothing more is made or billed.
      stop.abort();
      await this.settle(asked, begun, ended ?? endOf(ABANDONED));
    }
  }

  /** Notes an answer that was there already. */
  async noteCached(asked: Asked): Promise<void> {
    const call = this.recordOf(asked, new Date(), CACHED);
    await this.ledger.note(this.owner, call);
    this.tell(call);
  }

  private async retrying<Result>(
    asked: Asked,
    sent: Sent,
    send: (request: ModelRequest, begun: Begun) => Promise<Result>,
    stop?: AbortSignal,
  ): Promise<Result> {
    const limit = AbortSignal.timeout(this.config.callTimeoutMs);
    const deadline = Date.now() + this.config.callTimeoutMs;
    const signal = AbortSignal.any([this.signal, limit, ...(stop ? [stop] : [])]);
    for (let retries = 0; ; retries += 1) {
      await this.waitForProvider(deadline);
      const begun = await this.begin(asked, sent);
      try {
        return await send({ ...sent, model: this.modelOf(asked.task), signal }, begun);
      } catch (thrown) {
        const error = this.failureOf(thrown);
        await this.settle(asked, begun, endOf(error));
        const wait = await this.waitBeforeRetry(error, retries);
        if (wait === null || Date.now() + wait >= deadline) throw error;
        await this.sleep(wait);
      }
    }
  }

  private async begin(asked: Asked, sent: Sent): Promise<Begun> {
    const stopped = this.stopped();
    if (stopped) throw stopped;
    const worst = worstCost(sent, this.config.prices[this.modelOf(asked.task)]);
    const { owner, config, route } = this;
    const held = await this.ledger.reserve(owner, worst, config.budgets, route.billedTo);
    if ('spent' in held) throw budgetSpent(held.spent);
    return { reservation: held, worst, at: new Date() };
  }

  private async settle(asked: Asked, begun: Begun, ended: Ended): Promise<void> {
    const call = this.recordOf(asked, begun.at, ended);
    const actual = {
      tokens: ended.usage.input + ended.usage.output,
      microUsd: call.microUsd ?? 0,
    };
    await this.ledger.settle(begun.reservation, call, ended.isUnsure ? begun.worst : actual);
    this.tell(call);
  }

  private recordOf({ task, purpose }: Asked, at: Date, ended: Ended): ModelCall {
    const model = this.modelOf(task);
    const { usage, outcome, errorCode } = ended;
    return {
      at: at.toISOString(),
      step: this.owner.step,
      task,
      purpose,
      provider: this.route.client.name,
      model,
      usage,
      microUsd: microUsdOf(usage, this.config.prices[model]),
      milliseconds: Date.now() - at.getTime(),
      outcome,
      errorCode,
    };
  }

  /** Why nothing more may be done: the job was cancelled, or the caller has no more time. */
  private stopped(): AppError | null {
    if (this.context.signal.aborted) return new AppError('job.cancelled');
    if (!this.endsEarly?.aborted) return null;
    const { reason } = this.endsEarly as { reason: unknown };
    return reason instanceof AppError ? reason : new AppError('step.timeout', { cause: reason });
  }

  private tell(call: ModelCall): void {
    this.made.push(call);
    const isGood = call.outcome === 'answered' || call.outcome === 'from_cache';
    this.context.log(isGood ? 'info' : 'warn', describeCall(call), { ...call });
  }

  /** Whatever was thrown, as a failure of this call. An abort that nobody asked for is our own limit of time. */
  private failureOf(thrown: unknown): ModelFailure {
    const billed = thrown instanceof ModelFailure ? thrown.billed : null;
    const stopped = this.stopped();
    if (stopped)
      return new ModelFailure(stopped.code, billed, null, {
        message: stopped.message,
        details: { reason: 'stopped' },
        cause: thrown,
      });
    const error = AppError.from(thrown);
    if (error.code === 'job.cancelled')
      return new ModelFailure('provider.unavailable', billed, null, {
        message: 'The language model did not answer in time, so this part was made without one.',
        details: { reason: 'timeout' },
        cause: thrown,
      });
    return error instanceof ModelFailure
      ? error
      : new ModelFailure(error.code, null, null, { message: error.message, cause: thrown });
  }

  /** Milliseconds until the request is sent again; null where it would fail again or has been sent often enough. */
  private async waitBeforeRetry(error: ModelFailure, retries: number): Promise<number | null> {
    if (error.retryAfterMs !== null)
      await this.ledger.pause(this.route.pauseKey, new Date(Date.now() + error.retryAfterMs));
    const mayPass = error.code === 'provider.unavailable' || error.code === 'provider.rate_limited';
    if (!mayPass || retries >= this.config.retries) return null;
    // A pause is waited for by everybody before the next request, this one too.
    return error.retryAfterMs === null ? FIRST_WAIT_MS * 2 ** retries * (1 + Math.random()) : 0;
  }

  /** Waits while the provider wants to be left alone. @throws AppError provider.rate_limited where that is too long */
  private async waitForProvider(deadline: number): Promise<void> {
    for (;;) {
      const until = await this.ledger.pausedUntil(this.route.pauseKey);
      if (!until) return;
      if (until.getTime() >= deadline)
        throw new AppError('provider.rate_limited', { details: { until: until.toISOString() } });
      await this.sleep(Math.max(20, until.getTime() - Date.now()) * (1 + Math.random() / 10));
    }
  }

  private async sleep(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.signal }).catch(() => {
      throw this.stopped() ?? new AppError('job.cancelled');
    });
  }
}
