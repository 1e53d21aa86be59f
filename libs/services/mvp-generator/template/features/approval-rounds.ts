import type { FeatureReport } from './feature-report';

export interface Verdict {
  id: string;
  title: string;
  href: string;
  versionId: string;
  reviewer: string;
  answer: 'waiting' | 'approved' | 'changes';
}

export interface Version {
  id: string;
  title: string;
  href: string;
  /** What it is a version of. */
  piece: string;
  round: number;
}

export interface PieceState {
  piece: string;
  /** The newest version; older ones are history. */
  version: Version;
  waiting: Verdict[];
  changes: Verdict[];
  approved: number;
  /** Everybody who was asked about the newest version approved it. */
  isApproved: boolean;
}

/** Where each piece stands in its newest round: changes first, then what waits, then what is approved. */
export function judgeRounds(
  versions: readonly Version[],
  verdicts: readonly Verdict[],
): PieceState[] {
  const newest = new Map<string, Version>();
  for (const version of versions) {
    const known = newest.get(version.piece);
    if (!known || version.round > known.round) newest.set(version.piece, version);
  }
  const weight = (state: PieceState) => (state.changes.length > 0 ? 0 : state.isApproved ? 2 : 1);
  return [...newest.values()]
    .map((version) => {
      const own = verdicts.filter((verdict) => verdict.versionId === version.id);
      const approved = own.filter((verdict) => verdict.answer === 'approved').length;
      return {
        piece: version.piece,
        version,
        waiting: own.filter((verdict) => verdict.answer === 'waiting'),
        changes: own.filter((verdict) => verdict.answer === 'changes'),
        approved,
        isApproved: own.length > 0 && approved === own.length,
      };
    })
    .sort((a, b) => weight(a) - weight(b) || a.piece.localeCompare(b.piece));
}

const namesOf = (verdicts: readonly Verdict[]): string =>
  verdicts.map((verdict) => verdict.reviewer).join(', ');

function stateOf(state: PieceState): { badge: string; tone: 'danger' | 'good' | 'warning' } {
  if (state.changes.length > 0) return { badge: 'Changes wanted', tone: 'danger' };
  if (state.isApproved) return { badge: 'Approved', tone: 'good' };
  return { badge: 'Waiting', tone: 'warning' };
}

export function describeRounds(states: readonly PieceState[]): FeatureReport {
  const approved = states.filter((state) => state.isApproved);
  const changes = states.filter((state) => state.changes.length > 0);
  return {
    headline:
      states.length === 0
        ? 'Nothing is out for approval.'
        : `${approved.length} of ${states.length} approved, ${changes.length} to change.`,
    facts: [
      { label: 'Approved', value: String(approved.length) },
      { label: 'To change', value: String(changes.length) },
      { label: 'Waiting', value: String(states.length - approved.length - changes.length) },
    ],
    rows: states.flatMap((state) => [
      {
        id: state.version.id,
        title: state.piece,
        href: state.version.href,
        detail: [
          `Round ${state.version.round}: ${state.version.title}`,
          state.changes.length > 0 ? `changes from ${namesOf(state.changes)}` : '',
          state.waiting.length > 0 ? `waiting for ${namesOf(state.waiting)}` : '',
          state.waiting.length + state.changes.length + state.approved === 0 ? 'nobody asked' : '',
        ]
          .filter(Boolean)
          .join(', '),
        ...stateOf(state),
      },
      ...state.waiting.map((verdict) => ({
        id: verdict.id,
        title: `${verdict.reviewer} on ${state.piece}`,
        href: verdict.href,
        detail: `Round ${state.version.round} has no answer yet`,
        tone: 'neutral' as const,
        actions: [
          { name: 'approve', label: 'Approved' },
          { name: 'change', label: 'Wants changes' },
        ],
      })),
    ]),
    empty: 'Add a version and whom you ask about it.',
  };
}
