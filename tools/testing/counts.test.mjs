import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findFailedTasks } from '../find-failed-tasks.mjs';
import { addCounts, countPlaywright, inWords, judge, noCounts, readCounts } from './counts.mjs';
import { readOptions } from './read-options.mjs';
import { testEnvironment } from './test-environment.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hatchr-counts-'));
after(() => fs.rmSync(folder, { recursive: true }));

describe('counting tests', () => {
  test('a stage that executed nothing has failed', () => {
    assert.equal(judge({ ...noCounts(), skipped: 3 }, 0).failed, 1);
  });

  test('a program that failed without naming a test has failed', () => {
    assert.equal(judge({ ...noCounts(), passed: 3 }, 1).failed, 1);
    assert.equal(judge({ ...noCounts(), passed: 3 }, 0).failed, 0);
  });

  test('adds up in one line', () => {
    const some = { passed: 2, failed: 1, skipped: 0, failures: ['x'] };
    assert.equal(inWords(addCounts([some, some])), '4 passed, 2 failed, 0 skipped');
  });

  test('reads what node:test counted, without its suites', () => {
    const file = path.join(folder, 'sample.test.mjs');
    fs.writeFileSync(
      file,
      `import { describe, test } from 'node:test';
       describe('suite', () => { test('good', () => {}); test('bad', () => { throw new Error('no'); }); });
       test('later', { skip: true }, () => {});`,
    );
    const counts = path.join(folder, 'counts');
    fs.mkdirSync(counts);
    const reporter = fileURLToPath(new URL('./node-test-counts.mjs', import.meta.url));
    // Inside a test run, node would report to that run instead of its own.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    spawnSync(
      process.execPath,
      [
        `--test-reporter=${reporter}`,
        `--test-reporter-destination=${counts}/a.json`,
        '--test',
        file,
      ],
      { env },
    );
    const read = readCounts(counts);
    assert.equal(inWords(read), '1 passed, 1 failed, 1 skipped');
    assert.match(String(read.failures[0]), /bad[^]*Error: no/);
  });

  test('reads what Playwright counted', () => {
    const spec = {
      title: 'opens',
      ok: false,
      tests: [{ results: [{ errors: [{ message: 'timeout' }] }] }],
    };
    const suites = [{ title: 'a.e2e.ts', suites: [{ title: 'home', specs: [spec] }] }];
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    assert.deepEqual(countPlaywright({ stats, suites }), {
      passed: 5,
      failed: 1,
      skipped: 2,
      failures: ['home > opens\ntimeout'],
    });
  });
});

describe('npm test', () => {
  test('takes the stages to run', () => {
    const names = ['lint', 'unit'];
    assert.deepEqual(readOptions(['--only', 'unit'], names), { only: ['unit'], isVerbose: false });
    assert.deepEqual(readOptions(['--only=lint,unit', '--verbose'], names).only, names);
    assert.throws(() => readOptions(['--only', 'units'], names), /Unknown stage "units"/);
    assert.throws(() => readOptions(['--fast'], names), /Unknown option --fast/);
  });

  test('keeps the settings of a running Hatchr from its tests', () => {
    const given = {
      PORT: '1',
      HATCHR_DATA: '/x',
      NODE_ENV: 'production',
      HOME: '/h',
      TEST_DATABASE_URL: 'u',
    };
    assert.deepEqual(testEnvironment(given), { HOME: '/h', TEST_DATABASE_URL: 'u' });
  });

  test('refuses an unknown stage without a stack trace', () => {
    const script = fileURLToPath(new URL('../test.mjs', import.meta.url));
    const result = spawnSync(process.execPath, [script, '--only', 'nothing'], { encoding: 'utf8' });
    assert.equal(result.status, 1);
    assert.match(result.stderr, /Unknown stage/);
    assert.doesNotMatch(result.stderr, /^\s+at /m);
  });
});

test('findFailedTasks shows the failed task only', () => {
  const output = [
    '> nx run a:build\n\nall good\n',
    '> nx run b:build\n\n\u001b[31merror\u001b[0m TS1: wrong\n',
    ' NX   Running target build for 2 projects failed\n\nFailed tasks:\n\n- b:build\n',
  ].join('\n');
  assert.equal(findFailedTasks(output), '> nx run b:build\n\nerror TS1: wrong');
  assert.equal(findFailedTasks('> nx run a:build\nall good'), '');
});

test('run.mjs names its commands when it does not know one', () => {
  const script = fileURLToPath(new URL('../run.mjs', import.meta.url));
  assert.throws(
    () => execFileSync(process.execPath, [script, 'strat'], { stdio: 'pipe' }),
    (error) => {
      const { status, stderr } = /** @type {{ status: number, stderr: Buffer }} */ (error);
      assert.equal(status, 1);
      assert.match(String(stderr), /Unknown command "strat"[^]*start, test/);
      return true;
    },
  );
});
