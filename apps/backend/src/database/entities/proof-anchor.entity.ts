import type { ChainNetwork, ErrorCode } from '@hatchr/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A transaction that was signed. `expired` and `nonce_taken` ones can never be included, so their nonce is free. */
@Entity('proof_anchors')
@Index('proof_anchors_nonce_key', ['genesisHash', 'sender', 'nonce'], {
  unique: true,
  where: `status NOT IN ('expired', 'nonce_taken')`,
})
@Index('proof_anchors_live_idx', ['genesisHash', 'sender', 'nonce'], {
  where: `status IN ('signed', 'sent', 'committed')`,
})
export class ProofAnchorEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proof_anchors_pkey' }) id: string;
  @Column('text', { name: 'genesis_hash' }) genesisHash: string;
  @Column('text') network: ChainNetwork;
  @Column('text') sender: string;
  @Column('bigint') nonce: string;
  @Index('proof_anchors_transaction_key', { unique: true })
  @Column('text', { name: 'transaction_hash' })
  transactionHash: string;
  /** Hex of the signed bytes: stored before they are sent, so that exactly they can be sent again. */
  @Column('text', { name: 'block_item' }) blockItem: string;
  @Column('bigint') energy: string;
  @Column('text') root: string;
  @Column('integer') size: number;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('text', { default: 'signed' }) status: string;
  @Column('text', { nullable: true }) problem: ErrorCode | null;
  @Column('bigint', { name: 'estimated_micro_ccd', nullable: true }) estimatedMicroCcd:
    string | null;
  @Column('bigint', { name: 'paid_micro_ccd', nullable: true }) paidMicroCcd: string | null;
  @Column('text', { name: 'block_hash', nullable: true }) blockHash: string | null;
  @Column('timestamptz', { name: 'block_time', nullable: true }) blockTime: Date | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
