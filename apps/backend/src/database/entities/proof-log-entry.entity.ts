import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A row of the local transparency log. Append-only: a trigger refuses update and delete. */
@Entity('proof_log_entries')
export class ProofLogEntryEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'proof_log_entries_pkey' }) index: number;
  /** One entry a digest: the same bytes are proved once. */
  @Index('proof_log_entries_digest_key', { unique: true })
  @Column('text')
  digest: string;
  /** Exactly the text that was hashed (ISO 8601 UTC). */
  @Column('text', { name: 'recorded_at' }) recordedAt: string;
  @Column('text', { name: 'previous_hash' }) previousHash: string;
  @Column('text', { name: 'entry_hash' }) entryHash: string;
  @Column('text') signature: string;
  @Column('text', { name: 'key_id' }) keyId: string;
}
