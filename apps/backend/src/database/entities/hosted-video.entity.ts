import type { HostingState } from '@hatchr/livepeer';
import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { JobEntity } from './job.entity.js';

/** A launch video at a hosting service. It outlives its job, so that it is deleted there as well. */
@Entity('hosted_videos')
export class HostedVideoEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hosted_videos_pkey' }) id: string;
  @Index('hosted_videos_job_key', { unique: true })
  @Column('uuid', { name: 'job_id', nullable: true })
  jobId: string | null;
  @ManyToOne(() => JobEntity, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'job_id', foreignKeyConstraintName: 'hosted_videos_job_fkey' })
  job?: Relation<JobEntity>;
  /** Shown in the dashboard of the service. */
  @Column('text') name: string;
  @Column('text') sha256: string;
  @Column('jsonb') state: HostingState;
  /** Until then a process works on it. */
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil: Date | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
