import {
  AppError,
  productSpecSchema,
  projectFileInputSchema,
  type Project,
  type ProjectIdInput,
} from '@hatchr/contracts';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import {
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { SessionCaller } from '../../auth/sessions.service.js';
import { ProjectsService } from '../../projects/projects.service.js';
import { ArtifactStorage } from '../../projects/storage/artifact-storage.port.js';
import { CurrentCaller, SessionGuard } from './current-caller.decorator.js';
import { openApiSchema } from './openapi-schema.js';
import { sendArtifact } from './send-artifact.js';

const projectBody = z.object({
  project_id: z.string(),
  job_id: z.string(),
  project_name: z.string(),
  tagline: z.string(),
  prompt: z.string(),
  summary: z.string(),
  created_at: z.string(),
  stack: z.array(z.object({ name: z.string(), version: z.string() })),
  spec: productSpecSchema,
  competitors: z.array(z.object({ name: z.string(), url: z.string(), summary: z.string() })),
  marketing_assets: z.object({
    pitch_deck_pptx: z.string(),
    pitch_deck_pdf: z.string().nullable(),
    video_url: z.string().nullable(),
    video_note: z.string().nullable(),
    video_stream_url: z.string().nullable(),
    images: z.array(z.string()),
    channels: z.array(
      z.object({
        channel: z.string(),
        parts: z.array(z.object({ label: z.string(), text: z.string() })),
      }),
    ),
  }),
  verification: z.object({ outcome: z.string(), reason: z.string() }),
  proof: z.object({
    kind: z.string(),
    label: z.string(),
    digest: z.string(),
    recorded_at: z.string(),
  }),
  download_url: z.string().nullable(),
  sha256: z.string().nullable(),
});

const revisionQuery = z.coerce.number().int().min(1).optional();
const shareQuery = z.string().max(64).optional();
const projectIdParameter = z.uuid();
const filePathParameter = projectFileInputSchema.shape.path;

/** The seed's paths to a finished project and its files. */
@ApiTags('projects')
@UseGuards(SessionGuard)
@Controller('api')
export class ProjectsController {
  constructor(
    private readonly projects: ProjectsService,
    private readonly storage: ArtifactStorage,
  ) {}

  @Get('project/:id')
  @ApiOperation({ summary: 'Everything about a project' })
  @ApiQuery({ name: 'share', required: false, description: 'Token of a shared link' })
  @ApiQuery({ name: 'revision', required: false, description: 'An older revision, for its owner' })
  @ApiResponse({ status: 200, schema: openApiSchema(projectBody) })
  async project(
    @CurrentCaller() caller: SessionCaller,
    @Param('id') id: string,
    @Query('share') share?: unknown,
    @Query('revision') revision?: unknown,
  ): Promise<z.output<typeof projectBody>> {
    return toProjectBody(await this.projects.project(caller, idInput(id, share, revision)));
  }

  @Get('download/:id')
  @ApiOperation({ summary: 'The ZIP; resumable by Range, with a strong ETag' })
  @ApiProduces('application/zip')
  @ApiQuery({ name: 'share', required: false })
  @ApiQuery({ name: 'revision', required: false })
  @ApiResponse({ status: 200, description: 'The whole ZIP' })
  @ApiResponse({ status: 206, description: 'The range that was asked for' })
  async download(
    @CurrentCaller() caller: SessionCaller,
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
    @Query('share') share?: unknown,
    @Query('revision') revision?: unknown,
  ): Promise<void> {
    const input = idInput(id, share, revision);
    const { download } = await this.projects.project(caller, input);
    if (!download) throw new AppError('artifact.not_found');
    const record = await this.projects.getFile(caller, { ...input, path: download.path });
    await sendArtifact(request, response, { storage: this.storage, record, isDownload: true });
  }

  @Get('project/:id/files/*path')
  @ApiOperation({ summary: 'One file of the kit by its path' })
  @ApiParam({ name: 'path', description: 'Path in the ZIP, for example README.md' })
  @ApiQuery({ name: 'share', required: false })
  @ApiQuery({ name: 'revision', required: false })
  @ApiQuery({
    name: 'download',
    required: false,
    description: 'Any value: save it rather than show it',
  })
  async file(
    @CurrentCaller() caller: SessionCaller,
    @Param('id') id: string,
    @Param('path') path: string | string[],
    @Req() request: Request,
    @Res() response: Response,
    @Query('share') share?: unknown,
    @Query('download') download?: unknown,
    @Query('revision') revision?: unknown,
  ): Promise<void> {
    const name = filePathParameter.parse(Array.isArray(path) ? path.join('/') : path);
    const record = await this.projects.getFile(caller, {
      ...idInput(id, share, revision),
      path: name,
    });
    await sendArtifact(request, response, {
      storage: this.storage,
      record,
      isDownload: download !== undefined,
    });
  }

  @Post('deploy/:id')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Deploy a project; answers 412 while no deployment provider is configured',
  })
  @ApiResponse({
    status: 412,
    description: 'No deployment provider is configured; the ZIP is the way',
  })
  async deploy(
    @CurrentCaller() caller: SessionCaller,
    @Param('id') id: string,
    @Body() _body: unknown,
  ): Promise<never> {
    const project = await this.projects.project(caller, idInput(id));
    throw new AppError('deployment.unavailable', {
      details: { download_url: project.download?.url ?? null },
    });
  }
}

function idInput(id: string, share?: unknown, revision?: unknown): ProjectIdInput {
  const shareToken = shareQuery.parse(share);
  const number = revisionQuery.parse(revision);
  return {
    projectId: projectIdParameter.parse(id),
    ...(shareToken ? { shareToken } : {}),
    ...(number ? { revision: number } : {}),
  };
}

function toProjectBody(project: Project): z.output<typeof projectBody> {
  const fileUrl = (path: string): string =>
    `/api/project/${project.projectId}/files/${path.split('/').map(encodeURIComponent).join('/')}`;
  const { launchKit, hostedVideo } = project;
  const { video } = launchKit;
  return {
    project_id: project.projectId,
    job_id: project.jobId,
    project_name: project.name,
    tagline: project.tagline,
    prompt: project.prompt,
    summary: project.spec.summary,
    created_at: project.createdAt,
    stack: project.stack,
    spec: project.spec,
    competitors: project.discovery.competitors.map(({ name, url, summary }) => ({
      name,
      url,
      summary,
    })),
    marketing_assets: {
      pitch_deck_pptx: fileUrl(launchKit.deck.pptx),
      pitch_deck_pdf: launchKit.deck.pdf ? fileUrl(launchKit.deck.pdf) : null,
      video_url: video.status === 'made' ? fileUrl(video.path) : null,
      video_note: video.status === 'made' ? null : video.reason,
      video_stream_url: hostedVideo.status === 'ready' ? hostedVideo.hlsUrl : null,
      images: launchKit.images.map((image) => fileUrl(image.path)),
      channels: launchKit.channels.map(({ channel, parts }) => ({
        channel,
        parts: parts.map(({ label, text }) => ({ label, text })),
      })),
    },
    verification: { outcome: project.verification.outcome, reason: project.verification.reason },
    proof: {
      kind: project.proof.kind,
      label: project.proof.label,
      digest: project.manifestDigest,
      recorded_at: project.proof.entry.recordedAt,
    },
    download_url: project.download?.url ?? null,
    sha256: project.download?.sha256 ?? null,
  };
}
