import type { ArtifactKind } from '@hatchr/contracts';
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

/** A file that a job made. The bytes lie in the artifact storage under their sha256. */
@Entity('artifacts')
export class ArtifactEntity {
  @PrimaryColumn('uuid', { name: 'job_id', primaryKeyConstraintName: 'artifacts_pkey' })
  jobId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'artifacts_pkey' }) path: string;
  @ManyToOne(() => JobEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'job_id', foreignKeyConstraintName: 'artifacts_job_fkey' })
  job?: Relation<JobEntity>;
  @Column('text') kind: ArtifactKind;
  @Column('text', { name: 'media_type' }) mediaType: string;
  /** POSIX permission bits in the ZIP. */
  @Column('integer', { default: 0o644 }) mode: number;
  /** Bytes; a file of the kit stays far below 2^53. */
  @Column('bigint', { transformer: { from: Number, to: (value: number) => value } }) size: number;
  @Index('artifacts_sha256_idx')
  @Column('text')
  sha256: string;
}
