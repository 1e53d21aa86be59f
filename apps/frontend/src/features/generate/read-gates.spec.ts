import { describe, expect, it } from '@jest/globals';
import { makeEvent } from '../../../test/fixtures/job';
import { readGates } from './read-gates';

describe('readGates', () => {
  it('finds the gates among other lines, with time and result', () => {
    const data = { gate: 'types', outcome: 'passed', durationMs: 1200 };
    const events = [makeEvent(1), makeEvent(2, { message: 'The code type-checks', data })];
    expect(readGates(events)).toEqual([
      { name: 'types', label: 'The code type-checks', outcome: 'passed', durationMs: 1200 },
    ]);
  });

  it('counts a gate that ran again once, as it ended last', () => {
    const gate = (seq: number, outcome: string) =>
      makeEvent(seq, { data: { gate: 'tests', label: 'Tests', outcome, durationMs: null } });
    const gates = readGates([gate(1, 'failed'), gate(2, 'passed')]);
    expect(gates.map(({ outcome }) => outcome)).toEqual(['passed']);
  });

  it('leaves out what is no result', () => {
    expect(readGates([makeEvent(1, { data: { gate: 'tests', outcome: 'running' } })])).toEqual([]);
  });
});
