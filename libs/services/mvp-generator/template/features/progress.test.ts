import { describe, expect, it } from 'vitest';
import { computeProgress } from '@/features/progress';

const part = (groupId: string | null, isDone: boolean) => ({ groupId, isDone });

describe('computeProgress', () => {
  it('counts the done parts of each group, the least complete first', () => {
    expect(
      computeProgress([
        part('a', true),
        part('a', true),
        part('b', true),
        part('b', false),
        part('b', false),
      ]),
    ).toEqual([
      { id: 'b', done: 1, total: 3, percent: 33 },
      { id: 'a', done: 2, total: 2, percent: 100 },
    ]);
  });
  it('leaves out parts without a group', () => {
    expect(computeProgress([part(null, true)])).toEqual([]);
  });
});
