import type { ErrorCode } from '@hatchr/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What keeps the transactions of an account from going on, as it was last seen. */
@Entity('proof_anchor_senders')
export class ProofAnchorSenderEntity {
  @PrimaryColumn('text', {
    name: 'genesis_hash',
    primaryKeyConstraintName: 'proof_anchor_senders_pkey',
  })
  genesisHash: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'proof_anchor_senders_pkey' }) sender: string;
  @Column('text', { nullable: true }) problem: ErrorCode | null;
  @Column('timestamptz', { name: 'checked_at' }) checkedAt: Date;
}
