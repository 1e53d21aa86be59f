import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { after, describe, test } from 'node:test';
import { readLiveOwner, takeLock } from './exclusive-lock.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hatchr-lock-'));
const module = new URL('./exclusive-lock.mjs', import.meta.url).href;
after(() => fs.rmSync(folder, { recursive: true }));

/** @param {string} file */
const script = (file) => `
  const { takeLock } = await import('${module}');
  const result = takeLock(${JSON.stringify(file)}, { address: 'here' });
  console.log('release' in result ? 'mine' : result.owner.pid);`;

describe('takeLock', () => {
  test('refuses while the owner lives, and tells who it is', () => {
    const file = path.join(folder, 'live.lock');
    const lock = takeLock(file, { address: 'http://localhost:3000' });
    assert.ok('release' in lock);
    const second = execFileSync(process.execPath, ['--input-type=module', '-e', script(file)]);
    assert.equal(String(second).trim(), String(process.pid));
    assert.equal(readLiveOwner(file)?.note?.address, 'http://localhost:3000');
    lock.release();
    assert.equal(fs.existsSync(file), false);
  });

  test('takes over the lock of a process that died', () => {
    const file = path.join(folder, 'dead.lock');
    spawnSync(process.execPath, ['--input-type=module', '-e', script(file)]);
    assert.ok(fs.existsSync(file));
    assert.equal(readLiveOwner(file), undefined);
    assert.ok('release' in takeLock(file));
  });

  test('takes over when another process has the number of the dead owner', () => {
    const file = path.join(folder, 'reused.lock');
    fs.writeFileSync(file, JSON.stringify({ pid: process.pid, identity: 'an earlier start' }));
    assert.ok('release' in takeLock(file));
  });

  test('takes over a lock that is cut off in the middle', () => {
    const file = path.join(folder, 'torn.lock');
    fs.writeFileSync(file, '{"pid":');
    assert.ok('release' in takeLock(file));
  });

  test('lets one of many takers of a stale lock win', async () => {
    const file = path.join(folder, 'race.lock');
    fs.writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, identity: 'gone' }));
    const waiting = `${script(file)} setTimeout(() => undefined, 3000);`;
    const children = [1, 2, 3, 4].map(() =>
      spawn(process.execPath, ['--input-type=module', '-e', waiting]),
    );
    const answers = await Promise.all(
      children.map((child) => new Promise((resolve) => child.stdout.once('data', resolve))),
    );
    for (const child of children) child.kill('SIGKILL');
    assert.equal(answers.filter((answer) => String(answer).trim() === 'mine').length, 1);
  });
});
