import 'server-only';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PGlite, types, type Transaction } from '@electric-sql/pglite';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { BOOTSTRAP_SQL } from './bootstrap';

const iso = (value: string) => new Date(value).toISOString();

export async function openDatabase(
  dataDir?: string,
  root = /* turbopackIgnore: true */ process.cwd(),
  image?: Blob,
): Promise<PGlite> {
  if (dataDir) await mkdir(dataDir, { recursive: true });
  const db = await PGlite.create({
    ...(dataDir ? { dataDir } : {}),
    ...(image ? { loadDataDir: image } : {}),
    extensions: { pgcrypto },
    // The default 128 MB buffer pool is far more than a single-user database needs.
    startParams: [
      ...PGlite.defaultStartParams,
      '-c',
      'shared_buffers=8MB',
      '-c',
      'wal_buffers=256kB',
    ],
    parsers: {
      [types.TIMESTAMPTZ]: iso,
      [types.DATE]: (value: string) => value,
      [types.TIME]: (value: string) => value.slice(0, 5),
    },
  });
  await db.exec(BOOTSTRAP_SQL);
  await migrate(db, root);
  return db;
}

async function migrate(db: PGlite, root: string) {
  const dir = path.join(root, 'supabase', 'migrations');
  const done = new Set(
    (await db.query<{ name: string }>('select name from public._local_migrations')).rows.map(
      (r) => r.name,
    ),
  );
  const files = (await readdir(dir)).filter((f) => f.endsWith('.sql')).sort();
  for (const name of files) {
    if (done.has(name)) continue;
    const sql = await readFile(path.join(dir, name), 'utf8');
    await db.transaction(async (tx) => {
      await tx.exec(sql);
      await tx.query('insert into public._local_migrations (name) values ($1)', [name]);
    });
  }
  if (done.size === 0) {
    const seed = await readFile(path.join(root, 'supabase', 'seed.sql'), 'utf8').catch(() => '');
    if (seed) await db.exec(seed);
  }
}

declare global {
  var __localDatabase: Promise<PGlite> | undefined;
}

export function localDatabase(): Promise<PGlite> {
  const dir = path.join(
    /* turbopackIgnore: true */ process.env.DATA_DIR ||
      path.join(/* turbopackIgnore: true */ process.cwd(), '.data'),
    'pglite',
  );
  return (globalThis.__localDatabase ??= openDatabase(dir).catch((error: unknown) => {
    globalThis.__localDatabase = undefined;
    throw error;
  }));
}

/** Runs a callback exactly as Supabase does: as the "authenticated" role with the user id in the JWT claims, so RLS applies. */
export async function asUser<T>(
  db: PGlite,
  userId: string,
  run: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    const claims = JSON.stringify({ sub: userId, role: 'authenticated' }).replaceAll("'", "''");
    // Together, because a query with parameters takes six times the steps of one without.
    await tx.exec(
      `select set_config('request.jwt.claims', '${claims}', true); set local role authenticated`,
    );
    return run(tx);
  });
}
