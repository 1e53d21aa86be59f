import { describe, expect, it } from 'vitest';
import { describeGoals, measureGoals, type Goal } from '@/features/allocation';

const goal = (id: string, reached: number, target: number): Goal => ({
  id,
  title: id,
  href: `/goals/${id}`,
  reached,
  target,
});

describe('measureGoals', () => {
  it('puts the nearest to its target first and the reached ones last', () => {
    const goals = measureGoals([
      goal('full', 100, 100),
      goal('half', 50, 100),
      goal('nearly', 90, 100),
    ]);
    expect(goals.map(({ id, missing }) => [id, missing])).toEqual([
      ['nearly', 10],
      ['half', 50],
      ['full', 0],
    ]);
  });
  it('keeps what came beyond the target and misses nothing then', () => {
    expect(measureGoals([goal('a', 150, 100)])[0]).toMatchObject({ missing: 0, share: 1.5 });
  });
  it('takes a goal without a target as reached', () => {
    expect(measureGoals([goal('a', 0, 0)])[0]?.share).toBe(1);
  });
});

describe('describeGoals', () => {
  it('never rounds up to a goal that is not reached', () => {
    expect(describeGoals(measureGoals([goal('a', 999, 1000)]), String).rows[0]?.badge).toBe('99 %');
  });
});
