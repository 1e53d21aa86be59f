import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Accounts that people have shown to be theirs, and the nonces that were asked of them. */
@Injectable()
export class ConcordiumAccountsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The account of a person on a chain; null where they have shown none. */
  async findAddress(userId: string, genesisHash: string): Promise<string | null> {
    const rows: { address: string }[] = await this.dataSource.query(
      'SELECT address FROM concordium_accounts WHERE user_id = $1 AND genesis_hash = $2',
      [userId, genesisHash],
    );
    return rows[0]?.address ?? null;
  }

  /** What another account has shown is forgotten. */
  async save(userId: string, genesisHash: string, address: string): Promise<void> {
    await this.dataSource.query(
      `WITH forgotten AS (
         DELETE FROM identity_attributes USING concordium_accounts account
         WHERE identity_attributes.user_id = $1 AND account.user_id = $1
           AND (account.genesis_hash, account.address) IS DISTINCT FROM ($2, $3)
       )
       INSERT INTO concordium_accounts (user_id, genesis_hash, address) VALUES ($1, $2, $3)
       ON CONFLICT (user_id) DO UPDATE
         SET genesis_hash = EXCLUDED.genesis_hash, address = EXCLUDED.address, verified_at = now()`,
      [userId, genesisHash, address],
    );
  }

  async remove(userId: string): Promise<void> {
    await this.dataSource.query('DELETE FROM concordium_accounts WHERE user_id = $1', [userId]);
  }

  /** Remembers what was asked; an earlier request of the same person is forgotten, as are all that have expired. */
  async startSignIn(userId: string, nonce: string, expiresAt: Date): Promise<void> {
    await this.dataSource.query(
      'DELETE FROM concordium_sign_ins WHERE user_id = $1 OR expires_at < now()',
      [userId],
    );
    await this.dataSource.query(
      'INSERT INTO concordium_sign_ins (nonce, user_id, expires_at) VALUES ($1, $2, $3)',
      [nonce, userId, expiresAt],
    );
  }

  /** Takes a nonce out of use. False when it was not asked of this person, was answered already, or has expired. */
  async useNonce(userId: string, nonce: string): Promise<boolean> {
    const [rows] = await this.dataSource.query<[{ isInTime: boolean }[], number]>(
      `DELETE FROM concordium_sign_ins WHERE nonce = $1 AND user_id = $2 RETURNING expires_at > now() AS "isInTime"`,
      [nonce, userId],
    );
    return rows[0]?.isInTime ?? false;
  }
}
