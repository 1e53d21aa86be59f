import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Until when a provider wants to be left alone by an account, for all processes. */
@Entity('model_pauses')
export class ModelPauseEntity {
  /** Names provider and account, never the key. */
  @PrimaryColumn('text', { name: 'provider_key', primaryKeyConstraintName: 'model_pauses_pkey' })
  providerKey: string;
  @Column('timestamptz') until: Date;
}
