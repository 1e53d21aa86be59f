import { Controller, Get, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminGuard } from '../../auth/admin.guard.js';
import { JobQueue, type QueueState } from '../../jobs/queue/job-queue.port.js';
import { WorkerService } from '../../jobs/worker.service.js';
import { ProvidersService, type ProviderState } from '../../providers/providers.service.js';

/** The state of the queue, the workers and the providers. */
@ApiTags('admin')
@UseGuards(AdminGuard)
@Controller('admin')
export class AdminSystemController {
  constructor(
    private readonly queue: JobQueue,
    private readonly worker: WorkerService,
    private readonly providers: ProvidersService,
  ) {}

  @Get('queue')
  @ApiOperation({ summary: 'What waits and runs, and which processes were heard of lately' })
  async queueState(): Promise<
    QueueState & { thisProcess: { runsJobs: boolean; concurrency: number; running: number } }
  > {
    return { ...(await this.queue.state()), thisProcess: this.worker.state() };
  }

  @Get('providers')
  @ApiOperation({ summary: 'Who serves each step in this configuration, and why' })
  listProviders(): ProviderState[] {
    return this.providers.list();
  }
}
