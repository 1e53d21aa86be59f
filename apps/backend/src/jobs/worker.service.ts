import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobLeaseRepository } from './job-lease.repository.js';
import { PipelineService } from './pipeline.service.js';
import { JobQueue } from './queue/job-queue.port.js';

/**
 * A running step may finish within this time at shutdown; after it, it is handed back. Process managers wait 30 s
 * (systemd 90 s, Kubernetes 30 s) before they kill.
 */
const GRACE_MS = 8_000;

/** The queue notices a dead worker itself; this is for a delivery that is lost altogether. */
const ABANDONED_AFTER_SECONDS = 45;
const RECONCILE_MS = 15_000;

export interface WorkerSettings {
  runsJobs: boolean;
  concurrency: number;
}

/** Takes deliveries from the queue and drives their jobs; hands back what is unfinished at shutdown. */
@Injectable()
export class WorkerService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(WorkerService.name);
  private readonly shutdown = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly settings: WorkerSettings,
    private readonly queue: JobQueue,
    private readonly pipeline: PipelineService,
    private readonly leases: JobLeaseRepository,
    private readonly dataSource: DataSource,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.start();
    if (!this.settings.runsJobs) return;
    await this.queue.work(
      ({ jobId, signal }) => this.handle(jobId, signal),
      this.settings.concurrency,
    );
    this.timer = setInterval(() => {
      this.reconcile().catch((error: unknown) => {
        this.logger.warn(`reconciling failed: ${String(error)}`);
      });
    }, RECONCILE_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.queue.stopTaking();
    const finished = Promise.allSettled(this.running);
    const grace = setTimeout(() => {
      this.shutdown.abort();
    }, GRACE_MS);
    await finished;
    clearTimeout(grace);
    await this.queue.stop();
  }

  state(): WorkerSettings & { running: number } {
    return { ...this.settings, running: this.running.size };
  }

  private async handle(jobId: string, signal: AbortSignal): Promise<void> {
    const run = this.pipeline.drive(jobId, AbortSignal.any([this.shutdown.signal, signal]));
    this.running.add(run);
    try {
      await run;
    } finally {
      this.running.delete(run);
    }
  }

  private async reconcile(): Promise<void> {
    for (const jobId of await this.leases.listAbandoned(ABANDONED_AFTER_SECONDS)) {
      this.logger.warn(`job ${jobId} was abandoned; it is queued again`);
      await this.dataSource.transaction((manager) => this.queue.enqueue(jobId, manager));
    }
  }
}
