import type { StepContext } from '@hatchr/contracts';
import { DiscoveryService } from '@hatchr/discovery';
import { Injectable } from '@nestjs/common';
import { PipelineStep, type StepInput, type StepResult } from './pipeline-step.js';

/** Finds and compares the competitors. */
@Injectable()
export class DiscoveryStep extends PipelineStep<'discovery'> {
  readonly key = 'discovery';
  readonly timeLimitMs = 180_000;
  readonly maxAttempts = 3;

  constructor(private readonly discovery: DiscoveryService) {
    super();
  }

  async run({ prompt, model }: StepInput, context: StepContext): Promise<StepResult<'discovery'>> {
    // The rules alone end far below a minute; a model reads and compares in what is left of the step.
    const asked = { prompt, model, ...(model ? { seconds: 150 } : {}) };
    return { output: await this.discovery.discover(asked, context) };
  }
}
