import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { UserEntity } from './user.entity.js';

/** The key of a person at a provider of language models. Only sealed; only workers open it. */
@Entity('model_keys')
@Unique('model_keys_user_provider_key', ['userId', 'provider'])
export class ModelKeyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'model_keys_pkey' }) id: string;
  @Column('text', { name: 'user_id' }) userId: string;
  @ManyToOne(() => UserEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'model_keys_user_fkey' })
  user?: Relation<UserEntity>;
  @Column('text') provider: string;
  @Column('bytea') sealed: Buffer;
  @Column('timestamptz', { name: 'set_at', default: () => 'now()' }) setAt: Date;
}
