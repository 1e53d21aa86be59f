import { AnchoringService } from '@hatchr/concordium';
import type { ErrorCode } from '@hatchr/contracts';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { AnchorsRepository } from './anchors.repository.js';
import { PollLoop } from './poll-loop.js';
import type { Sender } from './postgres-anchor-ledger.adapter.js';

export interface AnchorWorkerSettings {
  /** False in processes that only serve. */
  runsJobs: boolean;
  pollMs: number;
}

/** Takes what waits to the chain, in the background: a project is complete long before its anchor is final. */
@Injectable()
export class AnchorWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AnchorWorker.name);
  private loop: PollLoop | undefined;
  private problem: ErrorCode | null = null;

  constructor(
    private readonly settings: AnchorWorkerSettings,
    private readonly anchoring: AnchoringService,
    private readonly anchors: AnchorsRepository,
  ) {}

  onApplicationBootstrap(): void {
    const { sender } = this.anchoring;
    if (!sender || !this.settings.runsJobs) return;
    this.loop = new PollLoop(AnchorWorker.name, this.settings.pollMs, () => this.turn(sender));
    const { loop } = this;
    // A wrong network shows at start and not with the first proof; a node that is down is asked again by each turn.
    this.anchoring
      .assertNetwork()
      .catch((error: unknown) => {
        this.logger.error(`Concordium: ${error instanceof Error ? error.message : String(error)}`);
      })
      .finally(() => {
        loop.start();
      });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop?.stop();
  }

  private async turn(sender: Sender): Promise<void> {
    if (!(await this.anchors.hasWork(sender))) return;
    const report = await this.anchors.withSender(sender, (ledger) =>
      this.anchoring.runTurn(ledger),
    );
    if (!report) return;
    if (report.made > 0) this.logger.log(`${report.made} transactions were made`);
    if (report.problem && report.problem !== this.problem)
      this.logger.warn(`anchoring waits: ${report.problem}`);
    this.problem = report.problem;
    await this.anchors.saveProblem(sender, report.problem);
  }
}
