import { Module, type DynamicModule } from '@nestjs/common';
import type { AppConfig } from '../env.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { HealthController } from '../observability/health.controller.js';
import { ProvidersService } from '../providers/providers.service.js';
import { AdminJobsController } from './admin/admin-jobs.controller.js';
import { AdminProofsController } from './admin/admin-proofs.controller.js';
import { AdminSystemController } from './admin/admin-system.controller.js';
import { SessionGuard } from './rest/current-caller.decorator.js';
import { GenerationController } from './rest/generation.controller.js';
import { ProjectsController } from './rest/projects.controller.js';
import { RevisionsController } from './rest/revisions.controller.js';
import { LogController } from './rest/log.controller.js';
import { ProofsController } from './rest/proofs.controller.js';

/** The REST, admin and health endpoints; tRPC is mounted beside them (mount-trpc.ts). */
@Module({})
export class ApiModule {
  static register(config: AppConfig): DynamicModule {
    return {
      module: ApiModule,
      imports: [JobsModule.register(config)],
      controllers: [
        GenerationController,
        ProjectsController,
        RevisionsController,
        ProofsController,
        LogController,
        AdminJobsController,
        AdminSystemController,
        AdminProofsController,
        HealthController,
      ],
      providers: [
        SessionGuard,
        { provide: ProvidersService, useValue: new ProvidersService(config) },
      ],
    };
  }
}
