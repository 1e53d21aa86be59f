import { z } from 'zod';
import type { QueryPurpose } from '../plan-queries.js';
import {
  searchProviderLabels,
  type SearchContext,
  type SearchHit,
} from '../search-provider.port.js';
import { JsonSearchProvider, rowsOf, urlBelow, webUrl } from './json-search-provider.js';

const answerSchema = z.object({
  hits: rowsOf(
    z.object({
      objectID: z.string(),
      title: z.string(),
      url: webUrl.nullish().catch(null),
      points: z.number().nullish(),
      num_comments: z.number().nullish(),
    }),
  ),
});

/** Products that their makers showed on Hacker News. Without a key. */
export class HackerNewsProvider extends JsonSearchProvider {
  readonly name = 'hacker-news';
  readonly label = searchProviderLabels['hacker-news'];
  readonly needsKey = false;
  readonly mode = 'keyless';
  readonly purposes: readonly QueryPurpose[] = ['keywords'];
  readonly budget = {
    queries: 2,
    concurrency: 2,
    rate: { perSecond: 2, burst: 4 },
    timeoutMs: 5_000,
  };

  override async search(query: string, context: SearchContext): Promise<SearchHit[]> {
    const { data } = await this.ask(
      {
        url: urlBelow(this.baseUrl, '/api/v1/search', {
          query,
          tags: 'show_hn',
          hitsPerPage: '20',
        }),
        schema: answerSchema,
      },
      context,
    );
    const rows = data.hits.map(({ objectID, title, url, points, num_comments: comments }) => {
      const discussion = `https://news.ycombinator.com/item?id=${encodeURIComponent(objectID)}`;
      return {
        url: url ?? discussion,
        title: title.replace(/^Show HN:\s*/iu, ''),
        snippet: '',
        extra: { discussion, points: points ?? 0, comments: comments ?? 0 },
      };
    });
    return this.toHits(query, rows);
  }
}
