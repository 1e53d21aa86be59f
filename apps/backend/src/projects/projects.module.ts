import { Module, type DynamicModule } from '@nestjs/common';
import path from 'node:path';
import { DataSource } from 'typeorm';
import type { AppConfig } from '../env.js';
import { ArtifactsRepository } from './artifacts.repository.js';
import { FileComparer } from './file-comparer.service.js';
import { HostedVideosRepository } from './hosted-videos.repository.js';
import { ModelCallsRepository } from './model-calls.repository.js';
import { ProjectWriter } from './project-writer.service.js';
import { ProjectsRepository } from './projects.repository.js';
import { ProjectsService } from './projects.service.js';
import { RevisionsRepository } from './revisions.repository.js';
import { RevisionsService } from './revisions.service.js';
import { ArtifactStorage } from './storage/artifact-storage.port.js';
import { DiskArtifactStorage } from './storage/disk-artifact-storage.adapter.js';

/** Projects and the files that belong to them. */
@Module({})
export class ProjectsModule {
  static register(config: Pick<AppConfig, 'dataDir' | 'livepeer'>): DynamicModule {
    return {
      module: ProjectsModule,
      providers: [
        {
          provide: ArtifactStorage,
          useFactory: () => new DiskArtifactStorage(path.join(config.dataDir, 'artifacts')),
        },
        ArtifactsRepository,
        {
          provide: HostedVideosRepository,
          inject: [DataSource],
          useFactory: (dataSource: DataSource) =>
            new HostedVideosRepository({ isOn: config.livepeer.apiKey !== undefined }, dataSource),
        },
        ModelCallsRepository,
        ProjectsRepository,
        ProjectsService,
        ProjectWriter,
        FileComparer,
        RevisionsRepository,
        RevisionsService,
      ],
      exports: [
        ArtifactStorage,
        ArtifactsRepository,
        HostedVideosRepository,
        ModelCallsRepository,
        ProjectsService,
        ProjectWriter,
        RevisionsService,
      ],
    };
  }
}
