import { addMonths, daysBetween } from '@/lib/time';
import type { FeatureReport } from './feature-report';

export interface Candidate {
  id: string;
  title: string;
  href: string;
  /** The next rank, and what it asks for. */
  rank: string;
  monthsNeeded: number;
  sessionsNeeded: number;
  /** Calendar date of the rank before; null for a beginner who has none. */
  since: string | null;
  /** Calendar dates of the sessions that were attended. */
  sessions: readonly string[];
}

export interface CandidateState extends Candidate {
  /** Sessions since the rank before. */
  attended: number;
  sessionsMissing: number;
  /** The first day on which the time is over. */
  timeFrom: string;
  isReady: boolean;
}

/** The same day some months later, or the last one of a shorter month. */
function monthsAfter(date: string, count: number): string {
  const month = addMonths(date.slice(0, 7), count);
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return `${month}-${String(Math.min(Number(date.slice(8, 10)), last)).padStart(2, '0')}`;
}

/** Who may be examined: enough time since the rank before and enough sessions after it. The readiest come first. */
export function checkCandidates(candidates: readonly Candidate[], today: string): CandidateState[] {
  return candidates
    .map((candidate) => {
      const { since } = candidate;
      const attended = candidate.sessions.filter(
        (on) => on <= today && (since === null || on >= since),
      ).length;
      const timeFrom = since === null ? today : monthsAfter(since, candidate.monthsNeeded);
      const sessionsMissing = Math.max(0, candidate.sessionsNeeded - attended);
      const isReady = sessionsMissing === 0 && timeFrom <= today;
      return { ...candidate, attended, sessionsMissing, timeFrom, isReady };
    })
    .sort(
      (a, b) =>
        Number(b.isReady) - Number(a.isReady) ||
        a.sessionsMissing - b.sessionsMissing ||
        a.timeFrom.localeCompare(b.timeFrom) ||
        a.title.localeCompare(b.title),
    );
}

function missingOf(state: CandidateState, today: string): string {
  const days = daysBetween(today, state.timeFrom);
  const parts = [
    ...(state.sessionsMissing > 0
      ? [`${state.sessionsMissing} ${state.sessionsMissing === 1 ? 'session' : 'sessions'}`]
      : []),
    ...(days > 0 ? [`${days} ${days === 1 ? 'day' : 'days'}`] : []),
  ];
  return parts.length === 0 ? 'Nothing is missing' : `Still ${parts.join(' and ')}`;
}

export function describeCandidates(
  states: readonly CandidateState[],
  today: string,
): FeatureReport {
  const ready = states.filter((state) => state.isReady);
  const near = states.filter((state) => !state.isReady && state.sessionsMissing <= 2);
  return {
    headline:
      ready.length > 0
        ? `${ready.length} of ${states.length} can be examined.`
        : 'Nobody is ready yet.',
    facts: [
      { label: 'Ready', value: String(ready.length) },
      { label: 'Near', value: String(near.length) },
      { label: 'All', value: String(states.length) },
    ],
    rows: states.map((state) => ({
      id: state.id,
      title: state.title,
      href: state.href,
      detail: `${state.rank}: ${state.attended} of ${state.sessionsNeeded} sessions. ${missingOf(state, today)}.`,
      badge: state.isReady
        ? 'Ready'
        : state.timeFrom > today
          ? `From ${state.timeFrom}`
          : 'Sessions',
      tone: state.isReady ? 'good' : near.includes(state) ? 'brand' : 'neutral',
    })),
    empty: 'Add a rank with what it asks for, then who works towards it.',
  };
}
