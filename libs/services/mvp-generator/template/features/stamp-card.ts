import type { FeatureReport } from './feature-report';

export interface StampCard {
  id: string;
  title: string;
  href: string;
  stamps: number;
  /** Stamps for one reward, at least 1. */
  needed: number;
}

export interface CardState extends StampCard {
  /** Rewards that can be had now. */
  rewards: number;
  /** Stamps missing for the next reward. */
  missing: number;
}

/** How far each card is: rewards to hand out first, then the nearest to one. */
export function readCards(cards: readonly StampCard[]): CardState[] {
  return cards
    .map((card) => {
      const needed = Math.max(1, card.needed);
      return {
        ...card,
        needed,
        rewards: Math.floor(card.stamps / needed),
        missing: needed - (card.stamps % needed),
      };
    })
    .sort(
      (a, b) => b.rewards - a.rewards || a.missing - b.missing || a.title.localeCompare(b.title),
    );
}

/** The stamps that are left after one reward; the same where there are too few for one. */
export const stampsAfterReward = (stamps: number, needed: number): number =>
  stamps >= Math.max(1, needed) ? stamps - Math.max(1, needed) : stamps;

export function describeCards(cards: readonly CardState[]): FeatureReport {
  const ready = cards.filter((card) => card.rewards > 0);
  const near = cards.filter((card) => card.rewards === 0 && card.missing === 1);
  return {
    headline:
      ready.length > 0
        ? `${ready.length} ${ready.length === 1 ? 'card has' : 'cards have'} earned a reward.`
        : 'No card is full yet.',
    facts: [
      {
        label: 'Rewards to give',
        value: String(ready.reduce((sum, card) => sum + card.rewards, 0)),
      },
      { label: 'One stamp away', value: String(near.length) },
      { label: 'Cards', value: String(cards.length) },
    ],
    rows: cards.map((card) => ({
      id: card.id,
      title: card.title,
      href: card.href,
      detail: `${card.stamps} of ${card.needed} stamps`,
      badge: card.rewards > 0 ? 'Reward' : `${card.missing} to go`,
      tone: card.rewards > 0 ? 'good' : card.missing === 1 ? 'brand' : 'neutral',
      actions: [
        { name: 'stamp', label: 'Stamp' },
        ...(card.rewards > 0 ? [{ name: 'redeem', label: 'Give reward' }] : []),
      ],
    })),
    empty: 'Add a card to start collecting stamps.',
  };
}
