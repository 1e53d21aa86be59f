import { ResearchCache } from './research-cache.port.js';

/** Oldest entries go first beyond this; a script asks some dozens. */
const maximumEntries = 2000;

/** A cache for tests and scripts: it ends with the process. */
export class MemoryResearchCache extends ResearchCache {
  private readonly entries = new Map<string, { json: string; expiresAt: number }>();

  constructor(private readonly now: () => number = Date.now) {
    super();
  }

  override get(key: string): Promise<unknown> {
    const entry = this.entries.get(key);
    if (entry && entry.expiresAt > this.now()) return Promise.resolve(JSON.parse(entry.json));
    this.entries.delete(key);
    return Promise.resolve(null);
  }

  override set(key: string, value: unknown, expiresAt: Date): Promise<void> {
    this.entries.delete(key);
    this.entries.set(key, { json: JSON.stringify(value), expiresAt: expiresAt.getTime() });
    const [oldest] = this.entries.keys();
    if (this.entries.size > maximumEntries && oldest !== undefined) this.entries.delete(oldest);
    return Promise.resolve();
  }

  /** All keys, for tests that look for secrets in them. */
  keys(): string[] {
    return [...this.entries.keys()];
  }
}
