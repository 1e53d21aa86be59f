import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import pg from 'pg';
import { DataSource } from 'typeorm';

/** While the listening connection is down, watchers look for themselves this often. */
export const POLL_MS = 2_000;

const RECONNECT_MS = 500;

/**
 * One LISTEN connection a process, fanned out to whoever waits here. A signal says only "look at this job":
 * the facts are read from the tables, so a signal that is lost costs a moment and never an event.
 */
@Injectable()
export class JobSignals implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(JobSignals.name);
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private client: pg.Client | null = null;
  private isStopped = false;

  constructor(private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    await this.listen();
  }

  /** Whether changes are heard of at the moment; while not, nothing may rely on silence. */
  get isListening(): boolean {
    return this.client !== null;
  }

  /** Calls back whenever the job has changed; returns how to stop. */
  onChange(jobId: string, callback: () => void): () => void {
    this.emitter.on(jobId, callback);
    return () => this.emitter.off(jobId, callback);
  }

  /**
   * Remembers changes from now on. `next` resolves at once when there was one since the last call, else at the
   * next one, after `POLL_MS`, or when `signal` aborts; so whoever subscribes before reading misses nothing.
   */
  subscribe(jobId: string, signal: AbortSignal): { next(): Promise<void>; close(): void } {
    let hasChanged = false;
    let wake: (() => void) | null = null;
    let timer: NodeJS.Timeout | undefined;
    const stop = this.onChange(jobId, () => {
      hasChanged = true;
      wake?.();
    });
    const onAbort = (): void => wake?.();
    signal.addEventListener('abort', onAbort, { once: true });
    const next = async (): Promise<void> => {
      if (!hasChanged && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, POLL_MS);
        });
        clearTimeout(timer);
        wake = null;
      }
      hasChanged = false;
    };
    const close = (): void => {
      stop();
      signal.removeEventListener('abort', onAbort);
    };
    return { next, close };
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const { url } = this.dataSource.options as { url: string };
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      application_name: 'hatchr-signals',
    });
    client.on('notification', (notification) => {
      if (notification.payload) this.emitter.emit(notification.payload);
    });
    client.on('error', (error) => {
      this.logger.warn(`lost the signal connection: ${error.message}`);
    });
    client.once('end', () => {
      this.client = null;
      // Whatever was remembered since the last signal may have changed unheard.
      for (const name of this.emitter.eventNames()) this.emitter.emit(name);
      this.reconnect();
    });
    await client.connect();
    await client.query('LISTEN job_events');
    this.client = client;
  }

  private reconnect(): void {
    if (this.isStopped) return;
    setTimeout(() => {
      this.listen().catch(() => {
        this.reconnect();
      });
    }, RECONNECT_MS).unref();
  }
}
