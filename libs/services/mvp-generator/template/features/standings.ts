import type { FeatureReport } from './feature-report';

export interface Match {
  id: string;
  title: string;
  href: string;
  home: string;
  away: string;
  /** null until it is played. */
  homeScore: number | null;
  awayScore: number | null;
}

export interface Standing {
  side: string;
  played: number;
  won: number;
  drawn: number;
  lost: number;
  scored: number;
  conceded: number;
  points: number;
}

const POINTS = { won: 3, drawn: 1, lost: 0 };

const isPlayed = (match: Match): match is Match & { homeScore: number; awayScore: number } =>
  match.homeScore !== null && match.awayScore !== null;

const fresh = (side: string): Standing => ({
  side,
  played: 0,
  won: 0,
  drawn: 0,
  lost: 0,
  scored: 0,
  conceded: 0,
  points: 0,
});

function add(standing: Standing, scored: number, conceded: number): void {
  const result = scored > conceded ? 'won' : scored === conceded ? 'drawn' : 'lost';
  standing.played++;
  standing[result]++;
  standing.scored += scored;
  standing.conceded += conceded;
  standing.points += POINTS[result];
}

/** The table: points, then difference, then scored. A side that has not played yet stands at the end. */
export function computeStandings(matches: readonly Match[]): Standing[] {
  const table = new Map<string, Standing>();
  const of = (side: string): Standing => {
    const known = table.get(side) ?? fresh(side);
    table.set(side, known);
    return known;
  };
  for (const match of matches) {
    const [home, away] = [of(match.home), of(match.away)];
    if (!isPlayed(match) || home === away) continue;
    add(home, match.homeScore, match.awayScore);
    add(away, match.awayScore, match.homeScore);
  }
  const difference = (standing: Standing) => standing.scored - standing.conceded;
  return [...table.values()].sort(
    (a, b) =>
      b.points - a.points ||
      difference(b) - difference(a) ||
      b.scored - a.scored ||
      b.played - a.played ||
      a.side.localeCompare(b.side),
  );
}

export function describeStandings(
  standings: readonly Standing[],
  matches: readonly Match[],
): FeatureReport {
  const leader = standings[0];
  const open = matches.filter((match) => !isPlayed(match));
  return {
    headline:
      leader && leader.played > 0
        ? `${leader.side} leads with ${leader.points} ${leader.points === 1 ? 'point' : 'points'}.`
        : 'No result has been entered yet.',
    facts: [
      { label: 'Sides', value: String(standings.length) },
      {
        label: 'Played',
        value: String(standings.reduce((sum, standing) => sum + standing.played, 0) / 2),
      },
      { label: 'To play', value: String(open.length) },
    ],
    table: {
      title: 'Table',
      columns: ['Side', 'P', 'W', 'D', 'L', 'Diff', 'Points'],
      rows: standings.map((standing, index) => ({
        id: standing.side,
        cells: [
          `${index + 1}. ${standing.side}`,
          ...[standing.played, standing.won, standing.drawn, standing.lost].map(String),
          String(standing.scored - standing.conceded),
          String(standing.points),
        ],
      })),
    },
    rows: open.map((match) => ({
      id: match.id,
      title: `${match.home} against ${match.away}`,
      href: match.href,
      detail: 'No result yet',
      actions: [
        {
          name: 'result',
          label: 'Save result',
          inputs: [
            { name: 'home', label: 'Home' },
            { name: 'away', label: 'Away' },
          ],
        },
      ],
    })),
    empty: 'The table appears with the first match.',
  };
}
