import { bulkhead, type BulkheadPolicy } from 'cockatiel';
import { setTimeout as sleep } from 'node:timers/promises';
import { untilAborted } from './until-aborted.js';

export interface HostLimitOptions {
  /** Pages that are asked for at the same time, over all hosts. */
  concurrency: number;
  now?: () => number;
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

interface HostState {
  /** Ends when the last task of the host has ended. */
  tail: Promise<void>;
  /** When the host may be asked again. */
  freeAt: number;
  waiting: number;
}

/** Asks each host for one page at a time, with a pause in between, and not too many hosts at once. */
export class HostLimit {
  private readonly hosts = new Map<string, HostState>();
  private readonly overall: BulkheadPolicy;
  private readonly now: () => number;
  private readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;

  constructor(options: HostLimitOptions) {
    this.overall = bulkhead(options.concurrency, Number.POSITIVE_INFINITY);
    this.now = options.now ?? (() => performance.now());
    this.wait = options.wait ?? ((ms, signal) => sleep(ms, undefined, { signal }));
  }

  /**
   * Runs the task when its host is free.
   * @param delayMs pause that the host is left after the task
   * @throws the signal's reason when it is aborted before the task began; what the task throws
   */
  async run<Result>(
    host: string,
    delayMs: number,
    task: () => Promise<Result>,
    signal: AbortSignal,
  ): Promise<Result> {
    signal.throwIfAborted();
    const state = this.hosts.get(host) ?? { tail: Promise.resolve(), freeAt: 0, waiting: 0 };
    this.hosts.set(host, state);
    const before = state.tail;
    let finish: () => void = () => undefined;
    const own = new Promise<void>((resolve) => (finish = resolve));
    state.tail = Promise.all([before, own]).then(() => undefined);
    state.waiting += 1;
    const aborted = untilAborted(signal);
    try {
      await Promise.race([before, aborted.promise]);
      const pause = state.freeAt - this.now();
      if (pause > 0) await this.wait(pause, signal);
      return await this.overall.execute(() => {
        signal.throwIfAborted();
        return task().finally(() => {
          state.freeAt = this.now() + delayMs;
        });
      });
    } finally {
      aborted.dispose();
      state.waiting -= 1;
      finish();
      this.forgetIdle();
    }
  }

  /** Keeps the table small: a host that nobody waits for and that is free again needs no row. */
  private forgetIdle(): void {
    const now = this.now();
    for (const [host, { waiting, freeAt }] of this.hosts)
      if (waiting === 0 && freeAt <= now) this.hosts.delete(host);
  }
}
