import { Logger } from '@nestjs/common';

/** Does the same thing again and again, one at a time, until it is stopped. A failure is logged and ends nothing. */
export class PollLoop {
  private readonly logger: Logger;
  private timer: NodeJS.Timeout | undefined;
  private turning: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    name: string,
    private readonly pauseMs: number,
    private readonly turn: () => Promise<void>,
  ) {
    this.logger = new Logger(name);
  }

  start(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.turning = this.turn()
        .catch((error: unknown) => {
          this.logger.error(`a turn failed: ${String(error)}`);
        })
        .finally(() => {
          this.start();
        });
    }, this.pauseMs);
  }

  /** Resolves once the turn that runs has ended. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.turning;
  }
}
