import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ProjectDetail } from '../database/entities/project.entity.js';
import { need, type EarlierOutputs } from '../jobs/steps/pipeline-step.js';

/** Turns the outputs of a finished job into its project. */
@Injectable()
export class ProjectWriter {
  /** Creates the job's project, or finds the one that it already has. Returns its id. */
  async create(
    manager: EntityManager,
    input: { jobId: string; outputs: EarlierOutputs },
  ): Promise<string> {
    const discovery = need(input.outputs, 'discovery');
    const { spec, stack, verification, servedBy } = need(input.outputs, 'mvp');
    const launchKit = need(input.outputs, 'marketing');
    const packaging = need(input.outputs, 'packaging');
    const proof = need(input.outputs, 'identity');
    const detail: ProjectDetail = {
      spec,
      discovery,
      stack,
      verification,
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
    const rows: { id: string }[] = await manager.query(
      // The owner is read again: a guest may have signed up while the job ran.
      `INSERT INTO projects (id, job_id, owner_id, name, slug, tagline, prompt, detail, manifest_digest)
       SELECT $1, j.id, j.owner_id, $3, $4, $5, j.prompt, $6::jsonb, $7 FROM jobs j WHERE j.id = $2
       ON CONFLICT (job_id) DO UPDATE SET job_id = EXCLUDED.job_id RETURNING id`,
      [
        randomUUID(),
        input.jobId,
        spec.name,
        spec.slug,
        spec.tagline,
        JSON.stringify(detail),
        packaging.manifestDigest,
      ],
    );
    const id = rows[0]?.id;
    if (!id) throw new Error(`job ${input.jobId} is gone`);
    return id;
  }
}
