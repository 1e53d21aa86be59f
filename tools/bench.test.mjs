import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isMet, median, toJsonLine, toTable } from '../bench/measure.mjs';

const half = { name: 'ours', value: 50, unit: 'ms', baseline: { name: 'theirs', value: 100 } };

describe('a figure', () => {
  test('reaches a target at its edge and misses it beyond', () => {
    assert.ok(isMet({ ...half, target: { ratioAtMost: 0.5 } }));
    assert.ok(!isMet({ ...half, target: { ratioAtMost: 0.49 } }));
    assert.ok(isMet({ ...half, target: { ratioAtLeast: 0.5 } }));
    assert.ok(!isMet({ ...half, target: { ratioAtLeast: 0.51 } }));
    assert.ok(isMet({ ...half, target: { atMost: 50 } }));
    assert.ok(!isMet({ ...half, target: { atLeast: 51 } }));
  });

  test('misses a target against nothing, and any with a value that is no number', () => {
    const { baseline: _, ...alone } = half;
    assert.ok(!isMet({ ...alone, target: { ratioAtMost: 0.5 } }));
    for (const target of [{ atMost: 1 }, { atLeast: 1 }, { ratioAtMost: 1 }, { ratioAtLeast: 1 }])
      assert.ok(!isMet({ ...half, value: Number.NaN, target }));
  });

  test('is shown with its baseline, ratio and verdict, and told as one line of JSON', () => {
    const missed = { ...half, target: { ratioAtMost: 0.4 } };
    assert.match(
      toTable([missed]),
      /ours +50 ms +100 ms \(theirs\) +0\.50 +ratio <= 0\.4 +MISSED$/,
    );
    const line = toJsonLine('job', [half, missed]);
    assert.doesNotMatch(line, /\n/);
    const { isMet: isAllMet, figures } = JSON.parse(line);
    assert.deepEqual([isAllMet, figures[0].isMet, figures[1].isMet], [false, true, false]);
  });

  test('has the middle of its rounds', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([4, 1, 9, 2]), 3);
    assert.throws(() => median([]), RangeError);
  });
});

test('an unknown bench is refused with the names of those that there are', () => {
  const script = fileURLToPath(new URL('./bench.mjs', import.meta.url));
  const { status, stderr, stdout } = spawnSync(process.execPath, [script, 'nonsense'], {
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /no bench "nonsense"[^]*one of: .*\bjob\b/);
});
