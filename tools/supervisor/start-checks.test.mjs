import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { after, describe, test } from 'node:test';
import { ClearError } from '../clear-error.mjs';
import { checkDataFolder } from './check-data-folder.mjs';
import { checkPort } from './check-port.mjs';
import { findRunningInstance, lockDataFolder } from './instance-lock.mjs';
import { nextRestartDelay } from './restart-policy.mjs';
import { openRotatingLog } from './rotating-log.mjs';
import { readSettings } from './settings.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hatchr-start-'));
after(() => fs.rmSync(folder, { recursive: true }));

describe('readSettings', () => {
  test('has defaults, and reads an empty variable as not set', () => {
    assert.deepEqual(readSettings('/checkout', { PORT: '', DATABASE_URL: '' }), {
      port: 3000,
      host: '127.0.0.1',
      dataDir: '/checkout/.hatchr',
      databaseUrl: undefined,
      address: 'http://localhost:3000',
      probe: 'http://127.0.0.1:3000',
    });
  });

  test('asks itself on the loopback when it listens everywhere', () => {
    const { address, probe } = readSettings('/checkout', { HATCHR_HOST: '0.0.0.0', PORT: '80' });
    assert.deepEqual([address, probe], ['http://localhost:80', 'http://127.0.0.1:80']);
  });

  test('refuses what is not a port', () => {
    for (const PORT of ['0', '65536', '3000.5', 'http'])
      assert.throws(() => readSettings('/', { PORT }), ClearError);
  });
});

describe('checkPort', () => {
  test('names the way out when the port is taken', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = /** @type {net.AddressInfo} */ (server.address());
    const settings = { ...readSettings('/', {}), port };
    await assert.rejects(checkPort(settings), {
      nextStep: new RegExp(`PORT=${port + 1} npm start`),
    });
    await new Promise((resolve) => server.close(resolve));
    await checkPort(settings);
  });
});

describe('checkDataFolder', () => {
  test('creates the folder with its logs', () => {
    const logs = checkDataFolder(path.join(folder, 'new/data'));
    assert.ok(fs.statSync(logs).isDirectory());
  });

  test('refuses a path that is a file', () => {
    const file = path.join(folder, 'file');
    fs.writeFileSync(file, '');
    assert.throws(() => checkDataFolder(file), ClearError);
  });
});

describe('lockDataFolder', () => {
  test('lets one Hatchr have the folder and tells its address', () => {
    const settings = { ...readSettings('/', { PORT: '4100' }), dataDir: folder };
    const lock = lockDataFolder(settings);
    assert.equal(findRunningInstance(folder)?.address, 'http://localhost:4100');
    assert.deepEqual(lockDataFolder(settings), { pid: process.pid });
    const elsewhere = { ...settings, address: 'http://localhost:4200' };
    assert.throws(() => lockDataFolder(elsewhere), /Another Hatchr .*http:\/\/localhost:4100/);
    assert.ok('release' in lock);
    lock.release();
    assert.equal(findRunningInstance(folder), undefined);
  });
});

describe('nextRestartDelay', () => {
  test('waits longer each time and gives up at the fourth death in a minute', () => {
    assert.equal(nextRestartDelay([1000], 1000), 500);
    assert.equal(nextRestartDelay([1000, 2000], 2000), 1500);
    assert.equal(nextRestartDelay([1000, 2000, 3000], 3000), 4000);
    assert.equal(nextRestartDelay([1000, 2000, 3000, 4000], 4000), undefined);
  });

  test('forgets deaths of more than a minute ago', () => {
    assert.equal(nextRestartDelay([0, 1, 2, 90_000], 90_000), 500);
  });
});

describe('openRotatingLog', () => {
  test('keeps two files of limited size and the last lines', () => {
    const file = path.join(folder, 'thing.log');
    const log = openRotatingLog(file, 1000);
    for (let line = 0; line < 200; line++) log.write(`this is line ${line}\n`);
    log.close();
    assert.ok(fs.statSync(file).size < 1100);
    assert.ok(fs.statSync(`${file}.1`).size < 1100);
    assert.equal(log.lastLines().at(-1), 'this is line 199');
    assert.equal(log.lastLines().length, 40);
  });
});
