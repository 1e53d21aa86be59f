import {
  AppError,
  type Caller,
  type CompareFileInput,
  type CompareInput,
  type Comparison,
  type DraftSpec,
  type DraftSpecInput,
  type FileComparison,
  type Project,
  type RestoreInput,
  type Revision,
  type RevisionApi,
} from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { describeSpecChanges } from './describe-spec-changes.js';
import { draftSpec } from './draft-spec.js';
import { FileComparer } from './file-comparer.service.js';
import { ProjectsService } from './projects.service.js';
import { RevisionsRepository, type ComparedRevision } from './revisions.repository.js';

/** Revisions of a project, for its owner. What makes a new one is a job (jobs.service.ts). */
@Injectable()
export class RevisionsService implements RevisionApi {
  constructor(
    private readonly revisions: RevisionsRepository,
    private readonly files: FileComparer,
    private readonly projects: ProjectsService,
  ) {}

  async list(caller: Caller, projectId: string): Promise<Revision[]> {
    const revisions = await this.revisions.list(caller.userId, projectId);
    if (revisions.length === 0) throw new AppError('project.not_found');
    return revisions;
  }

  async compare(caller: Caller, input: CompareInput): Promise<Comparison> {
    const [from, to] = await this.getPair(caller, input);
    return {
      spec: describeSpecChanges(from.spec, to.spec),
      files: await this.files.changedFiles(from.jobId, to.jobId),
    };
  }

  async compareFile(caller: Caller, input: CompareFileInput): Promise<FileComparison> {
    const [from, to] = await this.getPair(caller, input);
    return this.files.compareFile(from.jobId, to.jobId, input.path);
  }

  async restore(caller: Caller, { projectId, number }: RestoreInput): Promise<Project> {
    if (!(await this.revisions.makeCurrent(caller.userId, projectId, number)))
      throw await this.refusal(caller, projectId);
    return this.projects.project(caller, { projectId });
  }

  async draft(caller: Caller, input: DraftSpecInput): Promise<DraftSpec> {
    if (!(await this.revisions.owns(caller.userId, input.projectId)))
      throw new AppError('project.not_found');
    return draftSpec(input.spec);
  }

  private async getPair(
    caller: Caller,
    { projectId, from, to }: CompareInput,
  ): Promise<[ComparedRevision, ComparedRevision]> {
    const found = await this.revisions.listNumbers(caller.userId, projectId, [from, to]);
    const first = found.find(({ number }) => number === from);
    const second = found.find(({ number }) => number === to);
    if (!first || !second) throw await this.refusal(caller, projectId);
    return [first, second];
  }

  /** Why there is no such revision: to anyone but the owner, because there is no such project. */
  private async refusal(caller: Caller, projectId: string): Promise<AppError> {
    const isOwner = await this.revisions.owns(caller.userId, projectId);
    return new AppError(isOwner ? 'revision.not_found' : 'project.not_found');
  }
}
