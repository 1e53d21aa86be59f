import type {
  DiscoveryResult,
  LaunchKit,
  ProductScreenshots,
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
import { ProjectEntity } from './project.entity.js';

/** The part of a revision that is read as a whole, as one document. */
export interface ProjectDetail {
  spec: ProductSpec;
  discovery: DiscoveryResult;
  stack: { name: string; version: string }[];
  verification: VerificationReport;
  screenshots: ProductScreenshots;
  launchKit: LaunchKit;
  proof: Proof;
  servedBy: Record<StepKey, ServedBy>;
}

/** What one job made of a project. `projects.job_id` says which revision is the current one. */
@Entity('project_revisions')
export class ProjectRevisionEntity {
  @PrimaryColumn('uuid', {
    name: 'project_id',
    primaryKeyConstraintName: 'project_revisions_pkey',
  })
  projectId: string;
  @ManyToOne(() => ProjectEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'project_id', foreignKeyConstraintName: 'project_revisions_project_fkey' })
  project?: Relation<ProjectEntity>;
  /** Counts from 1 without holes. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'project_revisions_pkey' })
  number: number;
  @Index('project_revisions_job_key', { unique: true })
  @Column('uuid', { name: 'job_id' })
  jobId: string;
  @ManyToOne(() => JobEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'job_id', foreignKeyConstraintName: 'project_revisions_job_fkey' })
  job?: Relation<JobEntity>;
  /** Why it was made, in the owner's words. */
  @Column('text', { nullable: true }) note: string | null;
  @Column('text') name: string;
  @Column('text') slug: string;
  @Column('text') tagline: string;
  @Column('jsonb') detail: ProjectDetail;
  @Column('text', { name: 'manifest_digest' }) manifestDigest: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
