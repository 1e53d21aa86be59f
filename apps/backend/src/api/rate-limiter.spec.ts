import { describe, expect, it } from '@jest/globals';
import { RateLimiter } from './rate-limiter.js';

const minute = 60_000;
const start = 1_000 * minute;

/** How many of `count` requests are answered. */
function answered(limiter: RateLimiter, address: string, count: number, now = start): number {
  let taken = 0;
  for (let index = 0; index < count; index += 1) {
    try {
      limiter.take(address, 1, now);
      taken += 1;
    } catch (error) {
      expect(error).toMatchObject({ code: 'rate.limited' });
    }
  }
  return taken;
}

describe('the limit of requests', () => {
  it('answers so many a minute of one address, and of each other one too', () => {
    const limiter = new RateLimiter(10);
    expect(answered(limiter, '192.0.2.1', 15)).toBe(10);
    expect(answered(limiter, '192.0.2.2', 15)).toBe(10);
  });

  it('counts the minute that slides, not the one of the clock', () => {
    const limiter = new RateLimiter(10);
    expect(answered(limiter, '192.0.2.1', 10, start + minute - 1)).toBe(10);
    expect(answered(limiter, '192.0.2.1', 10, start + minute + 1)).toBe(0);
    expect(answered(limiter, '192.0.2.1', 10, start + 1.5 * minute)).toBe(5);
    expect(answered(limiter, '192.0.2.1', 15, start + 3 * minute)).toBe(10);
  });

  it('takes a /64 of IPv6 for one address, however it is written, and IPv4 within IPv6 for IPv4', () => {
    const limiter = new RateLimiter(10);
    expect(answered(limiter, '2001:db8::1', 10)).toBe(10);
    expect(answered(limiter, '2001:0db8:0:0:ffff::2', 1)).toBe(0);
    expect(answered(limiter, '2001:db8:0:1::1', 1)).toBe(1);
    expect(answered(limiter, '::ffff:192.0.2.9', 10)).toBe(10);
    expect(answered(limiter, '192.0.2.9', 1)).toBe(0);
  });

  it('is off with 0', () => {
    expect(answered(new RateLimiter(0), '192.0.2.1', 500)).toBe(500);
  });
});
