import type { FeatureReport } from './feature-report';

export interface Lot {
  id: string;
  title: string;
  href: string;
  /** Minor units. */
  startingPrice: number;
  /** What the seller wants at least; null where anything sells. */
  reservePrice: number | null;
  isClosed: boolean;
}

export interface Bid {
  lotId: string;
  bidder: string;
  amount: number;
  /** ISO instant; of two equal bids the earlier one leads. */
  placedAt: string;
}

export interface LotState extends Lot {
  bids: number;
  leader: Bid | null;
  /** The lowest amount that the next bid may have. */
  nextBid: number;
  isReserveMet: boolean;
}

// About a tenth of a small price and a twentieth of a large one, in round amounts, as salerooms call them.
const steps: readonly (readonly [below: number, step: number])[] = [
  [5_000, 500],
  [20_000, 1_000],
  [50_000, 2_500],
  [100_000, 5_000],
  [500_000, 10_000],
];
const LARGEST_STEP = 50_000;

/** By how much the next bid has to be above this price, in minor units. */
export const incrementAt = (price: number): number =>
  steps.find(([below]) => price < below)?.[1] ?? LARGEST_STEP;

/** Who leads each lot and what the next bid must be; bids below the starting price do not count. Open lots come first. */
export function judgeLots(lots: readonly Lot[], bids: readonly Bid[]): LotState[] {
  return lots
    .map((lot) => {
      const valid = bids
        .filter((bid) => bid.lotId === lot.id && bid.amount >= lot.startingPrice)
        .sort((a, b) => b.amount - a.amount || a.placedAt.localeCompare(b.placedAt));
      const leader = valid[0] ?? null;
      return {
        ...lot,
        bids: valid.length,
        leader,
        nextBid: leader ? leader.amount + incrementAt(leader.amount) : lot.startingPrice,
        isReserveMet: leader !== null && leader.amount >= (lot.reservePrice ?? 0),
      };
    })
    .sort((a, b) => Number(a.isClosed) - Number(b.isClosed) || a.title.localeCompare(b.title));
}

function stateOf(lot: LotState): { badge: string; tone: 'good' | 'warning' | 'brand' | 'neutral' } {
  if (lot.isClosed && lot.leader && lot.isReserveMet)
    return { badge: `Won by ${lot.leader.bidder}`, tone: 'good' };
  if (lot.isClosed) return { badge: 'Not sold', tone: 'neutral' };
  if (!lot.leader) return { badge: 'No bid', tone: 'neutral' };
  return lot.isReserveMet
    ? { badge: `${lot.leader.bidder} leads`, tone: 'brand' }
    : { badge: 'Below the reserve', tone: 'warning' };
}

export function describeLots(
  lots: readonly LotState[],
  money: (minorUnits: number) => string,
): FeatureReport {
  const sold = lots.filter((lot) => lot.isClosed && lot.isReserveMet);
  const open = lots.filter((lot) => !lot.isClosed);
  const sum = (items: readonly LotState[]) =>
    items.reduce((total, lot) => total + (lot.leader?.amount ?? 0), 0);
  return {
    headline:
      open.length === 0
        ? `${sold.length} of ${lots.length} lots sold, for ${money(sum(sold))}.`
        : `${open.length} ${open.length === 1 ? 'lot is' : 'lots are'} open, ${open.filter((lot) => lot.leader).length} of them with a bid.`,
    facts: [
      { label: 'Hammer total', value: money(sum(sold)) },
      { label: 'Bid on open lots', value: money(sum(open)) },
      { label: 'Without a bid', value: String(open.filter((lot) => !lot.leader).length) },
    ],
    rows: lots.map((lot) => ({
      id: lot.id,
      title: lot.title,
      href: lot.href,
      detail: [
        lot.leader
          ? `${money(lot.leader.amount)} after ${lot.bids} ${lot.bids === 1 ? 'bid' : 'bids'}`
          : `Starts at ${money(lot.startingPrice)}`,
        ...(lot.isClosed || !lot.leader ? [] : [`next bid from ${money(lot.nextBid)}`]),
      ].join(', '),
      ...stateOf(lot),
    })),
    empty: 'Add a lot with its starting price, then its bids.',
  };
}
