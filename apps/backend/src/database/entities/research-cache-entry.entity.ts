import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An answer of an outside service. Nobody's: it says nothing of who asked. */
@Entity('research_cache')
export class ResearchCacheEntryEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'research_cache_pkey' }) key: string;
  @Column('jsonb') value: unknown;
  @Index('research_cache_expires_at_idx')
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
