import type { StepContext } from '@hatchr/contracts';
import { DiscoveryService } from '@hatchr/discovery';
import { Injectable } from '@nestjs/common';
import { PipelineStep, type StepInput, type StepResult } from './pipeline-step.js';

/** Finds and compares the competitors. */
@Injectable()
export class DiscoveryStep extends PipelineStep<'discovery'> {
  readonly key = 'discovery';
  readonly timeLimitMs = 60_000;
  readonly maxAttempts = 3;

  constructor(private readonly discovery: DiscoveryService) {
    super();
  }

  async run({ prompt, model }: StepInput, context: StepContext): Promise<StepResult<'discovery'>> {
    const asked = { prompt, model };
    return { output: await this.discovery.discover(asked, context) };
  }
}
