import { AppError, type ProductScreenshots, type StepContext } from '@hatchr/contracts';
import { LivepeerService, type LaunchKitInput } from '@hatchr/livepeer';
import { Injectable } from '@nestjs/common';
import { ArtifactsRepository } from '../../projects/artifacts.repository.js';
import { HostedVideosRepository } from '../../projects/hosted-videos.repository.js';
import { ArtifactStorage } from '../../projects/storage/artifact-storage.port.js';
import { need, PipelineStep, type StepInput, type StepResult } from './pipeline-step.js';

/** Makes the deck, the images, the video and the copy for each launch channel. */
@Injectable()
export class MarketingStep extends PipelineStep<'marketing'> {
  readonly key = 'marketing';
  readonly timeLimitMs = 6 * 60_000;
  readonly maxAttempts = 2;

  constructor(
    private readonly livepeer: LivepeerService,
    private readonly artifacts: ArtifactsRepository,
    private readonly hostedVideos: HostedVideosRepository,
    private readonly storage: ArtifactStorage,
  ) {
    super();
  }

  async run(input: StepInput, context: StepContext): Promise<StepResult<'marketing'>> {
    const { spec, verification, stack, screenshots } = need(input.earlier, 'mvp');
    const discovery = need(input.earlier, 'discovery');
    const asked = {
      spec,
      discovery,
      verification,
      stack,
      model: input.model,
      screenshots: await this.load(input.jobId, screenshots),
    };
    const { kit, files } = await this.livepeer.makeLaunchKit(asked, context);
    const records = await this.artifacts.store(files, 'launch', context.signal);
    return {
      output: kit,
      alsoWrites: async (manager) => {
        await this.artifacts.replace(manager, input.jobId, ['launch'], records);
        const { video } = kit;
        const film =
          video.status === 'made' && records.find((record) => record.path === video.path);
        if (film)
          await this.hostedVideos.request(manager, {
            jobId: input.jobId,
            name: spec.name,
            sha256: film.sha256,
          });
      },
    };
  }

  /** The screenshots with their bytes, which the step before has stored. */
  private async load(
    jobId: string,
    { images, reason }: ProductScreenshots,
  ): Promise<Required<LaunchKitInput>['screenshots']> {
    const stored = new Map((await this.artifacts.list(jobId)).map((file) => [file.path, file]));
    const loaded = images.map(async (image) => {
      const { sha256 } = stored.get(image.path) ?? {};
      if (!sha256) throw new AppError('artifact.not_found');
      return { ...image, content: await this.storage.read(sha256) };
    });
    return { images: await Promise.all(loaded), reason };
  }
}
