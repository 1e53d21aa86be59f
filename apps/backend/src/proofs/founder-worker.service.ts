import { FounderAnchoringService } from '@hatchr/concordium';
import { AppError } from '@hatchr/contracts';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { AnchorWorkerSettings } from './anchor-worker.service.js';
import { FounderAnchorsRepository } from './founder-anchors.repository.js';
import { PollLoop } from './poll-loop.js';

/** Asks the chain about what founders have reported, until it is final or lost. */
export class FounderWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: PollLoop;

  constructor(
    private readonly settings: AnchorWorkerSettings,
    private readonly anchoring: FounderAnchoringService,
    private readonly anchors: FounderAnchorsRepository,
  ) {
    this.loop = new PollLoop(FounderWorker.name, settings.pollMs, () => this.turn());
  }

  onApplicationBootstrap(): void {
    if (this.anchoring.chain && this.settings.runsJobs) this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  private async turn(): Promise<void> {
    const { chain } = this.anchoring;
    if (!chain) return;
    for (const reported of await this.anchors.listDue(chain.genesisHash)) {
      try {
        const outcome = await this.anchoring.outcomeOf(reported);
        await this.anchors.save(chain.genesisHash, reported, outcome);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        await this.anchors.saveProblem(chain.genesisHash, reported, error.code);
      }
    }
  }
}
