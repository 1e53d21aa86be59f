import { describe, expect, it } from 'vitest';
import { describeClocks, runClocks, targetHours, type Request } from '@/features/sla-clock';

const now = '2026-03-10T12:00:00Z';
const request = (id: string, receivedAt: string, priority: string, isClosed = false): Request => ({
  id,
  title: id,
  href: `/requests/${id}`,
  receivedAt,
  priority,
  isClosed,
});

describe('targetHours', () => {
  it('reads the priority by its word and takes a day where it knows none', () => {
    expect(['Urgent', 'high', 'Normal', 'low', ''].map(targetHours)).toEqual([4, 8, 24, 72, 24]);
  });
});

describe('runClocks', () => {
  it('puts what is past its target before what has time', () => {
    const clocks = runClocks(
      [
        request('old-low', '2026-03-09T12:00:00Z', 'low'),
        request('urgent', '2026-03-10T07:00:00Z', 'urgent'),
      ],
      now,
    );
    expect(clocks.map(({ id, hoursLeft }) => [id, hoursLeft])).toEqual([
      ['urgent', -1],
      ['old-low', 48],
    ]);
  });
  it('stops the clock of what is closed', () => {
    expect(runClocks([request('a', '2026-01-01T00:00:00Z', 'high', true)], now)).toEqual([]);
  });
  it('counts elapsed time across a change of clocks, not the wall clock', () => {
    const [clock] = runClocks(
      [request('a', '2026-03-29T01:30:00+01:00', 'urgent')],
      '2026-03-29T03:30:00+02:00',
    );
    expect(clock?.hoursLeft).toBe(3);
  });
});

describe('describeClocks', () => {
  it('marks late and near, and offers to close', () => {
    const report = describeClocks(
      runClocks(
        [
          request('late', '2026-03-10T07:00:00Z', 'urgent'),
          request('near', '2026-03-10T08:30:00Z', 'urgent'),
        ],
        now,
      ),
      true,
    );
    expect(report.rows.map((row) => row.tone)).toEqual(['danger', 'warning']);
    expect(report.rows[0]?.actions?.[0]?.name).toBe('close');
  });
});
