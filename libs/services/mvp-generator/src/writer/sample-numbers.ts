import type { FieldModel } from '../model/app-model.js';

type Series = readonly [RegExp, readonly number[]];

// What a number field of this name usually holds. The first that fits the column, else the entity, is taken.
// Money in minor units.
const money: readonly Series[] = [
  [
    /salary|income|budget|goal|target|fund|grant|principal|loan/u,
    [180_000, 240_000, 95_000, 320_000, 150_000, 410_000],
  ],
  [/rent|mortgage/u, [95_000, 120_000, 78_000, 135_000, 88_000, 110_000]],
  [/rate|hour/u, [4500, 6000, 5200, 7500, 4800, 6800]],
  [/deposit|fee|fine|dues|membership/u, [2500, 4000, 3000, 6000, 2000, 5000]],
  [
    /fuel|shelf|dish|menu|ingredient|grocery|coffee|ticket|pantry|unit/u,
    [350, 1250, 480, 890, 220, 1640],
  ],
  [/cost|spent|spending|expense|paid/u, [1890, 6420, 2350, 12_400, 980, 4575]],
  [/donation|pledge|gift/u, [5000, 2500, 10_000, 1500, 25_000, 7500]],
  [/deal|contract|project|quote|proposal/u, [240_000, 96_000, 410_000, 150_000, 68_000, 320_000]],
];
const moneyOtherwise = [4900, 12_000, 2500, 36_000, 8000, 19_900];
const counts: readonly Series[] = [
  [/year|vintage/u, [2019, 2022, 2016, 2024, 2011, 2020]],
  [/odometer|mileage|kilomet/u, [48_200, 12_650, 87_410, 23_900, 64_075, 31_480]],
  [/percent|progress|completion|probability|share/u, [60, 25, 90, 40, 75, 10]],
  [/capacity|seat|places|spots/u, [8, 12, 6, 20, 4, 16]],
  [/age$|_age/u, [34, 7, 52, 28, 61, 45]],
  [/score|points/u, [21, 14, 18, 9, 24, 16]],
  [/vote/u, [14, 3, 27, 8, 1, 19]],
  [/calor/u, [420, 680, 310, 540, 250, 760]],
  [/reps|repetition/u, [8, 12, 10, 5, 15, 6]],
  [/sets$/u, [3, 4, 3, 5, 4, 3]],
  [/reorder|minimum|threshold|low/u, [5, 10, 4, 20, 6, 12]],
  [/bedroom|bathroom|floor|level|round|position|priority/u, [2, 3, 1, 4, 2, 3]],
  [/status_code|http/u, [200, 200, 503, 200, 200, 404]],
  [/latency|response_ms|_ms$/u, [182, 240, 96, 411, 158, 305]],
];
const countsOtherwise = [3, 12, 7, 25, 1, 18];
const decimals: readonly Series[] = [
  [/temp/u, [21.4, 19.8, 22.6, 18.9, 20.7, 23.1]],
  [/^ph$|_ph/u, [7.2, 6.8, 7.4, 7, 6.9, 7.6]],
  [/weight|kilo|_kg/u, [12.4, 68.5, 4.2, 23.8, 9.1, 41.6]],
  [/distance|_km|mile/u, [8.4, 21.1, 5, 12.7, 10.2, 16.8]],
  [/litre|liter|volume/u, [38.2, 41.7, 29.5, 45.1, 33.8, 40.3]],
  [/percent|humid|moisture|share/u, [54.5, 61.2, 48.9, 57.3, 65.8, 50.4]],
];
const decimalsOtherwise = [3.5, 12.5, 7.5, 25.5, 1.5, 18.5];

/** Believable numbers for a money, integer or decimal field, by what it is called. */
export function numbersFor({ column, spec }: FieldModel, entityName: string): readonly number[] {
  const [known, otherwise] =
    spec.type === 'money'
      ? [money, moneyOtherwise]
      : spec.type === 'decimal'
        ? [decimals, decimalsOtherwise]
        : [counts, countsOtherwise];
  const find = (name: string): readonly number[] | undefined =>
    known.find(([pattern]) => pattern.test(name))?.[1];
  return find(column) ?? (spec.type === 'money' ? find(entityName) : undefined) ?? otherwise;
}
