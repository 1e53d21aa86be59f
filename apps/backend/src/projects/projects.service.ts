import {
  AppError,
  type Artifact,
  type Caller,
  type PageInput,
  type Project,
  type ProjectApi,
  type ProjectFile,
  type ProjectFileInput,
  type ProjectIdInput,
  type ProjectPage,
  type ShareInput,
  type SharePreview,
} from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { ArtifactsRepository, type ArtifactRecord } from './artifacts.repository.js';
import { describeHosting } from './describe-hosting.js';
import { HostedVideosRepository } from './hosted-videos.repository.js';
import { ModelCallsRepository } from './model-calls.repository.js';
import { sumModelUse } from './sum-model-use.js';
import { isText } from './media-types.js';
import { isPartOfPitch, withoutCopy } from './shared-pitch.js';
import { ProjectsRepository, type ProjectRow } from './projects.repository.js';
import { ArtifactStorage } from './storage/artifact-storage.port.js';
import { ProofsService } from '../proofs/proofs.service.js';

/** Longer files are downloaded, not shown: a page with more text than this stops being readable. */
const SHOWN_TEXT_BYTES = 512 * 1024;

/** 192 bits of chance: nobody guesses a share link. */
const SHARE_TOKEN_BYTES = 24;

/** Owns nothing, so only a token opens anything to it. */
const NOBODY = '';

/** Projects as people see them. */
@Injectable()
export class ProjectsService implements ProjectApi {
  constructor(
    private readonly projects: ProjectsRepository,
    private readonly artifacts: ArtifactsRepository,
    private readonly storage: ArtifactStorage,
    private readonly hostedVideos: HostedVideosRepository,
    private readonly proofs: ProofsService,
    private readonly modelCalls: ModelCallsRepository,
  ) {}

  async project(caller: Caller, input: ProjectIdInput): Promise<Project> {
    const entity = await this.getReadable(caller, input);
    const records = await this.artifacts.list(entity.jobId);
    const zip = records.find((record) => record.kind === 'zip');
    if (!zip) throw new AppError('artifact.not_found');
    const isOwner = isOwnPage(entity, caller, input);
    const showsAll = isOwner || entity.sharesDownloads;
    // On its way to the chain since the project was stored.
    const proof = (await this.proofs.find(entity.manifestDigest)) ?? entity.detail.proof;
    return {
      projectId: entity.id,
      jobId: entity.jobId,
      name: entity.name,
      slug: entity.slug,
      tagline: entity.tagline,
      prompt: entity.prompt,
      createdAt: entity.createdAt.toISOString(),
      ...entity.detail,
      launchKit: showsAll ? entity.detail.launchKit : withoutCopy(entity.detail.launchKit),
      hostedVideo: describeHosting(await this.hostedVideos.find(entity.jobId)),
      proof,
      servedBy: { ...entity.detail.servedBy, identity: proof.servedBy },
      modelUse: sumModelUse(await this.modelCalls.list(entity.jobId)),
      // The ZIP itself and the proof lie beside the kit, not in it.
      fileCount: records.filter((record) => record.kind !== 'zip' && record.kind !== 'proof')
        .length,
      download: showsAll ? toArtifact(zip, input) : null,
      manifestDigest: entity.manifestDigest,
      access: isOwner ? 'owner' : 'shared',
      sharePath: isOwner && entity.shareToken ? `/shared/${entity.id}/${entity.shareToken}` : null,
      sharesDownloads: entity.sharesDownloads,
      revision: { number: entity.number, total: entity.total },
    };
  }

  /** What a shared link shows where it is pasted, with addresses under `origin`; null for a link that opens nothing. */
  async findSharePreview(
    { projectId, shareToken }: { projectId: string; shareToken: string },
    origin: string,
  ): Promise<SharePreview | null> {
    const entity = await this.projects.findReadable({ userId: NOBODY, shareToken }, projectId);
    if (!entity || entity === 'no_such_revision') return null;
    const { launchKit, spec } = entity.detail;
    const card = launchKit.images.find(
      ({ path, width, height }) => path.endsWith('.png') && width === 1200 && height === 630,
    );
    const query = `share=${encodeURIComponent(shareToken)}`;
    return {
      name: entity.name,
      tagline: entity.tagline,
      summary: spec.summary,
      url: `${origin}/shared/${projectId}/${shareToken}`,
      image: card
        ? {
            url: `${origin}/api/project/${projectId}/files/${card.path}?${query}`,
            width: card.width,
            height: card.height,
          }
        : null,
    };
  }

  list(caller: Caller, page: PageInput): Promise<ProjectPage> {
    return this.projects.list(caller.userId, page);
  }

  async files(caller: Caller, input: ProjectIdInput): Promise<Artifact[]> {
    const entity = await this.getReadable(caller, input);
    return (await this.artifacts.list(entity.jobId))
      .filter((record) => mayRead(record, entity, caller, input))
      .map((record) => toArtifact(record, input));
  }

  async file(caller: Caller, input: ProjectFileInput): Promise<ProjectFile> {
    const record = await this.getFile(caller, input);
    const isShown = isText(record.mediaType) && record.size <= SHOWN_TEXT_BYTES;
    const text = isShown ? (await this.storage.read(record.sha256)).toString('utf8') : null;
    return { artifact: toArtifact(record, input), text };
  }

  /** The row of a file that the caller may read. @throws AppError project.not_found | artifact.not_found */
  async getFile(caller: Caller, input: ProjectFileInput): Promise<ArtifactRecord> {
    const entity = await this.getReadable(caller, input);
    const record = await this.artifacts.find(entity.jobId, input.path);
    if (!record || !mayRead(record, entity, caller, input))
      throw new AppError('artifact.not_found');
    return record;
  }

  async delete(caller: Caller, projectId: string): Promise<void> {
    const hashes = await this.projects.delete(caller.userId, projectId);
    if (!hashes) throw new AppError('project.not_found');
    for (const sha256 of await this.artifacts.listUnreferenced(hashes))
      await this.storage.remove(sha256);
  }

  async share(caller: Caller, input: ShareInput): Promise<Project> {
    const token = input.isShared ? randomBytes(SHARE_TOKEN_BYTES).toString('base64url') : null;
    const isOwned = await this.projects.setSharing(caller.userId, input.projectId, {
      token,
      includesDownloads: input.includesDownloads,
    });
    if (!isOwned) throw new AppError('project.not_found');
    return this.project(caller, { projectId: input.projectId });
  }

  private async getReadable(caller: Caller, input: ProjectIdInput): Promise<ProjectRow> {
    const reader = { userId: caller.userId, shareToken: input.shareToken };
    const entity = await this.projects.findReadable(reader, input.projectId, input.revision);
    if (!entity) throw new AppError('project.not_found');
    if (entity === 'no_such_revision') throw new AppError('revision.not_found');
    return entity;
  }
}

/** Through its link a project looks the same to everyone, its owner too. */
const isOwnPage = (entity: ProjectRow, caller: Caller, input: ProjectIdInput): boolean =>
  entity.ownerId === caller.userId && input.shareToken === undefined;

const mayRead = (
  record: ArtifactRecord,
  entity: ProjectRow,
  caller: Caller,
  input: ProjectIdInput,
): boolean => isOwnPage(entity, caller, input) || entity.sharesDownloads || isPartOfPitch(record);

function toArtifact(record: ArtifactRecord, input: ProjectIdInput): Artifact {
  const { path, kind, mediaType, size, sha256 } = record;
  const { projectId, shareToken, revision } = input;
  const query = new URLSearchParams({
    ...(shareToken ? { share: shareToken } : {}),
    ...(revision ? { revision: String(revision) } : {}),
  });
  const suffix = query.size > 0 ? `?${query.toString()}` : '';
  const url =
    kind === 'zip'
      ? `/api/download/${projectId}${suffix}`
      : `/api/project/${projectId}/files/${path.split('/').map(encodeURIComponent).join('/')}${suffix}`;
  return { path, kind, mediaType, size, sha256, url };
}
