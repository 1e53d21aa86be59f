import { describe, expect, it } from 'vitest';
import { describeSlots, findClashes, findFreeSlots, type BusyTime } from '@/features/free-slots';

const busy = (id: string, startsAt: string, minutes: number, isCancelled = false): BusyTime => ({
  id,
  title: id,
  href: `/x/${id}`,
  startsAt,
  minutes,
  isCancelled,
});
// 2026-03-09 is a Monday.
const request = {
  from: '2026-03-09T00:00:00Z',
  today: '2026-03-09',
  minutes: 60,
  limit: 3,
  opensAt: 540,
  closesAt: 720,
  toInstant: (wall: string) => `${wall}:00.000Z`,
};

describe('findFreeSlots', () => {
  it('offers times inside working hours', () => {
    expect(findFreeSlots({ ...request, busy: [] })).toEqual([
      '2026-03-09T09:00:00.000Z',
      '2026-03-09T10:00:00.000Z',
      '2026-03-09T11:00:00.000Z',
    ]);
  });
  it('goes around live bookings and ignores cancelled ones', () => {
    const taken = [
      busy('a', '2026-03-09T09:00:00Z', 90),
      busy('b', '2026-03-09T11:00:00Z', 60, true),
    ];
    expect(findFreeSlots({ ...request, busy: taken, limit: 1 })).toEqual([
      '2026-03-09T10:30:00.000Z',
    ]);
  });
  it('skips the weekend and times that are past', () => {
    expect(
      findFreeSlots({
        ...request,
        busy: [],
        today: '2026-03-13',
        from: '2026-03-13T11:30:00Z',
        limit: 1,
      }),
    ).toEqual(['2026-03-16T09:00:00.000Z']);
  });
});

describe('findClashes', () => {
  it('finds overlaps but not touching ends', () => {
    const list = [
      busy('a', '2026-03-09T09:00:00Z', 60),
      busy('b', '2026-03-09T09:30:00Z', 30),
      busy('c', '2026-03-09T10:00:00Z', 30),
    ];
    expect(findClashes(list).map(([first, second]) => [first.id, second.id])).toEqual([['a', 'b']]);
  });
});

describe('describeSlots', () => {
  it('opens a new booking at the time that was picked', () => {
    const report = describeSlots(
      ['2026-03-09T09:00:00.000Z'],
      [],
      (iso) => `/new?at=${iso}`,
      String,
    );
    expect(report.rows[0]?.href).toBe('/new?at=2026-03-09T09:00:00.000Z');
  });
});
