import { describe, expect, it } from 'vitest';
import { describeCards, readCards, stampsAfterReward, type StampCard } from '@/features/stamp-card';

const card = (id: string, stamps: number, needed = 10): StampCard => ({
  id,
  title: id,
  href: `/cards/${id}`,
  stamps,
  needed,
});

describe('readCards', () => {
  it('puts earned rewards first and then the nearest to one', () => {
    const cards = readCards([
      card('new', 0),
      card('near', 9),
      card('full', 10),
      card('double', 21),
    ]);
    expect(cards.map(({ id, rewards, missing }) => [id, rewards, missing])).toEqual([
      ['double', 2, 9],
      ['full', 1, 10],
      ['near', 0, 1],
      ['new', 0, 10],
    ]);
  });
  it('takes a programme without a number as one stamp a reward', () => {
    expect(readCards([card('odd', 2, 0)])[0]).toMatchObject({ rewards: 2, missing: 1 });
  });
});

describe('stampsAfterReward', () => {
  it('keeps the stamps beyond the reward and takes none from a card that is not full', () => {
    expect(stampsAfterReward(12, 10)).toBe(2);
    expect(stampsAfterReward(9, 10)).toBe(9);
  });
});

describe('describeCards', () => {
  it('offers the reward only to a full card', () => {
    const report = describeCards(readCards([card('near', 9), card('full', 10)]));
    expect(report.rows.map(({ actions }) => actions?.map(({ name }) => name))).toEqual([
      ['stamp', 'redeem'],
      ['stamp'],
    ]);
    expect(report.headline).toBe('1 card has earned a reward.');
  });
});
