import type { Decision, StepKey, StepStatus } from '@hatchr/contracts';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { JobEntity } from './job.entity.js';

/** A memoised unit of a job: once `output` is stored, the step never runs again. */
@Entity('job_steps')
export class JobStepEntity {
  @PrimaryColumn('uuid', { name: 'job_id', primaryKeyConstraintName: 'job_steps_pkey' })
  jobId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'job_steps_pkey' }) key: StepKey;
  @ManyToOne(() => JobEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'job_id', foreignKeyConstraintName: 'job_steps_job_fkey' })
  job?: Relation<JobEntity>;
  @Column('text', { default: 'pending' }) status: StepStatus;
  /** How often it was begun, crashes included. */
  @Column('integer', { default: 0 }) attempts: number;
  /** 0 to 1 of this step. */
  @Column('real', { default: 0 }) fraction: number;
  @Column('text', { nullable: true }) activity: string | null;
  @Column('jsonb', { nullable: true }) output: unknown;
  /** Who decided what and why, stored with the output. */
  @Column('jsonb', { default: [] }) decisions: Decision[];
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
}
