import { describe, expect, it } from 'vitest';
import { computeUptime } from '@/features/uptime';

const check = (monitorId: string, hour: number, isUp: boolean) => ({
  monitorId,
  at: `2026-03-10T${String(hour).padStart(2, '0')}:00:00Z`,
  isUp,
});

describe('computeUptime', () => {
  it('counts failures in a row up to now and puts what is down first', () => {
    const list = computeUptime([
      check('a', 1, true),
      check('a', 2, true),
      check('b', 3, false),
      check('b', 1, true),
      check('b', 2, false),
    ]);
    expect(list).toEqual([
      { monitorId: 'b', checks: 3, percent: 33.3, isUp: false, failures: 2 },
      { monitorId: 'a', checks: 2, percent: 100, isUp: true, failures: 0 },
    ]);
  });
});
