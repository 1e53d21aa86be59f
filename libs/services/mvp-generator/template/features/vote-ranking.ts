import type { FeatureReport } from './feature-report';

export interface VotedItem {
  id: string;
  title: string;
  href: string;
  votes: number;
  /** Whole days since it was posted. */
  ageDays: number;
  isClosed: boolean;
}

export interface RankedItem extends VotedItem {
  score: number;
}

// Votes lose half of their weight in a month: old favourites must not bury what is wanted now.
const HALF_LIFE_DAYS = 30;

/** Open items, what people want most now first. */
export function rankByVotes(items: readonly VotedItem[]): RankedItem[] {
  return items
    .filter((item) => !item.isClosed)
    .map((item) => ({
      ...item,
      score: item.votes * 0.5 ** (Math.max(0, item.ageDays) / HALF_LIFE_DAYS),
    }))
    .sort((a, b) => b.score - a.score || b.votes - a.votes || a.title.localeCompare(b.title));
}

export function describeRanking(ranked: readonly RankedItem[]): FeatureReport {
  return {
    headline: ranked[0] ? `“${ranked[0].title}” is wanted most.` : 'Nothing is open for votes.',
    facts: [
      { label: 'Open', value: String(ranked.length) },
      { label: 'Votes', value: String(ranked.reduce((sum, item) => sum + item.votes, 0)) },
    ],
    rows: ranked.map((item, index) => ({
      id: item.id,
      title: `${index + 1}. ${item.title}`,
      href: item.href,
      detail: `${item.votes} ${item.votes === 1 ? 'vote' : 'votes'}, ${item.ageDays} days old`,
      badge: item.score.toFixed(1),
      tone: index === 0 ? 'brand' : 'neutral',
      actions: [{ name: 'vote', label: 'Vote' }],
    })),
    empty: 'Add something to vote on.',
  };
}
