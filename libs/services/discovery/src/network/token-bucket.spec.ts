import { describe, expect, it } from '@jest/globals';
import { TokenBucket } from './token-bucket.js';

/** A bucket on a clock of its own: waiting moves the clock. */
function bucketOn(perSecond: number, capacity: number) {
  const clock = { now: 0, waits: [] as number[] };
  const bucket = new TokenBucket(
    perSecond,
    capacity,
    () => clock.now,
    (ms) => {
      clock.waits.push(ms);
      clock.now += ms;
      return Promise.resolve();
    },
  );
  return { bucket, clock };
}

describe('TokenBucket', () => {
  it('lets a burst through and then so many a second', async () => {
    const { bucket, clock } = bucketOn(2, 3);
    await Promise.all(Array.from({ length: 6 }, () => bucket.take()));
    expect(clock.waits).toEqual([500, 500, 500]);
  });

  it('fills up again while nobody calls, and no further than its size', async () => {
    const { bucket, clock } = bucketOn(1, 2);
    await bucket.take();
    await bucket.take();
    clock.now += 60_000;
    await Promise.all([bucket.take(), bucket.take(), bucket.take()]);
    expect(clock.waits).toEqual([1000]);
  });

  it('lets the next call through when a waiting one is given up', async () => {
    const { bucket } = bucketOn(10, 1);
    const controller = new AbortController();
    controller.abort();
    await expect(bucket.take(controller.signal)).rejects.toThrow();
    await expect(bucket.take()).resolves.toBeUndefined();
  });
});
