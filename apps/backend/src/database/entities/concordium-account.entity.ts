import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { UserEntity } from './user.entity.js';

/** The account that a person has shown to be theirs, on one chain. */
@Entity('concordium_accounts')
export class ConcordiumAccountEntity {
  @PrimaryColumn('text', {
    name: 'user_id',
    primaryKeyConstraintName: 'concordium_accounts_pkey',
  })
  userId: string;
  @ManyToOne(() => UserEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'concordium_accounts_user_fkey' })
  user?: Relation<UserEntity>;
  @Column('text', { name: 'genesis_hash' }) genesisHash: string;
  @Column('text') address: string;
  @Column('timestamptz', { name: 'verified_at', default: () => 'now()' }) verifiedAt: Date;
}
