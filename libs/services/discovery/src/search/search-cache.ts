import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PlannedQuery } from './plan-queries.js';
import type { ResearchCache } from './research-cache.port.js';
import {
  searchProviderNames,
  type SearchHit,
  type SearchProvider,
} from './search-provider.port.js';

const day = 24 * 60 * 60 * 1000;
/** An empty answer is more often a bad hour of an engine than a web without such a product. */
const emptyDays = 1;
/** Rises when the meaning of what is kept changes. */
const version = 1;

const hitsSchema = z.array(
  z.object({
    title: z.string(),
    url: z.string(),
    snippet: z.string(),
    rank: z.number(),
    provider: z.enum(searchProviderNames),
    query: z.string(),
    fetchedAt: z.string(),
    extra: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  }),
);

function keyOf({ name, mode, origin }: SearchProvider, { text, language }: PlannedQuery): string {
  const asked = JSON.stringify([origin, mode, language, text.toLowerCase()]);
  return `search/${version}/${name}/${createHash('sha256').update(asked).digest('hex')}`;
}

/** Answers of providers, by provider and words. A cache that is out of order is as if it were empty. */
export class SearchCache {
  constructor(
    private readonly cache: ResearchCache,
    private readonly days: number,
  ) {}

  async find(provider: SearchProvider, query: PlannedQuery): Promise<SearchHit[] | null> {
    try {
      const kept = hitsSchema.safeParse(await this.cache.get(keyOf(provider, query)));
      return kept.success ? kept.data : null;
    } catch {
      return null;
    }
  }

  async keep(provider: SearchProvider, query: PlannedQuery, hits: SearchHit[]): Promise<void> {
    const days = hits.length > 0 ? this.days : Math.min(this.days, emptyDays);
    if (days === 0) return;
    try {
      await this.cache.set(keyOf(provider, query), hits, new Date(Date.now() + days * day));
    } catch {
      // The answer is in hand; that it will be asked again is all that is lost.
    }
  }
}
