import { describe, expect, it } from 'vitest';
import { describePicks, planPicks, type OrderLine } from '@/features/pick-list';

const line = (id: string, place: string, more: Partial<OrderLine> = {}): OrderLine => ({
  id,
  title: id,
  href: `/lines/${id}`,
  product: 'Soap',
  place,
  quantity: 2,
  onHand: null,
  isPicked: false,
  ...more,
});

describe('planPicks', () => {
  it('walks the shelves in their order and leaves what has no place for the end', () => {
    const picks = planPicks([line('c', ''), line('b', 'A10'), line('a', 'A2')]);
    expect(picks.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
  it('gives the shelf to the first lines and says what is missing for the later ones', () => {
    const picks = planPicks([
      line('a', 'A1', { onHand: 3 }),
      line('b', 'A1', { onHand: 3 }),
      line('c', 'A1', { onHand: 3 }),
    ]);
    expect(picks.map(({ short }) => short)).toEqual([0, 1, 2]);
  });
  it('takes no stock for what is picked already', () => {
    const picks = planPicks([
      line('done', 'A1', { onHand: 2, isPicked: true }),
      line('open', 'A1', { onHand: 2 }),
    ]);
    expect(picks.map(({ id, short }) => [id, short])).toEqual([['open', 0]]);
  });
});

describe('describePicks', () => {
  it('warns of what cannot be picked in full', () => {
    const report = describePicks(planPicks([line('a', 'A1', { onHand: 1 })]), 4);
    expect(report.headline).toBe('1 of 1 lines cannot be picked in full.');
    expect(report.rows[0]).toMatchObject({ badge: '1 short', tone: 'danger' });
    expect(report.facts[2]?.value).toBe('3');
  });
});
