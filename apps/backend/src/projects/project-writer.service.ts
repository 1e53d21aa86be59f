import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ProjectDetail } from '../database/entities/project-revision.entity.js';
import { need, type EarlierOutputs } from '../jobs/steps/pipeline-step.js';

/** Turns the outputs of a finished job into its project, or into the next revision of one. */
@Injectable()
export class ProjectWriter {
  /** Writes the revision that the job made and makes it the current one. Returns the id of its project. */
  async create(
    manager: EntityManager,
    input: { jobId: string; outputs: EarlierOutputs },
  ): Promise<string> {
    const discovery = need(input.outputs, 'discovery');
    const { spec, stack, verification, screenshots, servedBy } = need(input.outputs, 'mvp');
    const launchKit = need(input.outputs, 'marketing');
    const packaging = need(input.outputs, 'packaging');
    const proof = need(input.outputs, 'identity');
    const detail: ProjectDetail = {
      spec,
      discovery,
      stack,
      verification,
      screenshots,
      launchKit,
      proof,
      servedBy: {
        discovery: discovery.servedBy,
        mvp: servedBy,
        marketing: launchKit.servedBy,
        packaging: packaging.servedBy,
        identity: proof.servedBy,
      },
    };
    const projectId = await this.findOrInsert(manager, input.jobId);
    // Whoever makes a revision holds the project's row, so numbers have no holes and none is given twice.
    await manager.query(
      `INSERT INTO project_revisions
         (project_id, number, job_id, note, name, slug, tagline, detail, manifest_digest)
       SELECT $1, (SELECT COALESCE(max(number), 0) + 1 FROM project_revisions WHERE project_id = $1),
         j.id, j.note, $3, $4, $5, $6::jsonb, $7 FROM jobs j WHERE j.id = $2
       ON CONFLICT (job_id) DO NOTHING`,
      [
        projectId,
        input.jobId,
        spec.name,
        spec.slug,
        spec.tagline,
        JSON.stringify(detail),
        packaging.manifestDigest,
      ],
    );
    return projectId;
  }

  /** The project that the job revises, pointed at the job; or a project of its own. */
  private async findOrInsert(manager: EntityManager, jobId: string): Promise<string> {
    const [revised] = await manager.query<[{ id: string }[], number]>(
      `UPDATE projects p SET job_id = j.id FROM jobs j
       WHERE j.id = $1 AND p.id = j.revision_of RETURNING p.id`,
      [jobId],
    );
    if (revised[0]) return revised[0].id;
    const made: { id: string }[] = await manager.query(
      // The owner is read again: a guest may have signed up while the job ran.
      `INSERT INTO projects (id, job_id, owner_id, prompt)
       SELECT $1, j.id, j.owner_id, j.prompt FROM jobs j WHERE j.id = $2 AND j.revision_of IS NULL
       ON CONFLICT (job_id) DO UPDATE SET job_id = EXCLUDED.job_id RETURNING id`,
      [randomUUID(), jobId],
    );
    const id = made[0]?.id;
    if (!id) throw new Error(`job ${jobId} is gone`);
    return id;
  }
}
