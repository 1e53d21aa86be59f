import { readFile } from 'node:fs/promises';
import type { PGlite } from '@electric-sql/pglite';
import { openDatabase } from '@/lib/db/pglite';

/** The one database of the tests, with the migrations and the demo rows in it; the app's own code reads it too. */
export const openWorkspace = (): Promise<PGlite> => (globalThis.__localDatabase ??= create());

/** TEST_DATABASE_IMAGE may name a dump of an empty database, which opens faster than a new one is made. */
async function create(): Promise<PGlite> {
  const image = process.env.TEST_DATABASE_IMAGE;
  return openDatabase(undefined, undefined, image ? new Blob([await readFile(image)]) : undefined);
}
