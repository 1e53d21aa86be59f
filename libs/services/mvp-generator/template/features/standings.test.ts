import { describe, expect, it } from 'vitest';
import { computeStandings, describeStandings, type Match } from '@/features/standings';

const match = (
  home: string,
  away: string,
  homeScore: number | null,
  awayScore: number | null,
): Match => ({
  id: `${home}-${away}`,
  title: `${home}-${away}`,
  href: '/matches/1',
  home,
  away,
  homeScore,
  awayScore,
});

describe('computeStandings', () => {
  it('gives three points for a win and one for a draw', () => {
    const table = computeStandings([match('Ash', 'Birch', 2, 1), match('Birch', 'Cedar', 0, 0)]);
    expect(table.map(({ side, points }) => [side, points])).toEqual([
      ['Ash', 3],
      ['Cedar', 1],
      ['Birch', 1],
    ]);
  });
  it('parts equal points by difference and then by what was scored', () => {
    const table = computeStandings([
      match('Ash', 'X', 3, 2),
      match('Birch', 'Y', 1, 0),
      match('Cedar', 'Z', 4, 0),
    ]);
    expect(table.slice(0, 3).map(({ side }) => side)).toEqual(['Cedar', 'Ash', 'Birch']);
  });
  it('counts neither a match to come nor a side against itself', () => {
    const table = computeStandings([match('Ash', 'Birch', null, null), match('Ash', 'Ash', 5, 0)]);
    expect(table.every(({ played }) => played === 0)).toBe(true);
  });
});

describe('describeStandings', () => {
  it('asks for the result of what is not played and shows the rest as a table', () => {
    const matches = [match('Ash', 'Birch', 0, 0), match('Birch', 'Ash', null, null)];
    const report = describeStandings(computeStandings(matches), matches);
    expect(report.rows).toHaveLength(1);
    expect(report.rows[0]?.actions?.[0]?.inputs).toHaveLength(2);
    expect(report.table?.rows[0]?.cells.at(-1)).toBe('1');
    expect(report.facts[1]?.value).toBe('1');
  });
});
