import type { JobEventLevel, StepKey } from '@hatchr/contracts';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { JobEntity } from './job.entity.js';

/** One line of a job's history. `seq` rises by one within the job, without holes. */
@Entity('job_events')
export class JobEventEntity {
  @PrimaryColumn('uuid', { name: 'job_id', primaryKeyConstraintName: 'job_events_pkey' })
  jobId: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'job_events_pkey' }) seq: number;
  @ManyToOne(() => JobEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'job_id', foreignKeyConstraintName: 'job_events_job_fkey' })
  job?: Relation<JobEntity>;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at: Date;
  @Column('text', { nullable: true }) step: StepKey | null;
  @Column('text') level: JobEventLevel;
  @Column('text') message: string;
  @Column('jsonb', { nullable: true }) data: Record<string, unknown> | null;
}
