import { productSpecSchema, type StepContext } from '@hatchr/contracts';
import { MvpGeneratorService } from '@hatchr/mvp-generator';
import { Injectable } from '@nestjs/common';
import { ArtifactsRepository } from '../../projects/artifacts.repository.js';
import { need, PipelineStep, type StepInput, type StepResult } from './pipeline-step.js';

/** Plans the product, or takes the specification that its owner edited; writes the app, runs the gates over it and photographs it. */
@Injectable()
export class MvpStep extends PipelineStep<'mvp'> {
  readonly key = 'mvp';
  // The kit's dependencies may have to be installed first, which takes a minute on a slow line.
  readonly timeLimitMs = 15 * 60_000;
  readonly maxAttempts = 2;

  constructor(
    private readonly generator: MvpGeneratorService,
    private readonly artifacts: ArtifactsRepository,
  ) {
    super();
  }

  async run(input: StepInput, context: StepContext): Promise<StepResult<'mvp'>> {
    const discovery = need(input.earlier, 'discovery');
    const asked = {
      prompt: input.prompt,
      discovery,
      model: input.model,
      ...(input.givenSpec === null ? {} : { spec: productSpecSchema.parse(input.givenSpec) }),
    };
    const { files, screenshots, ...output } = await this.generator.generate(asked, context);
    const { files: pictures, ...described } = screenshots;
    const records = [
      ...(await this.artifacts.store(files, 'app', context.signal)),
      ...(await this.artifacts.store(pictures, 'screenshots', context.signal)),
    ];
    return {
      output: { ...output, screenshots: described },
      alsoWrites: (manager) =>
        this.artifacts.replace(manager, input.jobId, ['app', 'screenshots'], records),
    };
  }
}
