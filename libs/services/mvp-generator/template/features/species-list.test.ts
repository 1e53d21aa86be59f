import { describe, expect, it } from 'vitest';
import { describeSpecies, listSpecies, type Sighting } from '@/features/species-list';

const sighting = (species: string, on: string, count = 1): Sighting => ({
  id: `${species}-${on}`,
  href: `/sightings/${on}`,
  species,
  on,
  place: 'Reed bed',
  count,
});

describe('listSpecies', () => {
  it('finds the first of the year whatever the order of the rows', () => {
    const [wren] = listSpecies(
      [
        sighting('Wren', '2026-04-02', 3),
        sighting('Wren', '2026-02-11'),
        sighting('Wren', '2025-06-01'),
      ],
      '2026',
    );
    expect(wren?.firstThisYear?.on).toBe('2026-02-11');
    expect(wren).toMatchObject({ isNew: false, sightings: 3, mostAtOnce: 3 });
  });
  it('calls new what no earlier year has', () => {
    const list = listSpecies(
      [sighting('Bittern', '2026-01-05'), sighting('Wren', '2025-06-01')],
      '2026',
    );
    expect(list.map(({ species, isNew }) => [species, isNew])).toEqual([
      ['Bittern', true],
      ['Wren', false],
    ]);
  });
  it('takes one name for one species however it is typed', () => {
    expect(
      listSpecies(
        [sighting('Sedge  warbler', '2026-05-01'), sighting('sedge warbler ', '2026-05-02')],
        '2026',
      ),
    ).toHaveLength(1);
  });
});

describe('describeSpecies', () => {
  it('counts the year and marks what is missing in it', () => {
    const report = describeSpecies(
      listSpecies([sighting('Bittern', '2026-01-05'), sighting('Wren', '2025-06-01')], '2026'),
      '2026',
    );
    expect(report.headline).toBe('1 species in 2026, 1 of them new. Latest: Bittern.');
    expect(report.rows.map(({ badge }) => badge)).toEqual(['New', 'Not this year']);
    expect(report.chart?.points[0]?.value).toBe(1);
  });
});
