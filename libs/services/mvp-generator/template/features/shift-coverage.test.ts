import { describe, expect, it } from 'vitest';
import { checkCoverage, describeCoverage, type Shift } from '@/features/shift-coverage';

const now = '2026-03-29T00:00:00Z';
const shift = (
  id: string,
  startsAt: string,
  person: string | null,
  isCancelled = false,
): Shift => ({
  id,
  title: id,
  href: `/shifts/${id}`,
  startsAt,
  minutes: 120,
  person,
  isCancelled,
});

describe('checkCoverage', () => {
  it('finds shifts without a person, the next one first', () => {
    const { uncovered } = checkCoverage(
      [shift('b', '2026-03-30T08:00:00Z', null), shift('a', '2026-03-29T08:00:00Z', null)],
      now,
    );
    expect(uncovered.map(({ id }) => id)).toEqual(['a', 'b']);
  });
  it('forgets what has ended or is cancelled, but not what still runs', () => {
    const { uncovered } = checkCoverage(
      [
        shift('ended', '2026-03-28T20:00:00Z', null),
        shift('running', '2026-03-28T23:00:00Z', null),
        shift('off', '2026-03-29T08:00:00Z', null, true),
      ],
      now,
    );
    expect(uncovered.map(({ id }) => id)).toEqual(['running']);
  });
  it('sees one person in two places by the instant, whatever offset it is written with', () => {
    const { doubled } = checkCoverage(
      [
        shift('a', '2026-03-29T08:00:00Z', 'Ada'),
        shift('b', '2026-03-29T11:30:00+02:00', 'Ada'),
        shift('c', '2026-03-29T10:00:00Z', 'Bo'),
        shift('d', '2026-03-29T12:00:00Z', 'Bo'),
      ],
      now,
    );
    expect(doubled.map(([first, second]) => [first.id, second.id])).toEqual([['a', 'b']]);
  });
  it('adds up the hours of each person', () => {
    const { load } = checkCoverage(
      [
        shift('a', '2026-03-29T08:00:00Z', 'Ada'),
        shift('b', '2026-03-30T08:00:00Z', 'Bo'),
        shift('c', '2026-03-31T08:00:00Z', 'Bo'),
      ],
      now,
    );
    expect(load[0]).toEqual({ person: 'Bo', shifts: 2, minutes: 240 });
    expect(describeCoverage(checkCoverage([], now), String).headline).toContain('covered');
  });
});
