import { describe, expect, it } from 'vitest';
import {
  describeRounds,
  judgeRounds,
  type Verdict,
  type Version,
} from '@/features/approval-rounds';

const version = (id: string, piece: string, round: number): Version => ({
  id,
  title: id,
  href: `/versions/${id}`,
  piece,
  round,
});
const verdict = (versionId: string, reviewer: string, answer: Verdict['answer']): Verdict => ({
  id: `${versionId}-${reviewer}`,
  title: reviewer,
  href: '/verdicts/1',
  versionId,
  reviewer,
  answer,
});

describe('judgeRounds', () => {
  it('lets only the newest round count', () => {
    const [spot] = judgeRounds(
      [version('v2', 'Spot', 2), version('v1', 'Spot', 1)],
      [verdict('v1', 'ada', 'changes'), verdict('v2', 'ada', 'approved')],
    );
    expect(spot).toMatchObject({ isApproved: true, changes: [], version: { id: 'v2' } });
  });
  it('is approved only when everybody who was asked approves', () => {
    const states = judgeRounds(
      [version('a', 'Half', 1), version('b', 'Full', 1), version('c', 'Nobody', 1)],
      [
        verdict('a', 'ada', 'approved'),
        verdict('a', 'bo', 'waiting'),
        verdict('b', 'ada', 'approved'),
      ],
    );
    expect(states.map(({ piece, isApproved }) => [piece, isApproved])).toEqual([
      ['Half', false],
      ['Nobody', false],
      ['Full', true],
    ]);
  });
  it('puts wanted changes on top', () => {
    const states = judgeRounds(
      [version('a', 'Calm', 1), version('b', 'Zeal', 1)],
      [verdict('a', 'ada', 'waiting'), verdict('b', 'ada', 'changes')],
    );
    expect(states.map(({ piece }) => piece)).toEqual(['Zeal', 'Calm']);
  });
});

describe('describeRounds', () => {
  it('offers an answer for everybody who has not given one', () => {
    const report = describeRounds(
      judgeRounds([version('a', 'Spot', 3)], [verdict('a', 'ada', 'waiting')]),
    );
    expect(report.rows.map(({ title }) => title)).toEqual(['Spot', 'ada on Spot']);
    expect(report.rows[1]?.actions?.map(({ name }) => name)).toEqual(['approve', 'change']);
    expect(report.rows[0]?.detail).toBe('Round 3: a, waiting for ada');
  });
});
