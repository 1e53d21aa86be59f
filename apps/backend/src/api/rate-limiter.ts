import { AppError } from '@hatchr/contracts';
import { isIPv6 } from 'node:net';

const WINDOW_MS = 60_000;

/** More addresses than ask within two minutes of an instance that is not under attack; then the oldest make room. */
const MAX_ADDRESSES = 20_000;

interface Count {
  window: number;
  current: number;
  previous: number;
}

/**
 * Requests of each address within the last minute, in the memory of this process: the last whole window counts by the
 * part of it that the minute still covers.
 */
export class RateLimiter {
  private readonly counts = new Map<string, Count>();

  /** @param perMinute for one address; 0: no limit */
  constructor(private readonly perMinute: number) {}

  /** Counts a request. @throws AppError rate.limited */
  take(address: string | undefined, cost = 1, now = Date.now()): void {
    if (this.perMinute === 0) return;
    const key = keyOf(address ?? '');
    const count = this.countOf(key, Math.floor(now / WINDOW_MS));
    const covered = 1 - (now % WINDOW_MS) / WINDOW_MS;
    if (count.current + count.previous * covered + cost > this.perMinute)
      throw new AppError('rate.limited');
    count.current += cost;
  }

  private countOf(key: string, window: number): Count {
    const known = this.counts.get(key);
    // Put back at the end, so that the first ones are those that asked longest ago.
    this.counts.delete(key);
    const count =
      known?.window === window
        ? known
        : { window, current: 0, previous: known?.window === window - 1 ? known.current : 0 };
    this.counts.set(key, count);
    if (this.counts.size > MAX_ADDRESSES) {
      const [oldest] = this.counts.keys();
      if (oldest !== undefined) this.counts.delete(oldest);
    }
    return count;
  }
}

/** One household has a whole /64 of IPv6 to itself, so that counts as one address; an IPv4 address is one however it is written. */
function keyOf(address: string): string {
  const [plain = ''] = address.split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped || !isIPv6(plain)) return mapped ?? plain;
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
