import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A live stream at a service that redraws video. It refers to nothing, so that none is lost before it is ended there. */
@Entity('restyle_sessions')
export class RestyleSessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'restyle_sessions_pkey' }) id: string;
  @Column('text', { name: 'owner_id' }) ownerId: string;
  @Column('text', { name: 'stream_id' }) streamId: string;
  /** Where the redrawn pictures come from; null before any were sent. */
  @Column('text', { name: 'whep_url', nullable: true }) whepUrl: string | null;
  @Index('restyle_sessions_ends_at_idx')
  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;
  /** Until then a process is about to end it with the service. */
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil: Date | null;
}
