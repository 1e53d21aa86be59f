import { describe, expect, it } from 'vitest';
import { checkCandidates, describeCandidates, type Candidate } from '@/features/rank-eligibility';

const today = '2026-06-10';
const candidate = (
  id: string,
  since: string | null,
  sessions: string[],
  more: Partial<Candidate> = {},
): Candidate => ({
  id,
  title: id,
  href: `/students/${id}`,
  rank: 'Green belt',
  monthsNeeded: 3,
  sessionsNeeded: 2,
  since,
  sessions,
  ...more,
});

describe('checkCandidates', () => {
  it('asks for time and for sessions', () => {
    const sessions = ['2026-05-01', '2026-05-08'];
    const states = checkCandidates(
      [
        candidate('ready', '2026-03-10', sessions),
        candidate('early', '2026-03-11', sessions),
        candidate('lazy', '2026-01-01', ['2026-05-01']),
      ],
      today,
    );
    expect(states.map(({ id, isReady }) => [id, isReady])).toEqual([
      ['ready', true],
      ['early', false],
      ['lazy', false],
    ]);
  });
  it('counts no session before the last rank and none of the future', () => {
    const [state] = checkCandidates(
      [candidate('ada', '2026-03-10', ['2026-03-09', '2026-03-10', '2026-07-01'])],
      today,
    );
    expect(state).toMatchObject({ attended: 1, sessionsMissing: 1 });
  });
  it('makes a beginner wait for nothing but the sessions', () => {
    expect(
      checkCandidates([candidate('new', null, ['2026-05-01', '2026-05-08'])], today)[0]?.isReady,
    ).toBe(true);
  });
  it('ends a month on its last day', () => {
    const [state] = checkCandidates([candidate('ada', '2025-11-30', [])], today);
    expect(state?.timeFrom).toBe('2026-02-28');
  });
});

describe('describeCandidates', () => {
  it('says what is missing', () => {
    const states = checkCandidates([candidate('ada', '2026-03-11', ['2026-05-01'])], today);
    expect(describeCandidates(states, today).rows[0]?.detail).toBe(
      'Green belt: 1 of 2 sessions. Still 1 session and 1 day.',
    );
  });
});
