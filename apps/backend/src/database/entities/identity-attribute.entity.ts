import type { IdentityAttribute } from '@hatchr/contracts';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ConcordiumAccountEntity } from './concordium-account.entity.js';

/** A fact that the identity behind an account has shown; the proof of it is not kept. */
@Entity('identity_attributes')
export class IdentityAttributeEntity {
  @PrimaryColumn('text', {
    name: 'user_id',
    primaryKeyConstraintName: 'identity_attributes_pkey',
  })
  userId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'identity_attributes_pkey' })
  attribute: IdentityAttribute;
  @ManyToOne(() => ConcordiumAccountEntity, { onDelete: 'CASCADE', onUpdate: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'identity_attributes_account_fkey' })
  account?: Relation<ConcordiumAccountEntity>;
  @Column('text') value: string;
  @Column('timestamptz', { name: 'shown_at', default: () => 'now()' }) shownAt: Date;
}
