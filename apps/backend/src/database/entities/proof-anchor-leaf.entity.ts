import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { ProofAnchorEntity } from './proof-anchor.entity.js';

/** A digest that is to be on a chain; without an anchor it waits for a transaction. */
@Entity('proof_anchor_leaves')
@Index('proof_anchor_leaves_waiting_idx', ['genesisHash', 'requestedAt'], {
  where: 'anchor_id IS NULL',
})
export class ProofAnchorLeafEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'proof_anchor_leaves_pkey' }) digest: string;
  @PrimaryColumn('text', {
    name: 'genesis_hash',
    primaryKeyConstraintName: 'proof_anchor_leaves_pkey',
  })
  genesisHash: string;
  @Index('proof_anchor_leaves_anchor_idx')
  @Column('uuid', { name: 'anchor_id', nullable: true })
  anchorId: string | null;
  @ManyToOne(() => ProofAnchorEntity)
  @JoinColumn({ name: 'anchor_id', foreignKeyConstraintName: 'proof_anchor_leaves_anchor_fkey' })
  anchor?: Relation<ProofAnchorEntity> | null;
  @Column('integer', { name: 'leaf_index', nullable: true }) leafIndex: number | null;
  @Column('jsonb', { nullable: true }) path: string[] | null;
  @Column('timestamptz', { name: 'requested_at', default: () => 'now()' }) requestedAt: Date;
}
