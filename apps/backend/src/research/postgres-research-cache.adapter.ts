import { ResearchCache } from '@hatchr/discovery';
import type { DataSource } from 'typeorm';

/** The cache of research for all processes of an instance; what has expired goes as new answers come. */
export class PostgresResearchCache extends ResearchCache {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  override async get(key: string): Promise<unknown> {
    const rows = await this.dataSource.query<{ value: unknown }[]>(
      'SELECT value FROM research_cache WHERE key = $1 AND expires_at > now()',
      [key],
    );
    return rows[0]?.value ?? null;
  }

  override async set(key: string, value: unknown, expiresAt: Date): Promise<void> {
    // Jobs that ask the same at once write the same key; the later answer stays.
    await this.dataSource.query(
      `WITH gone AS (DELETE FROM research_cache WHERE expires_at <= now() AND key <> $1)
       INSERT INTO research_cache (key, value, expires_at) VALUES ($1, $2, $3)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`,
      [key, JSON.stringify(value), expiresAt],
    );
  }
}
