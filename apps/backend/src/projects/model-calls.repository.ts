import type { Decision, ModelCall, StepKey } from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What language models did for a job, as it was recorded while they did it. */
@Injectable()
export class ModelCallsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Every call that has ended, in the order in which they began. */
  async list(jobId: string): Promise<ModelCall[]> {
    const rows = await this.dataSource.query<{ call: ModelCall }[]>(
      'SELECT call FROM model_calls WHERE job_id = $1 AND call IS NOT NULL ORDER BY reserved_at, id',
      [jobId],
    );
    return rows.map(({ call }) => call);
  }

  /** What the finished steps said of who decided what. */
  async listDecisions(jobId: string): Promise<(Decision & { step: StepKey })[]> {
    const rows = await this.dataSource.query<{ step: StepKey; decisions: Decision[] }[]>(
      'SELECT key AS step, decisions FROM job_steps WHERE job_id = $1',
      [jobId],
    );
    return rows.flatMap(({ step, decisions }) =>
      decisions.map((decision) => ({ step, ...decision })),
    );
  }
}
