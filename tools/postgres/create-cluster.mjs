// initdb, whole or not at all.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** The superuser of every embedded cluster. */
export const USER = 'hatchr';

/**
 * Runs a Postgres program away from the caller's folder (which its account may not enter) and locale.
 * @param {import('./account.mjs').Account} account
 */
export const postgresEnvironment = (account) => ({
  ...account,
  cwd: '/',
  env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' },
});

/**
 * Makes the cluster if it does not exist. It is built beside its place and moved there by one rename, so a
 * process killed in between leaves no half cluster, and of two at once one wins and both use its cluster.
 * @param {import('./location.mjs').Location} location
 * @param {string} initdb absolute path of the program
 * @returns {Promise<boolean>} whether this call made it
 */
export async function createCluster({ cluster, account, password }, initdb) {
  if (fs.existsSync(path.join(cluster, 'PG_VERSION'))) return false;
  removeAbandoned(cluster);
  const draft = `${cluster}.init.${process.pid}`;
  const passwordFile = `${draft}.password`;
  try {
    fs.mkdirSync(draft, { mode: 0o700 });
    fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account.uid !== undefined && account.gid !== undefined)
      for (const made of [draft, passwordFile]) fs.chownSync(made, account.uid, account.gid);
    await runInitdb(initdb, draft, passwordFile, account);
    return moveIntoPlace(draft, cluster);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
    fs.rmSync(passwordFile, { force: true });
  }
}

/**
 * @param {string} initdb
 * @param {string} folder
 * @param {string} passwordFile
 * @param {import('./account.mjs').Account} account
 */
function runInitdb(initdb, folder, passwordFile, account) {
  const args = [
    `--pgdata=${folder}`,
    '--auth=scram-sha-256',
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
    // Files instead of /dev/shm, which containers keep small (Docker: 64 MB); initdb panics at 1 MB without it.
    ...['-c', 'dynamic_shared_memory_type=mmap'],
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, args, {
      ...postgresEnvironment(account),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve(undefined);
      const isFull = /no space left|disk quota/i.test(errors);
      const error = new Error(`initdb failed (${code}): ${errors.trim()}`);
      reject(isFull ? Object.assign(error, { code: 'ENOSPC', path: folder }) : error);
    });
  });
}

/**
 * @param {string} draft
 * @param {string} cluster
 */
function moveIntoPlace(draft, cluster) {
  try {
    fs.renameSync(draft, cluster);
    return true;
  } catch (error) {
    if (fs.existsSync(path.join(cluster, 'PG_VERSION'))) return false;
    throw error;
  }
}

/**
 * Drafts of processes that were killed; a draft younger than an hour may still be at work.
 * @param {string} cluster
 */
function removeAbandoned(cluster) {
  const folder = path.dirname(cluster);
  for (const name of fs.readdirSync(folder)) {
    const full = path.join(folder, name);
    const age = Date.now() - (fs.statSync(full, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
    if (name.startsWith('pgdata.init.') && age > 3_600_000)
      fs.rmSync(full, { recursive: true, force: true });
  }
}

/**
 * Sets the password of a cluster whose password file was lost, without the old one: Postgres in single-user
 * mode asks for none.
 * @param {import('./location.mjs').Location} location
 * @param {string} postgres absolute path of the program
 */
export function resetPassword({ cluster, account, password }, postgres) {
  execFileSync(postgres, ['--single', '-D', cluster, 'postgres'], {
    ...postgresEnvironment(account),
    input: `ALTER USER ${USER} PASSWORD '${password}';\n`,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
}
