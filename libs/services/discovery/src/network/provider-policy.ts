import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
  type IRetryBackoffContext,
} from 'cockatiel';
import { NetworkError } from './network.errors.js';
import { TokenBucket } from './token-bucket.js';

export interface ProviderPolicyOptions {
  /** Name of the provider, for messages. */
  name: string;
  /** For everything: waiting for the rate limit, all attempts, and the pauses between them. */
  timeoutMs: number;
  /** Attempts after the first. */
  retries?: number;
  /** Pause before the second attempt; it doubles from there, with up to a half added by chance. */
  firstPauseMs?: number;
  /** A longer Retry-After than this is not waited for: the call fails with it. */
  maxRetryAfterSeconds?: number;
  rate?: { perSecond: number; burst: number };
  /** Failures in a row that open the circuit, and how long it stays open. */
  breaker?: { failures: number; openMs: number };
}

const isTransient = (error: unknown): boolean => error instanceof NetworkError && error.isTransient;

/**
 * How one provider is asked: a time limit, a rate limit, retries with growing pauses that honour Retry-After,
 * and a circuit breaker. Keep one for each provider, because breaker and bucket remember.
 */
export class ProviderPolicy {
  private readonly policy;
  private readonly bucket: TokenBucket | null;

  constructor(private readonly options: ProviderPolicyOptions) {
    const { rate, breaker = { failures: 5, openMs: 30_000 }, timeoutMs, retries = 2 } = options;
    this.bucket = rate ? new TokenBucket(rate.perSecond, rate.burst) : null;
    this.policy = wrap(
      timeout(timeoutMs, TimeoutStrategy.Aggressive),
      // A pause that was given up must not keep a process alive; the time limit ends it either way.
      retry(
        handleWhen((error) => isTransient(error) && !this.isTooLongToWait(error)),
        {
          maxAttempts: retries,
          backoff: new DelegateBackoff((context: IRetryBackoffContext<unknown>) =>
            this.pauseBefore(context),
          ),
        },
      ).dangerouslyUnref(),
      circuitBreaker(handleWhen(isTransient), {
        breaker: new ConsecutiveBreaker(breaker.failures),
        halfOpenAfter: breaker.openMs,
      }),
    );
  }

  /**
   * Runs one call of the provider, perhaps several times. Give the signal on to the request.
   * @throws NetworkError what the last attempt threw; `unavailable` while the circuit is open, `timeout` when the
   *   time is up, `cancelled` for the caller's signal
   */
  async execute<Result>(
    call: (signal: AbortSignal) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    try {
      signal?.throwIfAborted();
      return await this.policy.execute(async (context) => {
        context.signal.throwIfAborted();
        await this.bucket?.take(context.signal);
        return call(context.signal);
      }, signal);
    } catch (error) {
      throw this.translate(error, signal);
    }
  }

  private isTooLongToWait(error: unknown): boolean {
    const { maxRetryAfterSeconds = 5 } = this.options;
    return error instanceof NetworkError && (error.retryAfter ?? 0) > maxRetryAfterSeconds;
  }

  private pauseBefore({ attempt, result }: IRetryBackoffContext<unknown>): number {
    const error = 'error' in result ? result.error : undefined;
    const asked = error instanceof NetworkError ? error.retryAfter : undefined;
    if (asked !== undefined) return asked * 1000;
    const pause = (this.options.firstPauseMs ?? 250) * 2 ** (attempt - 1);
    return pause * (1 + Math.random() / 2);
  }

  private translate(error: unknown, signal?: AbortSignal): unknown {
    const { name } = this.options;
    if (signal?.aborted)
      return new NetworkError('cancelled', `${name} was not asked to the end.`, { cause: error });
    if (error instanceof TaskCancelledError)
      return new NetworkError('timeout', `${name} did not answer in time.`, { cause: error });
    if (error instanceof BrokenCircuitError)
      return new NetworkError(
        'unavailable',
        `${name} failed too often and is left alone for now.`,
        {
          cause: error,
        },
      );
    return error;
  }
}
