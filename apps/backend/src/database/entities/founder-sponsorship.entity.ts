import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'founder_sponsorships_pkey';

/** A transaction of a founder that the operator has signed to pay for; until it expires there is no other for its digest. */
@Entity('founder_sponsorships')
@Index('founder_sponsorships_issued_at_idx', ['genesisHash', 'issuedAt'])
export class FounderSponsorshipEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName }) digest: string;
  @PrimaryColumn('text', { name: 'genesis_hash', primaryKeyConstraintName }) genesisHash: string;
  @PrimaryColumn('timestamptz', { name: 'expires_at', primaryKeyConstraintName }) expiresAt: Date;
  @Column('text') founder: string;
  /** JSON of the signed transaction, so that who asks again gets the same one. */
  @Column('text') transaction: string;
  @Column('timestamptz', { name: 'issued_at', default: () => 'now()' }) issuedAt: Date;
}
