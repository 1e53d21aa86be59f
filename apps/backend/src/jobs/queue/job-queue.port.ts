/** Runs SQL inside a transaction of ours, so that a queue on the same database can take part in it. */
export interface SqlTransaction {
  query(sql: string, parameters?: unknown[]): Promise<unknown[]>;
}

export interface QueueDelivery {
  jobId: string;
  /** Aborted when the queue has given the delivery to someone else. */
  signal: AbortSignal;
}

export interface QueueState {
  engine: string;
  waiting: number;
  active: number;
  /** Processes that this queue has heard of lately. */
  workers: { name: string; host: string; isLive: boolean; startedAt: string; lastSeenAt: string }[];
}

/**
 * Brings the ids of jobs to workers, at least once. It knows nothing of steps, progress or cancelling: those
 * live in our own tables, so that they mean the same under every engine.
 */
export abstract class JobQueue {
  abstract start(): Promise<void>;
  /** Takes part in `transaction` where the engine shares the database. */
  abstract enqueue(jobId: string, transaction: SqlTransaction): Promise<void>;
  /** `handle` throws to be called again later, with growing pauses. */
  abstract work(
    handle: (delivery: QueueDelivery) => Promise<void>,
    concurrency: number,
  ): Promise<void>;
  abstract state(): Promise<QueueState>;
  /** Takes no more deliveries; does not wait for those under way. */
  abstract stopTaking(): Promise<void>;
  abstract stop(): Promise<void>;
}
