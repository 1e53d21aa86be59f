import { describe, expect, it } from 'vitest';
import {
  describeSpots,
  findClashes,
  readSpots,
  type Spot,
  type Stay,
} from '@/features/stay-allocation';

const today = '2026-06-10';
const spot = (id: string, size: number | null = null): Spot => ({
  id,
  title: id,
  href: `/pitches/${id}`,
  size,
});
const stay = (id: string, from: string, until: string, more: Partial<Stay> = {}): Stay => ({
  id,
  title: id,
  href: `/stays/${id}`,
  spotId: 'oak',
  from,
  until,
  people: null,
  isCancelled: false,
  ...more,
});

describe('findClashes', () => {
  it('lets the next one arrive on the day that the last one leaves', () => {
    expect(
      findClashes([stay('a', '2026-06-10', '2026-06-12'), stay('b', '2026-06-12', '2026-06-14')]),
    ).toEqual([]);
  });
  it('finds two that share a night, but not on two spots and not when one is cancelled', () => {
    const first = stay('a', '2026-06-10', '2026-06-13');
    expect(findClashes([first, stay('b', '2026-06-12', '2026-06-14')])).toHaveLength(1);
    expect(findClashes([first, stay('b', '2026-06-12', '2026-06-14', { spotId: 'elm' })])).toEqual(
      [],
    );
    expect(
      findClashes([first, stay('b', '2026-06-12', '2026-06-14', { isCancelled: true })]),
    ).toEqual([]);
  });
  it('takes arriving and leaving on one day as one day', () => {
    expect(
      findClashes([stay('a', '2026-06-10', '2026-06-10'), stay('b', '2026-06-10', '2026-06-10')]),
    ).toHaveLength(1);
  });
});

describe('readSpots', () => {
  it('follows stays that join without a gap and names who comes next', () => {
    const [oak] = readSpots(
      [spot('oak')],
      [
        stay('now', '2026-06-09', '2026-06-11'),
        stay('then', '2026-06-11', '2026-06-13'),
        stay('later', '2026-06-20', '2026-06-22'),
      ],
      today,
    );
    expect(oak).toMatchObject({ isTaken: true, freeFrom: '2026-06-13', freeUntil: '2026-06-20' });
  });
  it('does not count who has left', () => {
    expect(readSpots([spot('oak')], [stay('a', '2026-06-01', today)], today)[0]?.isTaken).toBe(
      false,
    );
  });
});

describe('describeSpots', () => {
  it('warns of more people than fit', () => {
    const stays = [stay('family', today, '2026-06-12', { people: 5 })];
    const report = describeSpots(readSpots([spot('oak', 4)], stays, today), stays);
    expect(report.rows[0]).toMatchObject({ badge: 'Too many', detail: '5 for oak, which takes 4' });
    expect(report.headline).toBe('0 of 1 free today.');
  });
});
