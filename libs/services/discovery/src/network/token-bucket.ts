import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Lets so many calls through at once, and then so many a second. Waiting calls keep their order.
 * Held in one process: with N workers a provider sees N times the rate, so rates leave room for that.
 */
export class TokenBucket {
  private tokens: number;
  private readAt: number;
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly perSecond: number,
    private readonly capacity: number,
    private readonly now: () => number = () => performance.now(),
    private readonly wait: (ms: number, signal?: AbortSignal) => Promise<void> = (ms, signal) =>
      sleep(ms, undefined, signal ? { signal } : {}),
  ) {
    this.tokens = capacity;
    this.readAt = now();
  }

  /** Resolves when the call may go out; rejects with the signal's reason when that comes first. */
  take(signal?: AbortSignal): Promise<void> {
    const turn = this.queue.then(() => this.takeNext(signal));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async takeNext(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.refill();
    if (this.tokens < 1) {
      await this.wait(Math.ceil(((1 - this.tokens) / this.perSecond) * 1000), signal);
      this.refill();
    }
    // A timer may fire a hair early; the debt is paid by the next call.
    this.tokens -= 1;
  }

  private refill(): void {
    const now = this.now();
    this.tokens = Math.min(
      this.capacity,
      this.tokens + ((now - this.readAt) / 1000) * this.perSecond,
    );
    this.readAt = now;
  }
}
