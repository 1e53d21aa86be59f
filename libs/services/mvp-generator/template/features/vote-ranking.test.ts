import { describe, expect, it } from 'vitest';
import { describeRanking, rankByVotes } from '@/features/vote-ranking';

const item = (id: string, votes: number, ageDays: number, isClosed = false) => ({
  id,
  title: id,
  href: '/',
  votes,
  ageDays,
  isClosed,
});

describe('rankByVotes', () => {
  it('prefers fresh votes to old ones', () => {
    expect(rankByVotes([item('old', 10, 60), item('new', 6, 0)]).map((entry) => entry.id)).toEqual([
      'new',
      'old',
    ]);
  });
  it('halves the weight in a month and leaves out what is closed', () => {
    expect(rankByVotes([item('a', 8, 30), item('done', 99, 0, true)])).toMatchObject([
      { id: 'a', score: 4 },
    ]);
  });
  it('takes a vote for each open item', () => {
    const { rows } = describeRanking(rankByVotes([item('a', 1, 0), item('b', 0, 0)]));
    expect(rows.map((row) => row.actions?.[0]?.name)).toEqual(['vote', 'vote']);
  });
});
