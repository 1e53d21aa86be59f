import type { JobStatus, PlanPreview, ProductSpec, PublicError } from '@hatchr/contracts';
import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { ProjectEntity } from './project.entity.js';
import { UserEntity } from './user.entity.js';

/** One request to hatch an idea. Its state machine is guarded in SQL (jobs.repository.ts). */
@Entity('jobs')
@Index('jobs_owner_created_idx', ['ownerId', 'createdAt', 'id'])
@Index('jobs_status_created_idx', ['status', 'createdAt'])
@Index('jobs_created_idx', ['createdAt', 'id'])
@Index('jobs_idempotency_key', ['ownerId', 'idempotencyKey'], {
  unique: true,
  where: 'idempotency_key IS NOT NULL',
})
@Index('jobs_one_revision_at_once', ['revisionOf'], {
  unique: true,
  where: `revision_of IS NOT NULL AND status IN ('queued', 'processing')`,
})
@Index('jobs_revision_of_idx', ['revisionOf'], { where: 'revision_of IS NOT NULL' })
export class JobEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'jobs_pkey' }) id: string;
  @Column('text', { name: 'owner_id' }) ownerId: string;
  @ManyToOne(() => UserEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id', foreignKeyConstraintName: 'jobs_owner_fkey' })
  owner?: Relation<UserEntity>;
  @Column('text') prompt: string;
  @Column('text', { default: 'queued' }) status: JobStatus;
  /** 0 to 100. */
  @Column('real', { default: 0 }) progress: number;
  @Column('text', { name: 'idempotency_key', nullable: true }) idempotencyKey: string | null;
  /** Rises whenever the job changes hands (a worker takes it, it is cancelled): writes of an older hand are refused. */
  @Column('integer', { name: 'lease_epoch', default: 0 }) leaseEpoch: number;
  /** Until when the worker that holds it counts as alive. */
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil: Date | null;
  @Column('integer', { name: 'last_seq', default: 0 }) lastSeq: number;
  @Column('uuid', { name: 'project_id', nullable: true }) projectId: string | null;
  /** What is being built, shown while it is. */
  @Column('jsonb', { nullable: true }) plan: PlanPreview | null;
  /** The project that it makes a new revision of. Its two indexes: one such job at once, and all of a project. */
  @Column('uuid', { name: 'revision_of', nullable: true }) revisionOf: string | null;
  @ManyToOne(() => ProjectEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'revision_of', foreignKeyConstraintName: 'jobs_revision_of_fkey' })
  revisedProject?: Relation<ProjectEntity>;
  /** The owner's specification that is built instead of a planned one. */
  @Column('jsonb', { name: 'given_spec', nullable: true }) givenSpec: ProductSpec | null;
  /** Why the revision is made, in the owner's words. */
  @Column('text', { nullable: true }) note: string | null;
  @Column('jsonb', { nullable: true }) error: PublicError | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
}
