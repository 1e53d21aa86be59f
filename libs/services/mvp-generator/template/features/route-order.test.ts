import { describe, expect, it } from 'vitest';
import { describeRoutes, planRoutes, type Stop } from '@/features/route-order';

const stop = (id: string, position: number, more: Partial<Stop> = {}): Stop => ({
  id,
  title: id,
  href: `/stops/${id}`,
  route: 'North',
  position,
  earliest: null,
  latest: null,
  drive: 10,
  work: 5,
  isClosed: false,
  ...more,
});

describe('planRoutes', () => {
  it('keeps the given order and adds driving and work', () => {
    const plan = planRoutes([stop('b', 2), stop('a', 1)], '08:00');
    expect(plan.map(({ id, arrival }) => [id, arrival])).toEqual([
      ['a', 490],
      ['b', 505],
    ]);
  });
  it('waits for a window to open and is late after it has closed', () => {
    const plan = planRoutes(
      [stop('early', 1, { earliest: '09:00' }), stop('late', 2, { latest: '09:10' })],
      '08:00',
    );
    expect(plan.map(({ wait, isLate }) => [wait, isLate])).toEqual([
      [50, false],
      [0, true],
    ]);
  });
  it('lets every route start anew and takes the tighter window where the order is the same', () => {
    const plan = planRoutes(
      [
        stop('open', 1),
        stop('tight', 1, { latest: '09:00' }),
        stop('south', 1, { route: 'South' }),
      ],
      '08:00',
    );
    expect(plan.map(({ id }) => id)).toEqual(['tight', 'open', 'south']);
    expect(plan[2]?.arrival).toBe(490);
  });
  it('leaves out what is done', () => {
    expect(planRoutes([stop('done', 1, { isClosed: true })], '08:00')).toEqual([]);
  });
});

describe('describeRoutes', () => {
  it('says when everything is done, or what comes too late', () => {
    expect(describeRoutes(planRoutes([stop('a', 1)], '08:00')).headline).toBe(
      '1 stop on 1 route, done by 08:15.',
    );
    expect(describeRoutes(planRoutes([stop('a', 1, { latest: '08:05' })], '08:00')).headline).toBe(
      '1 of 1 stops would be reached too late.',
    );
  });
});
