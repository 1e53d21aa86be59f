import { ensureKit } from '@hatchr/mvp-generator';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { AppConfig } from '../env.js';

/** An install of half a minute on a good line may take this long on a bad one. */
const INSTALL_TIMEOUT_MS = 10 * 60_000;

/**
 * Installs the dependencies of generated apps in the background when a worker starts, so that the first person does
 * not wait for them. A job that comes earlier waits for the same installation; where it fails, the job says so.
 */
@Injectable()
export class GeneratorKitService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(GeneratorKitService.name);
  private readonly stop = new AbortController();
  private installing: Promise<void> = Promise.resolve();

  constructor(private readonly config: Pick<AppConfig, 'role' | 'generator'>) {}

  onApplicationBootstrap(): void {
    const { role, generator } = this.config;
    if (role === 'api' || generator.gates === 'off') return;
    this.installing = this.install(generator);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.installing;
  }

  private async install({ kitDir, installEnvironment }: AppConfig['generator']): Promise<void> {
    try {
      const kit = await ensureKit(kitDir, {
        signal: this.stop.signal,
        timeoutMs: INSTALL_TIMEOUT_MS,
        environment: installEnvironment,
        log: (message) => {
          this.logger.log(message);
        },
      });
      if (kit.status === 'unavailable') this.logger.warn(kit.reason);
    } catch (error) {
      if (!this.stop.signal.aborted)
        this.logger.warn(`the kit could not be prepared: ${String(error)}`);
    }
  }
}
