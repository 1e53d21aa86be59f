import { addDays } from '@/lib/time';
import type { FeatureReport } from './feature-report';

export interface Spot {
  id: string;
  title: string;
  href: string;
  /** How many fit; null where that does not matter. */
  size: number | null;
}

export interface Stay {
  id: string;
  title: string;
  href: string;
  spotId: string;
  /** Calendar dates; the day of leaving is free again. */
  from: string;
  until: string;
  people: number | null;
  isCancelled: boolean;
}

export interface SpotState extends Spot {
  isTaken: boolean;
  /** The first day from today on which it is free. */
  freeFrom: string;
  /** The day before which it has to be empty again; null when nobody else comes. */
  freeUntil: string | null;
}

/** A stay of one day where somebody leaves on the day of arrival. */
const endOf = (stay: Stay): string => (stay.until > stay.from ? stay.until : addDays(stay.from, 1));

/** Pairs of stays that want the same spot in the same night. */
export function findClashes(stays: readonly Stay[]): [Stay, Stay][] {
  const live = stays.filter((stay) => !stay.isCancelled);
  return live.flatMap((stay, index) =>
    live
      .slice(index + 1)
      .filter(
        (other) =>
          other.spotId === stay.spotId && other.from < endOf(stay) && stay.from < endOf(other),
      )
      .map((other): [Stay, Stay] => [stay, other]),
  );
}

/** How each spot stands today: taken until when, or free until when. */
export function readSpots(
  spots: readonly Spot[],
  stays: readonly Stay[],
  today: string,
): SpotState[] {
  return spots.map((spot) => {
    const own = stays
      .filter((stay) => stay.spotId === spot.id && !stay.isCancelled && endOf(stay) > today)
      .sort((a, b) => a.from.localeCompare(b.from));
    let freeFrom = today;
    for (const stay of own)
      if (stay.from <= freeFrom && endOf(stay) > freeFrom) freeFrom = endOf(stay);
    const next = own.find((stay) => stay.from > freeFrom);
    return { ...spot, isTaken: freeFrom > today, freeFrom, freeUntil: next?.from ?? null };
  });
}

export function describeSpots(spots: readonly SpotState[], stays: readonly Stay[]): FeatureReport {
  const clashes = findClashes(stays);
  const sizes = new Map(spots.map((spot) => [spot.id, spot]));
  const tooMany = stays.filter((stay) => {
    const size = sizes.get(stay.spotId)?.size ?? null;
    return !stay.isCancelled && size !== null && stay.people !== null && stay.people > size;
  });
  const taken = spots.filter((spot) => spot.isTaken);
  const nameOf = (id: string) => sizes.get(id)?.title ?? 'Unknown';
  return {
    headline:
      clashes.length > 0
        ? `${clashes.length} ${clashes.length === 1 ? 'clash' : 'clashes'}: the same place is given twice.`
        : `${spots.length - taken.length} of ${spots.length} free today.`,
    facts: [
      { label: 'Taken', value: String(taken.length) },
      { label: 'Free', value: String(spots.length - taken.length) },
      { label: 'Clashes', value: String(clashes.length) },
    ],
    rows: [
      ...clashes.map(([first, second]) => ({
        id: `${first.id}-${second.id}`,
        title: `${first.title} and ${second.title}`,
        href: second.href,
        detail: `${nameOf(first.spotId)}, both from ${first.from > second.from ? first.from : second.from}`,
        badge: 'Clash',
        tone: 'danger' as const,
      })),
      ...tooMany.map((stay) => ({
        id: `size-${stay.id}`,
        title: stay.title,
        href: stay.href,
        detail: `${stay.people ?? 0} for ${nameOf(stay.spotId)}, which takes ${sizes.get(stay.spotId)?.size ?? 0}`,
        badge: 'Too many',
        tone: 'warning' as const,
      })),
      ...spots.map((spot) => ({
        id: spot.id,
        title: spot.title,
        href: spot.href,
        detail: spot.freeUntil ? `Next arrival ${spot.freeUntil}` : 'Nobody else is expected',
        badge: spot.isTaken ? `Free from ${spot.freeFrom}` : 'Free',
        tone: spot.isTaken ? ('neutral' as const) : ('good' as const),
      })),
    ],
    empty: 'Add a place, then who has it from when to when.',
  };
}
