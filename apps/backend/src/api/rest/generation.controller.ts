import { jobStatuses, promptSchema, stepStatuses, type Job } from '@hatchr/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { SessionCaller } from '../../auth/sessions.service.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { CurrentCaller, SessionGuard } from './current-caller.decorator.js';
import { openApiSchema } from './openapi-schema.js';

/** `verified` is accepted because the first clients sent it, and ignored: whether a person is verified is for the server to know. */
const generateBody = z.object({
  prompt: promptSchema,
  idempotency_key: z.string().min(1).max(128).optional(),
  verified: z.boolean().optional(),
});

/** What a request that begins a job is answered with. */
export const jobAccepted = z.object({ job_id: z.string(), status: z.enum(jobStatuses) });

const jobStatusBody = z.object({
  job_id: z.string(),
  status: z.enum(jobStatuses),
  progress: z.number(),
  steps: z.array(
    z.object({ name: z.string(), status: z.enum(stepStatuses), progress: z.number() }),
  ),
  logs: z.array(
    z.object({ seq: z.number(), at: z.string(), level: z.string(), message: z.string() }),
  ),
  project_id: z.string().nullable(),
  error: z.object({ kind: z.string(), code: z.string(), message: z.string() }).nullable(),
});

/** The seed's paths to start and follow a job, in its snake_case. */
@ApiTags('generation')
@UseGuards(SessionGuard)
@Controller('api')
export class GenerationController {
  constructor(private readonly jobs: JobsService) {}

  @Post('generate')
  @HttpCode(202)
  @ApiOperation({ summary: 'Hatch an idea: makes a job that runs in the background' })
  @ApiBody({ schema: openApiSchema(generateBody, 'input') })
  @ApiResponse({ status: 202, schema: openApiSchema(jobAccepted) })
  async generate(
    @CurrentCaller() caller: SessionCaller,
    @Body() body: unknown,
  ): Promise<z.output<typeof jobAccepted>> {
    const { prompt, idempotency_key: idempotencyKey } = generateBody.parse(body ?? {});
    const job = await this.jobs.generate(caller, {
      prompt,
      ...(idempotencyKey ? { idempotencyKey } : {}),
    });
    return { job_id: job.jobId, status: job.status };
  }

  @Get('status/:job_id')
  @ApiOperation({ summary: 'How a job stands; ask every 2 seconds until it has ended' })
  @ApiResponse({ status: 200, schema: openApiSchema(jobStatusBody) })
  async status(
    @CurrentCaller() caller: SessionCaller,
    @Param('job_id') jobId: string,
  ): Promise<z.output<typeof jobStatusBody>> {
    return toStatusBody(await this.jobs.status(caller, z.uuid().parse(jobId)));
  }

  @Post('jobs/:job_id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Stop a job; finished steps are kept' })
  @ApiResponse({ status: 200, schema: openApiSchema(jobStatusBody) })
  async cancel(
    @CurrentCaller() caller: SessionCaller,
    @Param('job_id') jobId: string,
  ): Promise<z.output<typeof jobStatusBody>> {
    return toStatusBody(await this.jobs.cancel(caller, z.uuid().parse(jobId)));
  }

  @Post('jobs/:job_id/retry')
  @HttpCode(202)
  @ApiOperation({ summary: 'Go on with a failed or cancelled job at the step that did not finish' })
  @ApiResponse({ status: 202, schema: openApiSchema(jobStatusBody) })
  async retry(
    @CurrentCaller() caller: SessionCaller,
    @Param('job_id') jobId: string,
  ): Promise<z.output<typeof jobStatusBody>> {
    return toStatusBody(await this.jobs.retry(caller, z.uuid().parse(jobId)));
  }
}

function toStatusBody(job: Job): z.output<typeof jobStatusBody> {
  return {
    job_id: job.jobId,
    status: job.status,
    progress: job.progress,
    steps: job.steps.map(({ title, status, progress }) => ({ name: title, status, progress })),
    logs: job.events.map(({ seq, at, level, message }) => ({ seq, at, level, message })),
    project_id: job.projectId,
    error: job.error
      ? { kind: job.error.kind, code: job.error.code, message: job.error.message }
      : null,
  };
}
