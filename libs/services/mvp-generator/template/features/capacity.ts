import type { FeatureReport } from './feature-report';

export interface Place {
  id: string;
  title: string;
  href: string;
  capacity: number;
}

export interface Occupancy extends Place {
  taken: number;
  left: number;
  isOverbooked: boolean;
}

/** Places left for each, the fullest first. `takenBy` holds the place of every confirmed sign-up. */
export function computeOccupancy(
  places: readonly Place[],
  takenBy: readonly string[],
): Occupancy[] {
  const counts = new Map<string, number>();
  for (const id of takenBy) counts.set(id, (counts.get(id) ?? 0) + 1);
  return places
    .map((place) => {
      const taken = counts.get(place.id) ?? 0;
      return {
        ...place,
        taken,
        left: Math.max(0, place.capacity - taken),
        isOverbooked: taken > place.capacity,
      };
    })
    .sort((a, b) => a.left - b.left || a.title.localeCompare(b.title));
}

export function describeOccupancy(list: readonly Occupancy[]): FeatureReport {
  const over = list.filter((place) => place.isOverbooked).length;
  return {
    headline:
      over > 0
        ? `${over} ${over === 1 ? 'has' : 'have'} more sign-ups than places.`
        : 'Nothing is overbooked.',
    facts: [
      { label: 'Places left', value: String(list.reduce((sum, place) => sum + place.left, 0)) },
      { label: 'Full', value: String(list.filter((place) => place.left === 0).length) },
    ],
    rows: list.map((place) => ({
      id: place.id,
      title: place.title,
      href: place.href,
      detail: `${place.taken} of ${place.capacity} taken`,
      badge: place.isOverbooked ? 'Over' : place.left === 0 ? 'Full' : `${place.left} left`,
      tone: place.isOverbooked ? 'danger' : place.left === 0 ? 'warning' : 'good',
    })),
    empty: 'Add something with places to fill.',
  };
}
