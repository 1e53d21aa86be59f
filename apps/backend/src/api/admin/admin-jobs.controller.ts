import {
  jobEventSchema,
  jobPageSchema,
  jobSchema,
  jobStatuses,
  type Job,
  type JobEvent,
  type JobPage,
} from '@hatchr/contracts';
import { Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AdminGuard } from '../../auth/admin.guard.js';
import { JobsRepository } from '../../jobs/jobs.repository.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { openApiSchema } from '../rest/openapi-schema.js';

const filterQuery = z.object({
  status: z.enum(jobStatuses).optional(),
  owner: z.string().min(1).max(100).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const eventsQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

const jobIdParameter = z.uuid();

/** Everyone's jobs, for administrators. */
@ApiTags('admin')
@UseGuards(AdminGuard)
@Controller('admin/jobs')
export class AdminJobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly repository: JobsRepository,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Jobs of everyone, newest first' })
  @ApiQuery({ name: 'status', required: false, enum: jobStatuses })
  @ApiQuery({ name: 'owner', required: false, description: 'User id' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'limit', required: false })
  @ApiResponse({ status: 200, schema: openApiSchema(jobPageSchema) })
  list(@Query() query: unknown): Promise<JobPage> {
    const { status, owner, cursor, limit } = filterQuery.parse(query);
    return this.jobs.listAny({ status, ownerId: owner }, { limit, ...(cursor ? { cursor } : {}) });
  }

  @Get(':job_id')
  @ApiOperation({ summary: 'One job with its steps' })
  @ApiResponse({ status: 200, schema: openApiSchema(jobSchema) })
  job(@Param('job_id') jobId: string): Promise<Job> {
    return this.jobs.getAny(jobIdParameter.parse(jobId));
  }

  @Get(':job_id/events')
  @ApiOperation({ summary: 'The events of a job after a seq' })
  @ApiQuery({ name: 'after', required: false })
  @ApiQuery({ name: 'limit', required: false })
  @ApiResponse({ status: 200, schema: openApiSchema(z.array(jobEventSchema)) })
  async events(@Param('job_id') jobId: string, @Query() query: unknown): Promise<JobEvent[]> {
    const { after, limit } = eventsQuery.parse(query);
    const { jobId: known } = await this.jobs.getAny(jobIdParameter.parse(jobId));
    return this.repository.listEventsAfter(known, after, limit);
  }

  @Post(':job_id/retry')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Queue a failed or cancelled job again, from the step that did not finish',
  })
  @ApiResponse({ status: 202, schema: openApiSchema(jobSchema) })
  async retry(@Param('job_id') jobId: string): Promise<Job> {
    const { jobId: known } = await this.jobs.getAny(jobIdParameter.parse(jobId));
    await this.jobs.retryAny(known);
    return this.jobs.getAny(known);
  }

  @Post(':job_id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel a job' })
  @ApiResponse({ status: 200, schema: openApiSchema(jobSchema) })
  async cancel(@Param('job_id') jobId: string): Promise<Job> {
    const { jobId: known } = await this.jobs.getAny(jobIdParameter.parse(jobId));
    await this.jobs.cancelAny(known);
    return this.jobs.getAny(known);
  }
}
