import type { ModelCall, StepKey } from '@hatchr/contracts';
import type { BilledTo } from '@hatchr/language-model';
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

/**
 * A call of a language model, from the moment its worst case is held. It outlives its job and its user: what was spent
 * counts for the day all the same.
 */
@Entity('model_calls')
@Index('model_calls_job_idx', ['jobId'])
@Index('model_calls_user_reserved_at_idx', ['userId', 'reservedAt'])
@Index('model_calls_reserved_at_idx', ['reservedAt'])
export class ModelCallEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'model_calls_pkey' }) id: string;
  @Column('uuid', { name: 'job_id', nullable: true }) jobId: string | null;
  @ManyToOne(() => JobEntity, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'job_id', foreignKeyConstraintName: 'model_calls_job_fkey' })
  job?: Relation<JobEntity>;
  @Column('text', { name: 'user_id', nullable: true }) userId: string | null;
  @ManyToOne(() => UserEntity, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'model_calls_user_fkey' })
  user?: Relation<UserEntity>;
  @Column('text') step: StepKey;
  @Column('text', { name: 'billed_to' }) billedTo: BilledTo;
  /** What counts against the budgets: the worst case while the call runs, then what it did cost. */
  @Column('integer') tokens: number;
  @Column('integer', { name: 'micro_usd' }) microUsd: number;
  /** Null while it runs, and for ever where its process died; then it counts for some minutes only. */
  @Column('jsonb', { nullable: true }) call: ModelCall | null;
  @Column('timestamptz', { name: 'reserved_at', default: () => 'now()' }) reservedAt: Date;
}
