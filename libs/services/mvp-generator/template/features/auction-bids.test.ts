import { describe, expect, it } from 'vitest';
import { describeLots, incrementAt, judgeLots, type Bid, type Lot } from '@/features/auction-bids';

const lot = (id: string, reservePrice: number | null = null, isClosed = false): Lot => ({
  id,
  title: id,
  href: `/lots/${id}`,
  startingPrice: 4_000,
  reservePrice,
  isClosed,
});
const bid = (
  lotId: string,
  bidder: string,
  amount: number,
  placedAt = '2026-03-01T10:00Z',
): Bid => ({
  lotId,
  bidder,
  amount,
  placedAt,
});

describe('incrementAt', () => {
  it('grows with the price and never stops growing the bid', () => {
    const rising = [0, 4_999, 5_000, 49_999, 99_999, 499_999, 10_000_000].map(incrementAt);
    expect(rising).toEqual([500, 500, 1_000, 2_500, 5_000, 10_000, 50_000]);
  });
});

describe('judgeLots', () => {
  it('lets the highest bid lead and the earlier of two equal ones', () => {
    const [state] = judgeLots(
      [lot('clock')],
      [
        bid('clock', 'late', 6_000, '2026-03-02T10:00Z'),
        bid('clock', 'early', 6_000, '2026-03-01T10:00Z'),
        bid('clock', 'low', 5_000),
      ],
    );
    expect(state).toMatchObject({ bids: 3, nextBid: 7_000, leader: { bidder: 'early' } });
  });
  it('counts no bid below the starting price', () => {
    expect(judgeLots([lot('clock')], [bid('clock', 'ada', 3_999)])[0]).toMatchObject({
      bids: 0,
      leader: null,
      nextBid: 4_000,
    });
  });
  it('sells a closed lot only when its reserve is met', () => {
    const lots = judgeLots(
      [lot('sold', 5_000, true), lot('kept', 9_000, true)],
      [bid('sold', 'ada', 5_000), bid('kept', 'bo', 8_000)],
    );
    const report = describeLots(lots, (amount) => `$${amount}`);
    expect(report.rows.map(({ title, badge }) => [title, badge])).toEqual([
      ['kept', 'Not sold'],
      ['sold', 'Won by ada'],
    ]);
    expect(report.headline).toBe('1 of 2 lots sold, for $5000.');
  });
});
