import { type PointerStop, type VideoLayer } from '../video-model.js';

/** Where and how a layer is shown at one moment; `dx` and `dy` in inches. */
export interface Placement {
  alpha: number;
  dx: number;
  dy: number;
  scale: number;
  /** Share of its width that is uncovered, from the left. */
  reveal: number;
}

const defaultSeconds = 0.6;
const leaveSeconds = 0.25;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const easeOut = (share: number): number => 1 - (1 - share) ** 3;
const easeInOut = (share: number): number =>
  share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
/** Goes a little beyond its end and comes back. */
const overshoot = (share: number): number => 1 + 2.4 * (share - 1) ** 3 + 1.4 * (share - 1) ** 2;

/** The placement of a layer at a second of its scene; null while it cannot be seen. */
export function placeLayer(layer: Omit<VideoLayer, 'elements'>, time: number): Placement | null {
  const { motion, at, until, takes = defaultSeconds, drift } = layer;
  const share = motion === 'still' ? 1 : clamp((time - at) / takes);
  if (share <= 0 && (motion !== 'still' || time < at)) return null;
  const leaving = until === undefined ? 0 : clamp((time - until) / leaveSeconds);
  if (leaving >= 1) return null;
  const eased = easeOut(share);
  const hidden = 1 - eased;
  const angle = drift ? (2 * Math.PI * time) / drift.period : 0;
  return {
    alpha: (motion === 'reveal' ? 1 : clamp(eased * 1.15)) * (1 - leaving),
    dx: (motion === 'slide' ? 0.8 * hidden : 0) + (drift ? drift.x * Math.sin(angle) : 0),
    dy: (motion === 'rise' ? 0.4 * hidden : 0) + (drift ? drift.y * (1 - Math.cos(angle)) : 0),
    scale: motion === 'pop' ? 0.6 + 0.4 * overshoot(share) : 1,
    reveal: motion === 'reveal' ? easeInOut(share) : 1,
  };
}

/** How far a transition has gone, 0 to 1, from its share of time. */
export const transitionShare = easeInOut;

export interface PointerPlace {
  x: number;
  y: number;
  alpha: number;
  /** Share of the press that has passed, 0 to 1; null while nothing is pressed. */
  press: number | null;
}

const travelSeconds = 0.85;
const pressSeconds = 0.45;

/** Where the pointer is at a second of its scene; null before it comes in. */
export function placePointer(stops: readonly PointerStop[], time: number): PointerPlace | null {
  const [first] = stops;
  if (!first || time < first.at) return null;
  let { x, y } = first;
  let previous = first;
  for (const stop of stops.slice(1)) {
    const leaves = Math.max(previous.at + 0.15, stop.at - travelSeconds);
    const share = easeInOut(clamp((time - leaves) / (stop.at - leaves)));
    x += (stop.x - x) * share;
    y += (stop.y - y) * share;
    previous = stop;
  }
  const pressed = stops.find(
    ({ isPress, at }) => isPress && time >= at && time < at + pressSeconds,
  );
  return {
    x,
    y,
    alpha: clamp((time - first.at) / 0.3),
    press: pressed ? (time - pressed.at) / pressSeconds : null,
  };
}
