import 'server-only';
import { cache } from 'react';
import type { z } from 'zod';
import { entities, type EntityKey } from '@/entities';
import { requireUser } from '../auth';
import type { BaseRow, EntityDefinition } from '../entity';
import { isSupabase } from '../env';
import { supabaseServer } from '../supabase-server';
import { LocalRepository } from './local';
import { localDatabase } from './pglite';
import type { Repository } from './repository';
import { SupabaseRepository } from './supabase';

type RowOf<K extends EntityKey> = z.output<(typeof entities)[K]['row']>;
type InputOf<K extends EntityKey> = z.output<(typeof entities)[K]['input']>;
export type Database = { [K in EntityKey]: Repository<RowOf<K>, InputOf<K>> };

function repositories(make: (entity: EntityDefinition) => Repository<BaseRow, object>): Database {
  return Object.fromEntries(
    Object.values(entities).map((entity) => [entity.key, make(entity as EntityDefinition)]),
  ) as unknown as Database;
}

/** The data of the signed-in user. Row level security applies in both modes, so no query needs to filter by owner. */
export const getDb = cache(async (): Promise<Database> => {
  const user = await requireUser();
  if (isSupabase) {
    const client = await supabaseServer();
    return repositories((entity) => new SupabaseRepository(client, entity));
  }
  const db = await localDatabase();
  return repositories((entity) => new LocalRepository(db, entity, user.id));
});

export function isEntityKey(key: string): key is EntityKey {
  return Object.hasOwn(entities, key);
}

/** The repository of any entity, for code that serves them all. */
export function repositoryOf(db: Database, key: string): Repository<BaseRow, object> {
  if (!isEntityKey(key)) throw new Error(`Unknown entity: ${key}`);
  return db[key] as unknown as Repository<BaseRow, object>;
}
