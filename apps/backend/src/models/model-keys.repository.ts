import type { UserKeyProvider } from '@hatchr/contracts';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { KeyCipher } from './key-cipher.js';

export interface UserModelKey {
  provider: UserKeyProvider;
  key: string;
}

/** Keys of people at providers of language models: sealed in the database, opened only for their own jobs. */
export class ModelKeysRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: KeyCipher,
  ) {}

  /** Which providers a person has a key for, the newest first. */
  async list(userId: string): Promise<{ provider: UserKeyProvider; setAt: Date }[]> {
    return this.dataSource.query(
      `SELECT provider, set_at AS "setAt" FROM model_keys WHERE user_id = $1 ORDER BY set_at DESC`,
      [userId],
    );
  }

  /** The key that a person left last for one of `providers`; null where there is none, or the secret has changed since. */
  async findNewest(userId: string, providers: UserKeyProvider[]): Promise<UserModelKey | null> {
    const rows: { id: string; provider: UserKeyProvider; sealed: Buffer }[] =
      await this.dataSource.query(
        `SELECT id, provider, sealed FROM model_keys
          WHERE user_id = $1 AND provider = ANY($2) ORDER BY set_at DESC LIMIT 1`,
        [userId, providers],
      );
    const [row] = rows;
    const key = row ? this.cipher.open(row.sealed, row.id) : null;
    return row && key !== null ? { provider: row.provider, key } : null;
  }

  async save(userId: string, { provider, key }: UserModelKey): Promise<void> {
    const id = randomUUID();
    await this.dataSource.query(
      `INSERT INTO model_keys (id, user_id, provider, sealed) VALUES ($1, $2, $3, $4)
       ON CONFLICT (user_id, provider) DO UPDATE
         SET id = EXCLUDED.id, sealed = EXCLUDED.sealed, set_at = now()`,
      [id, userId, provider, this.cipher.seal(key, id)],
    );
  }

  async remove(userId: string, provider: UserKeyProvider): Promise<void> {
    await this.dataSource.query('DELETE FROM model_keys WHERE user_id = $1 AND provider = $2', [
      userId,
      provider,
    ]);
  }
}
