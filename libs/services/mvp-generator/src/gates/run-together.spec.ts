import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { SlotGate } from './gate.js';
import { runTogether, type GateReport } from './run-together.js';

const gate = (name: string, seconds: number, after?: string): SlotGate => ({
  ...{ name, label: name, needsKit: true, seconds },
  ...(after ? { after } : {}),
  run: () => Promise.reject(new Error('not used')),
});
const list = [
  gate('types', 1),
  gate('tests', 3),
  gate('lint', 2),
  gate('build', 8, 'types'),
  gate('smoke', 4, 'build'),
];
const never = new AbortController().signal;

const report = ({ name }: SlotGate, outcome: 'passed' | 'failed'): GateReport => ({
  ...{ name, label: name, outcome, durationMs: 1, detail: '' },
});

/** Runs the list with gates that fail or break by name; tells what began, and how many ran at once at most. */
async function go(failing: string[] = [], breaking: string[] = [], signal = never, gates = list) {
  const begun: string[] = [];
  const ended: string[] = [];
  let most = 0;
  const result = runTogether(gates, signal, async (one, end) => {
    begun.push(one.name);
    most = Math.max(most, begun.length - ended.length);
    try {
      await sleep(one.seconds * 4, undefined, { signal: end });
      if (breaking.includes(one.name)) throw new Error(`${one.name} broke`);
      return report(one, failing.includes(one.name) ? 'failed' : 'passed');
    } finally {
      ended.push(one.name);
    }
  });
  const reports = await result.catch((error: unknown) => error as Error);
  return { reports, begun, ended, most };
}
const outcomes = (reports: GateReport[] | Error) =>
  Array.isArray(reports) ? reports.map(({ outcome }) => outcome) : reports.message;

describe('gates that run together', () => {
  it('begin with the longest way, wait for what they need, and report in order', async () => {
    const { reports, begun, most } = await go();
    expect(begun.slice(0, 2)).toEqual(['types', 'tests']);
    expect(begun.indexOf('build')).toBeLessThan(begun.indexOf('lint'));
    expect(begun.at(-1)).toBe('smoke');
    expect(most).toBe(2);
    expect(outcomes(reports)).toEqual(Array(5).fill('passed'));
  });

  it('wait for no gate that is not among them', async () => {
    const { reports } = await go([], [], never, [gate('types', 1, 'build')]);
    expect(outcomes(reports)).toEqual(['passed']);
  });

  it('skip what comes after a failure and what needed it, and finish what comes before', async () => {
    expect(outcomes((await go(['lint'])).reports)).toEqual([
      ...['passed', 'passed', 'failed', 'skipped', 'skipped'],
    ]);
    const { reports, begun } = await go(['types']);
    expect(outcomes(reports)).toEqual(['failed', ...Array<string>(4).fill('skipped')]);
    expect(begun).not.toContain('build');
  });

  it('leave nothing running when one breaks or all are cancelled', async () => {
    const broken = await go([], ['tests']);
    expect(outcomes(broken.reports)).toBe('tests broke');
    expect(broken.ended).toEqual(expect.arrayContaining(broken.begun));
    const cancelled = await go([], [], AbortSignal.timeout(10));
    expect(cancelled.reports).toMatchObject({ name: 'AbortError' });
    expect(cancelled.ended).toEqual(expect.arrayContaining(cancelled.begun));
  });
});
