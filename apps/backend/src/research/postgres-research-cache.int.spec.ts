import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { connect, createTestDatabase, type TestDatabase } from '../../test/test-database.js';
import { PostgresResearchCache } from './postgres-research-cache.adapter.js';

const hour = 3_600_000;
const inAnHour = (): Date => new Date(Date.now() + hour);

describe('the cache of research in Postgres', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let cache: PostgresResearchCache;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await connect(database.url);
    cache = new PostgresResearchCache(dataSource);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('gives back what JSON can hold, and null for what it does not know', async () => {
    const value = { hits: [{ title: 'Größe "x"', rank: 1 }], none: null };
    await cache.set('a', value, inAnHour());
    await cache.set('text', 'just words', inAnHour());
    expect(await cache.get('a')).toEqual(value);
    expect(await cache.get('text')).toBe('just words');
    expect(await cache.get('b')).toBeNull();
  });

  it('keeps the later of two answers', async () => {
    await Promise.all([1, 2, 3].map((value) => cache.set('raced', value, inAnHour())));
    await cache.set('raced', 4, inAnHour());
    expect(await cache.get('raced')).toBe(4);
  });

  it('forgets what has expired, and removes it with the next answer', async () => {
    await cache.set('old', 'gone', new Date(Date.now() - hour));
    expect(await cache.get('old')).toBeNull();
    await cache.set('new', 'here', inAnHour());
    const keys = await dataSource.query<{ key: string }[]>('SELECT key FROM research_cache');
    expect(keys.map(({ key }) => key)).not.toContain('old');
  });
});
