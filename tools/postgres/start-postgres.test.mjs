import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startPostgres } from './start-postgres.mjs';

const FAST = ['-c', 'fsync=off'];
const isRoot = process.getuid?.() === 0;
/** @type {string[]} */
const folders = [];
/** @type {import('./start-postgres.mjs').Postgres[]} */
const servers = [];

after(async () => {
  for (const server of servers) await server.stop({ isImmediate: true });
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

function newFolder(mode = 0o755) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hatchr-postgres-'));
  fs.chmodSync(folder, mode);
  folders.push(folder);
  return path.join(folder, 'postgres');
}

/** @param {Partial<Parameters<typeof startPostgres>[0]> & { baseDir: string }} options */
async function start(options) {
  const server = await startPostgres({ flags: FAST, ...options });
  servers.push(server);
  return server;
}

/**
 * @param {string} url
 * @param {string} sql
 */
async function query(url, sql) {
  const client = new pg.Client(url);
  // The server may be killed under the connection.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('startPostgres', () => {
  test('keeps data over a stop and a start, and leaves no process', async () => {
    const baseDir = newFolder();
    const first = await start({ baseDir });
    assert.equal(first.isNew, true);
    await query(first.url, 'create table note as select 42 as answer');
    await first.stop();
    assert.equal(first.isRunning(), false);

    const second = await start({ baseDir });
    assert.equal(second.isNew, false);
    assert.equal(second.isAdopted, false);
    assert.deepEqual(await query(second.url, 'select answer from note'), [{ answer: 42 }]);
  });

  test('adopts a server whose starter is gone', async () => {
    const baseDir = newFolder();
    const first = await start({ baseDir });
    const second = await start({ baseDir });
    assert.equal(second.isAdopted, true);
    assert.equal(second.pid, first.pid);
    assert.equal(second.url, first.url);
  });

  test('recovers confirmed rows after kill -9, on the same port', async () => {
    const baseDir = newFolder();
    const first = await start({ baseDir, flags: [] });
    await query(first.url, 'create table note as select 7 as answer');
    process.kill(first.pid, 'SIGKILL');
    const second = await start({ baseDir, preferredPort: first.port });
    assert.notEqual(second.pid, first.pid);
    assert.equal(second.port, first.port);
    assert.deepEqual(await query(second.url, 'select answer from note'), [{ answer: 7 }]);
  });

  test('removes the lock of a dead server whose number a live process has now', async () => {
    const baseDir = newFolder();
    const first = await start({ baseDir });
    const lock = path.join(first.cluster, 'postmaster.pid');
    const lines = fs.readFileSync(lock, 'utf8').split('\n');
    await first.stop();
    fs.writeFileSync(lock, [String(process.pid), ...lines.slice(1)].join('\n'));
    const second = await start({ baseDir });
    assert.equal(second.isAdopted, false);
    assert.deepEqual(await query(second.url, 'select 1 as one'), [{ one: 1 }]);
  });

  test('gives two first starts at once the same cluster', async () => {
    const baseDir = newFolder();
    const script = path.join(path.dirname(baseDir), 'start.mjs');
    const module = new URL('./start-postgres.mjs', import.meta.url).href;
    fs.writeFileSync(
      script,
      `import { startPostgres } from '${module}';
       console.log((await startPostgres({ baseDir: ${JSON.stringify(baseDir)} })).url);`,
    );
    const { execFile } = await import('node:child_process');
    const urls = await Promise.all(
      [1, 2].map(
        () =>
          new Promise((resolve, reject) => {
            execFile(process.execPath, [script], (error, stdout, stderr) =>
              error ? reject(new Error(stderr)) : resolve(stdout.trim()),
            );
          }),
      ),
    );
    const adopted = await start({ baseDir });
    assert.equal(adopted.isAdopted, true);
    assert.deepEqual(urls, [adopted.url, adopted.url]);
  });

  test('has a password of its own per folder, which only its owner can read', async () => {
    const [one, other] = [newFolder(), newFolder()];
    const [first, second] = await Promise.all([start({ baseDir: one }), start({ baseDir: other })]);
    const passwords = [first, second].map(({ url }) => new URL(url).password);
    assert.notEqual(passwords[0], passwords[1]);
    assert.equal(fs.statSync(path.join(one, 'password')).mode & 0o777, 0o600);
    const wrong = first.url.replace(String(passwords[0]), String(passwords[1]));
    await assert.rejects(query(wrong, 'select 1'), /password authentication failed/);
  });

  test('makes a new password when the file with it was lost', async () => {
    const baseDir = newFolder();
    const first = await start({ baseDir });
    await query(first.url, 'create table note as select 1 as answer');
    await first.stop();
    fs.rmSync(path.join(baseDir, 'password'));
    const second = await start({ baseDir });
    assert.notEqual(second.url.split('@')[0], first.url.split('@')[0]);
    assert.equal((await query(second.url, 'select answer from note')).length, 1);
  });

  test('root serves a folder that no other account can enter', { skip: !isRoot }, async () => {
    const baseDir = newFolder(0o700);
    const server = await start({ baseDir });
    folders.push(path.dirname(server.cluster));
    assert.ok(!server.cluster.startsWith(baseDir));
    assert.deepEqual(await query(server.url, 'select 1 as one'), [{ one: 1 }]);
  });

  test('runs for a plain user', { skip: !isRoot && 'already running as one' }, async () => {
    const baseDir = newFolder();
    const [home, nobody] = [path.dirname(baseDir), 65534];
    fs.chownSync(home, nobody, nobody);
    const module = fileURLToPath(new URL('./start-postgres.mjs', import.meta.url));
    const script = `
      const { startPostgres } = await import(${JSON.stringify(module)});
      const server = await startPostgres({ baseDir: ${JSON.stringify(baseDir)} });
      await server.stop();
      console.log(server.isNew, server.isRunning());`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      uid: nobody,
      gid: nobody,
      cwd: '/',
      env: { ...process.env, HOME: home },
      encoding: 'utf8',
    });
    assert.equal(output.trim(), 'true false');
    assert.equal(fs.statSync(path.join(baseDir, 'pgdata')).uid, nobody);
  });
});
