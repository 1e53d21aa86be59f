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

/** What a person hatched from a sentence. What each of its jobs made of it is in `project_revisions`. */
@Entity('projects')
@Index('projects_owner_created_idx', ['ownerId', 'createdAt', 'id'])
export class ProjectEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'projects_pkey' }) id: string;
  /** The job of the current revision. */
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
  @Column('text') prompt: string;
  @Index('projects_share_token_key', { unique: true, where: 'share_token IS NOT NULL' })
  @Column('text', { name: 'share_token', nullable: true })
  shareToken: string | null;
  /** Whether the shared link opens the ZIP too. */
  @Column('boolean', { name: 'shares_downloads', default: false }) sharesDownloads: boolean;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
