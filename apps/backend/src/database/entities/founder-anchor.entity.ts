import type { ChainNetwork, ErrorCode } from '@hatchr/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'founder_anchors_pkey';

/** A transaction that a founder's wallet says it has sent. One a digest and chain counts, unless it has failed. */
@Entity('founder_anchors')
@Index('founder_anchors_one_key', ['digest', 'genesisHash'], {
  unique: true,
  where: `status <> 'failed'`,
})
@Index('founder_anchors_live_idx', ['genesisHash', 'reportedAt'], {
  where: `status IN ('sent', 'committed')`,
})
export class FounderAnchorEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName }) digest: string;
  @PrimaryColumn('text', { name: 'genesis_hash', primaryKeyConstraintName }) genesisHash: string;
  @PrimaryColumn('text', { name: 'transaction_hash', primaryKeyConstraintName })
  transactionHash: string;
  @Column('text') network: ChainNetwork;
  /** The account that the founder had shown to be theirs when they reported it. */
  @Column('text') sender: string;
  @Column('text', { default: 'sent' }) status: string;
  @Column('text', { nullable: true }) problem: ErrorCode | null;
  @Column('bigint', { name: 'paid_micro_ccd', nullable: true }) paidMicroCcd: string | null;
  @Column('text', { name: 'block_hash', nullable: true }) blockHash: string | null;
  @Column('timestamptz', { name: 'block_time', nullable: true }) blockTime: Date | null;
  @Column('timestamptz', { name: 'reported_at', default: () => 'now()' }) reportedAt: Date;
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt: Date | null;
}
