import { FounderAnchoringService } from '@hatchr/concordium';
import { DiscoveryModule } from '@hatchr/discovery';
import { LanguageModelModule, LanguageModelService } from '@hatchr/language-model';
import { LivepeerModule } from '@hatchr/livepeer';
import { MvpGeneratorModule } from '@hatchr/mvp-generator';
import { PackagingModule } from '@hatchr/packaging';
import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AppConfig } from '../env.js';
import { authSettings } from '../auth/auth-settings.js';
import { KeyCipher } from '../models/key-cipher.js';
import { ModelKeysRepository } from '../models/model-keys.repository.js';
import { ModelKeysService } from '../models/model-keys.service.js';
import { PostgresModelLedger } from '../models/postgres-model-ledger.adapter.js';
import { ProjectsModule } from '../projects/projects.module.js';
import { ConcordiumAccountsRepository } from '../identity/concordium-accounts.repository.js';
import { FounderAnchorsRepository } from '../proofs/founder-anchors.repository.js';
import { FounderAnchorsService } from '../proofs/founder-anchors.service.js';
import { FounderSponsorshipsRepository } from '../proofs/founder-sponsorships.repository.js';
import { ProjectsService } from '../projects/projects.service.js';
import { PostgresResearchCache } from '../research/postgres-research-cache.adapter.js';
import { GeneratorKitService } from './generator-kit.service.js';
import { HostedVideosRepository } from '../projects/hosted-videos.repository.js';
import { ArtifactStorage } from '../projects/storage/artifact-storage.port.js';
import { RestyleSessionsRepository } from '../restyle/restyle-sessions.repository.js';
import { RestyleService } from '../restyle/restyle.service.js';
import { VideoHostingService } from '../video-hosting/video-hosting.service.js';
import { JobLeaseRepository } from './job-lease.repository.js';
import { JobSignals } from './job-signals.service.js';
import { JobsRepository } from './jobs.repository.js';
import { JobsService } from './jobs.service.js';
import { PIPELINE_STEPS, PipelineService } from './pipeline.service.js';
import { JobQueue } from './queue/job-queue.port.js';
import { PgBossJobQueue } from './queue/pg-boss-job-queue.adapter.js';
import { DiscoveryStep } from './steps/discovery.step.js';
import { IdentityStep } from './steps/identity.step.js';
import { MarketingStep } from './steps/marketing.step.js';
import { MvpStep } from './steps/mvp.step.js';
import { PackagingStep } from './steps/packaging.step.js';
import type { PipelineStep } from './steps/pipeline-step.js';
import { WorkerService } from './worker.service.js';

const STEPS = [DiscoveryStep, MvpStep, MarketingStep, PackagingStep, IdentityStep];

/** Jobs: what people ask of them, the queue, the pipeline and its steps. */
@Module({})
export class JobsModule {
  static register(config: AppConfig): DynamicModule {
    const runsJobs = config.role !== 'api';
    return {
      module: JobsModule,
      imports: [
        DiscoveryModule.register(config.discovery, {
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => new PostgresResearchCache(dataSource),
        }),
        MvpGeneratorModule.register(config.generator),
        LanguageModelModule.register(config.models, {
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => new PostgresModelLedger(dataSource),
        }),
        LivepeerModule.register(config.launchKit),
        PackagingModule,
        ProjectsModule.register(config),
      ],
      providers: [
        JobsRepository,
        JobLeaseRepository,
        JobSignals,
        ...STEPS,
        { provide: PIPELINE_STEPS, inject: STEPS, useFactory: (...steps: PipelineStep[]) => steps },
        {
          provide: ModelKeysService,
          inject: [DataSource, LanguageModelService],
          useFactory: (dataSource: DataSource, models: LanguageModelService) => {
            const cipher = new KeyCipher(authSettings(config).secret);
            const keys = new ModelKeysRepository(dataSource, cipher);
            return new ModelKeysService(config.models, keys, models);
          },
        },
        PipelineService,
        { provide: GeneratorKitService, useFactory: () => new GeneratorKitService(config) },
        {
          provide: JobQueue,
          useFactory: () =>
            new PgBossJobQueue({
              databaseUrl: config.database.url,
              instanceName: config.role,
              supervises: runsJobs,
            }),
        },
        {
          provide: JobsService,
          inject: [DataSource, JobsRepository, JobQueue, JobSignals],
          useFactory: (...dependencies: [DataSource, JobsRepository, JobQueue, JobSignals]) =>
            new JobsService(config.jobs, ...dependencies),
        },
        {
          provide: FounderAnchorsService,
          inject: [
            ProjectsService,
            FounderAnchoringService,
            FounderAnchorsRepository,
            FounderSponsorshipsRepository,
            ConcordiumAccountsRepository,
          ],
          useFactory: (
            ...dependencies: [
              ProjectsService,
              FounderAnchoringService,
              FounderAnchorsRepository,
              FounderSponsorshipsRepository,
              ConcordiumAccountsRepository,
            ]
          ) => new FounderAnchorsService(config.proofs, ...dependencies),
        },
        RestyleSessionsRepository,
        {
          provide: RestyleService,
          inject: [RestyleSessionsRepository, ProjectsService],
          useFactory: (...dependencies: [RestyleSessionsRepository, ProjectsService]) =>
            new RestyleService(config.daydream, ...dependencies),
        },
        {
          provide: VideoHostingService,
          inject: [HostedVideosRepository, ArtifactStorage],
          useFactory: (...dependencies: [HostedVideosRepository, ArtifactStorage]) =>
            new VideoHostingService({ ...config.livepeer, runsJobs }, ...dependencies),
        },
        {
          provide: WorkerService,
          inject: [JobQueue, PipelineService, JobLeaseRepository, DataSource],
          useFactory: (
            ...dependencies: [JobQueue, PipelineService, JobLeaseRepository, DataSource]
          ) =>
            new WorkerService({ runsJobs, concurrency: config.jobs.concurrency }, ...dependencies),
        },
      ],
      exports: [JobsService, JobSignals, JobsRepository, JobQueue, WorkerService, ProjectsModule],
    };
  }
}
