import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An answer of a language model that was valid, by the hash of what was asked. It knows neither who asked nor a key. */
@Entity('model_answers')
export class ModelAnswerEntity {
  @PrimaryColumn('text', { name: 'content_hash', primaryKeyConstraintName: 'model_answers_pkey' })
  contentHash: string;
  @Column('text') answer: string;
  @Index('model_answers_expires_at_idx')
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
