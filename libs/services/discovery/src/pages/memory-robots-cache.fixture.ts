import type { RobotsCache } from './robots.js';

/** A cache that keeps the dates, so that tests can see for how long something is kept. */
export class MemoryRobotsCache implements RobotsCache {
  readonly entries = new Map<string, { value: unknown; expiresAt: Date }>();

  get(key: string): Promise<unknown> {
    return Promise.resolve(this.entries.get(key)?.value ?? null);
  }

  set(key: string, value: unknown, expiresAt: Date): Promise<void> {
    this.entries.set(key, { value, expiresAt });
    return Promise.resolve();
  }
}
