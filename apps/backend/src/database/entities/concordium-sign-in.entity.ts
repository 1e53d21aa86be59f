import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { UserEntity } from './user.entity.js';

/** A signature that was asked for. Deleted by the first answer, so none is taken twice. */
@Entity('concordium_sign_ins')
export class ConcordiumSignInEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'concordium_sign_ins_pkey' }) nonce: string;
  @Index('concordium_sign_ins_user_idx')
  @Column('text', { name: 'user_id' })
  userId: string;
  @ManyToOne(() => UserEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'concordium_sign_ins_user_fkey' })
  user?: Relation<UserEntity>;
  @Index('concordium_sign_ins_expires_at_idx')
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
