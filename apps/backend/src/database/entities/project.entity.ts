import type {
  DiscoveryResult,
  LaunchKit,
  ProductSpec,
  Proof,
  ServedBy,
  StepKey,
  VerificationReport,
} from '@hatchr/contracts';
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
import { UserEntity } from './user.entity.js';

/** The part of a project that is read as a whole, as one document. */
export interface ProjectDetail {
  spec: ProductSpec;
  discovery: DiscoveryResult;
  stack: { name: string; version: string }[];
  verification: VerificationReport;
  launchKit: LaunchKit;
  proof: Proof;
  servedBy: Record<StepKey, ServedBy>;
}

/** What a finished job leaves: one project, made once (`job_id` is unique). */
@Entity('projects')
@Index('projects_owner_created_idx', ['ownerId', 'createdAt', 'id'])
export class ProjectEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'projects_pkey' }) id: string;
  @Index('projects_job_key', { unique: true })
  @Column('uuid', { name: 'job_id' })
  jobId: string;
  @ManyToOne(() => JobEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'job_id', foreignKeyConstraintName: 'projects_job_fkey' })
  job?: Relation<JobEntity>;
  @Column('text', { name: 'owner_id' }) ownerId: string;
  @ManyToOne(() => UserEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id', foreignKeyConstraintName: 'projects_owner_fkey' })
  owner?: Relation<UserEntity>;
  @Column('text') name: string;
  @Column('text') slug: string;
  @Column('text') tagline: string;
  @Column('text') prompt: string;
  @Column('jsonb') detail: ProjectDetail;
  @Column('text', { name: 'manifest_digest' }) manifestDigest: string;
  @Index('projects_share_token_key', { unique: true, where: 'share_token IS NOT NULL' })
  @Column('text', { name: 'share_token', nullable: true })
  shareToken: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
