import { Injectable, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import {
  JobQueue,
  type QueueDelivery,
  type QueueState,
  type SqlTransaction,
} from './job-queue.port.js';

const QUEUE = 'generation';

/**
 * pg-boss's minimum, and the time after which a worker that died is noticed. Lower would be better for the
 * person who waits; the engine does not allow it.
 */
const HEARTBEAT_SECONDS = 10;

/** Deliveries are repeated for as long as a job may sensibly need; the pipeline decides when it has failed. */
const RETRY_LIMIT = 50;

export interface PgBossSettings {
  databaseUrl: string;
  /** Shown in the list of workers. */
  instanceName: string;
  /** Whether this process looks after dead workers and old rows. */
  supervises: boolean;
}

/** The queue on the same Postgres (pg-boss 12), so that a job row and its queue entry are one transaction. */
@Injectable()
export class PgBossJobQueue extends JobQueue {
  private readonly logger = new Logger(PgBossJobQueue.name);
  private readonly boss: PgBoss;
  private isTaking = false;

  constructor(settings: PgBossSettings) {
    super();
    this.boss = new PgBoss({
      connectionString: settings.databaseUrl,
      max: 4,
      application_name: 'hatchr-queue',
      useListenNotify: settings.supervises,
      supervise: settings.supervises,
      schedule: false,
      superviseIntervalSeconds: 2,
      monitorIntervalSeconds: 2,
      instanceName: settings.instanceName,
    });
    this.boss.on('error', (error) => {
      this.logger.warn(`queue: ${error.message}`);
    });
  }

  async start(): Promise<void> {
    await this.boss.start();
    await this.boss.createQueue(QUEUE, {
      notify: true,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: 24 * 3600,
      retryLimit: RETRY_LIMIT,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 30,
      deleteAfterSeconds: 24 * 3600,
    });
  }

  async enqueue(jobId: string, transaction: SqlTransaction): Promise<void> {
    const executeSql = async (sql: string, values?: unknown[]) => ({
      rows: await transaction.query(sql, values),
    });
    await this.boss.send(QUEUE, { jobId }, { id: randomUUID(), db: { executeSql } });
  }

  async work(
    handle: (delivery: QueueDelivery) => Promise<void>,
    concurrency: number,
  ): Promise<void> {
    this.isTaking = true;
    await this.boss.work<{ jobId: string }>(
      QUEUE,
      {
        batchSize: 1,
        localConcurrency: concurrency,
        pollingIntervalSeconds: 0.5,
        // A worker that has just finished sleeps this long before it looks for the next job.
        notifyPollingIntervalSeconds: 0.5,
        burstWhenReadyExceeds: 1,
        heartbeatRefreshSeconds: 3,
      },
      async ([job]) => {
        // A fetch that was under way when we stopped: failing hands the job to someone else.
        if (!this.isTaking) throw new Error('this worker takes no more jobs');
        if (job) await handle({ jobId: job.data.jobId, signal: job.signal });
      },
    );
  }

  async state(): Promise<QueueState> {
    const [stats] = await this.boss.getQueueStats(QUEUE, { force: true });
    const instances = await this.boss.getInstances({ limit: 100 });
    return {
      engine: 'pg-boss',
      waiting: stats?.queuedCount ?? 0,
      active: stats?.activeCount ?? 0,
      workers: instances.map((instance) => ({
        name: instance.name ?? 'unnamed',
        host: instance.host,
        isLive: instance.live,
        startedAt: instance.startedOn.toISOString(),
        lastSeenAt: instance.heartbeatOn.toISOString(),
      })),
    };
  }

  async stopTaking(): Promise<void> {
    if (!this.isTaking) return;
    this.isTaking = false;
    await this.boss.offWork(QUEUE, { wait: false });
  }

  async stop(): Promise<void> {
    await this.boss.stop({ graceful: false, close: true });
  }
}
