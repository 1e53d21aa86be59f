import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person: a guest until they sign up. Written by better-auth, whose column names are kept. */
@Entity('users')
export class UserEntity {
  @PrimaryColumn('text') id: string;
  @Column('text') name: string;
  @Index('users_email_key', { unique: true })
  @Column('text')
  email: string;
  @Column('boolean', { default: false }) emailVerified: boolean;
  @Column('text', { nullable: true }) image: string | null;
  @Column('boolean', { nullable: true, default: false }) isAnonymous: boolean | null;
  /** `admin` is given by a command on the server only. */
  @Column('text', { default: 'user' }) role: 'user' | 'admin';
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt: Date;
}
