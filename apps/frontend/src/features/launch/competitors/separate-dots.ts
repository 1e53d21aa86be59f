interface Place {
  x: number;
  y: number;
}

/** A little more than the share of the frame that a dot takes where the frame is smallest. */
const apart = 0.11;
/** How far to the side a dot is drawn when others have its place: the nearest free place, inwards and outwards. */
const steps = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7];

/**
 * Moves dots that would cover each other aside, so that each can be seen and opened. A product keeps its height and
 * leaves its place across by as little as it can.
 * @param points 0 to 1 on both axes
 */
export function separateDots<Point extends Place>(points: readonly Point[]): Point[] {
  const drawn: Point[] = [];
  for (const point of points) {
    const free = steps
      .map((step) => ({ ...point, x: point.x + step * apart }))
      .find(({ x, y }) => x >= 0 && x <= 1 && !drawn.some((other) => covers(other, { x, y })));
    drawn.push(free ?? point);
  }
  return drawn;
}

// Steps add up to a little less than they should.
const covers = (a: Place, b: Place): boolean =>
  Math.abs(a.x - b.x) < apart - 1e-9 && Math.abs(a.y - b.y) < apart - 1e-9;
