import {
  manifestFileName,
  type GeneratedFile,
  type ServedBy,
  type StepContext,
} from '@hatchr/contracts';
import { PackagingService } from '@hatchr/packaging';
import { Injectable } from '@nestjs/common';
import { PassThrough } from 'node:stream';
import { ArtifactsRepository, type ArtifactRecord } from '../../projects/artifacts.repository.js';
import { ModelCallsRepository } from '../../projects/model-calls.repository.js';
import { ArtifactStorage } from '../../projects/storage/artifact-storage.port.js';
import { need, PipelineStep, type StepInput, type StepResult } from './pipeline-step.js';

const SERVED_BY: ServedBy = {
  provider: 'archiver',
  mode: 'embedded',
  reason: 'The ZIP is always packed on this instance, so that its bytes can be made again.',
};

/** Lays out the documents, hashes every file into the manifest and packs the ZIP. */
@Injectable()
export class PackagingStep extends PipelineStep<'packaging'> {
  readonly key = 'packaging';
  readonly timeLimitMs = 5 * 60_000;
  readonly maxAttempts = 3;

  constructor(
    private readonly packaging: PackagingService,
    private readonly artifacts: ArtifactsRepository,
    private readonly storage: ArtifactStorage,
    private readonly modelCalls: ModelCallsRepository,
  ) {
    super();
  }

  async run(input: StepInput, context: StepContext): Promise<StepResult<'packaging'>> {
    const { spec } = need(input.earlier, 'mvp');
    const made = (await this.artifacts.list(input.jobId)).filter(
      ({ kind }) => kind === 'app' || kind === 'screenshots' || kind === 'launch',
    );
    const documents = await this.artifacts.store(
      await this.documents(input, made),
      'docs',
      context.signal,
    );
    const manifest = this.packaging.manifest(spec, [...made, ...documents]);
    const manifestFile: GeneratedFile = {
      path: manifestFileName,
      content: this.packaging.manifestBytes(manifest),
    };
    const manifests = await this.artifacts.store([manifestFile], 'manifest', context.signal);
    const zip = await this.zip(spec.slug, [...made, ...documents, ...manifests], context);
    return {
      output: {
        manifestDigest: this.packaging.manifestDigest(manifest),
        zipPath: zip.path,
        servedBy: SERVED_BY,
      },
      alsoWrites: (manager) =>
        this.artifacts.replace(
          manager,
          input.jobId,
          ['docs', 'manifest', 'zip'],
          [...documents, ...manifests, zip],
        ),
    };
  }

  private async documents(
    { jobId, earlier }: StepInput,
    files: ArtifactRecord[],
  ): Promise<GeneratedFile[]> {
    const { spec, verification, screenshots, stack, servedBy } = need(earlier, 'mvp');
    const discovery = need(earlier, 'discovery');
    const launchKit = need(earlier, 'marketing');
    return this.packaging.documents({
      spec,
      discovery,
      verification,
      screenshots,
      launchKit,
      stack,
      files,
      decisions: await this.modelCalls.listDecisions(jobId),
      modelCalls: await this.modelCalls.list(jobId),
      servedBy: {
        discovery: discovery.servedBy,
        mvp: servedBy,
        marketing: launchKit.servedBy,
        packaging: SERVED_BY,
      },
    });
  }

  private async zip(
    slug: string,
    records: ArtifactRecord[],
    context: StepContext,
  ): Promise<ArtifactRecord> {
    const output = new PassThrough();
    const stored = this.storage.put(output);
    // Awaited below; until then a failure of the ZIP must not become an unhandled rejection of the storage.
    stored.catch(() => undefined);
    try {
      const files = records.map((record) => ({
        ...record,
        read: () => this.storage.read(record.sha256),
        open: () => this.storage.open(record.sha256),
      }));
      await this.packaging.writeZip({ slug, files }, output, context);
    } catch (error) {
      output.destroy(error instanceof Error ? error : undefined);
      throw error;
    }
    const path = `${slug}.zip`;
    return { path, kind: 'zip', mediaType: 'application/zip', mode: 0o644, ...(await stored) };
  }
}
