import {
  regenerateInputSchema,
  restoreInputSchema,
  revisionSchema,
  type Revision,
} from '@hatchr/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { SessionCaller } from '../../auth/sessions.service.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { RevisionsService } from '../../projects/revisions.service.js';
import { CurrentCaller, SessionGuard } from './current-caller.decorator.js';
import { jobAccepted } from './generation.controller.js';
import { openApiSchema } from './openapi-schema.js';

const { spec, note, idempotencyKey } = regenerateInputSchema.shape;
const regenerateBody = z.object({ spec, note, idempotency_key: idempotencyKey });
const restoreBody = restoreInputSchema.pick({ number: true });

const revisionsBody = z.object({
  revisions: z.array(
    z.object({
      number: z.number(),
      created_at: z.string(),
      note: z.string().nullable(),
      is_current: z.boolean(),
      job_id: z.string(),
      project_name: z.string(),
      file_count: z.number(),
      manifest_digest: z.string(),
      verification: revisionSchema.shape.verification,
    }),
  ),
});

const projectIdParameter = z.uuid();

/** Revisions of a project in the snake_case of the other paths; for its owner only. */
@ApiTags('projects')
@UseGuards(SessionGuard)
@Controller('api/project/:id')
export class RevisionsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly revisions: RevisionsService,
  ) {}

  @Get('revisions')
  @ApiOperation({ summary: 'The revisions of a project, newest first' })
  @ApiResponse({ status: 200, schema: openApiSchema(revisionsBody) })
  async list(
    @CurrentCaller() caller: SessionCaller,
    @Param('id') id: string,
  ): Promise<z.output<typeof revisionsBody>> {
    return toRevisionsBody(await this.revisions.list(caller, projectIdParameter.parse(id)));
  }

  @Post('regenerate')
  @HttpCode(202)
  @ApiOperation({ summary: 'Make the next revision from an edited specification, in a job' })
  @ApiBody({ schema: openApiSchema(regenerateBody, 'input') })
  @ApiResponse({ status: 202, schema: openApiSchema(jobAccepted) })
  @ApiResponse({ status: 409, description: 'Another revision of the project is being made' })
  async regenerate(
    @CurrentCaller() caller: SessionCaller,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<z.output<typeof jobAccepted>> {
    const { idempotency_key: key, ...given } = regenerateBody.parse(body ?? {});
    const job = await this.jobs.regenerate(caller, {
      projectId: projectIdParameter.parse(id),
      ...given,
      ...(key ? { idempotencyKey: key } : {}),
    });
    return { job_id: job.jobId, status: job.status };
  }

  @Post('restore')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make an older revision the current one; none is lost' })
  @ApiBody({ schema: openApiSchema(restoreBody, 'input') })
  @ApiResponse({ status: 200, schema: openApiSchema(revisionsBody) })
  async restore(
    @CurrentCaller() caller: SessionCaller,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<z.output<typeof revisionsBody>> {
    const projectId = projectIdParameter.parse(id);
    await this.revisions.restore(caller, { projectId, ...restoreBody.parse(body ?? {}) });
    return toRevisionsBody(await this.revisions.list(caller, projectId));
  }
}

function toRevisionsBody(revisions: Revision[]): z.output<typeof revisionsBody> {
  return {
    revisions: revisions.map((revision) => ({
      number: revision.number,
      created_at: revision.createdAt,
      note: revision.note,
      is_current: revision.isCurrent,
      job_id: revision.jobId,
      project_name: revision.name,
      file_count: revision.fileCount,
      manifest_digest: revision.manifestDigest,
      verification: revision.verification,
    })),
  };
}
