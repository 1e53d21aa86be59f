import { z } from 'zod';
import type { NetworkError } from '../../network/index.js';
import { webPurposes } from '../plan-queries.js';
import { failAs } from '../provider-failure.js';
import {
  searchProviderLabels,
  type SearchContext,
  type SearchHit,
} from '../search-provider.port.js';
import { JsonSearchProvider, rowsOf, urlBelow, webUrl } from './json-search-provider.js';

const answerSchema = z.object({
  results: rowsOf(
    z.object({
      url: webUrl,
      title: z.string(),
      content: z.string().nullish(),
      engine: z.string().optional(),
    }),
  ),
});

/** A SearXNG that the operator runs. It asks other engines itself, so the words go on to those. */
export class SearxngProvider extends JsonSearchProvider {
  readonly name = 'searxng';
  readonly label = searchProviderLabels.searxng;
  readonly needsKey = false;
  readonly mode = 'self-hosted';
  readonly purposes = webPurposes;
  readonly budget = {
    queries: 8,
    concurrency: 2,
    rate: { perSecond: 2, burst: 4 },
    timeoutMs: 6_000,
  };

  override async search(query: string, context: SearchContext): Promise<SearchHit[]> {
    const { data } = await this.ask(
      {
        url: urlBelow(this.baseUrl, '/search', {
          q: query,
          format: 'json',
          categories: 'general',
          language: context.language === 'und' ? 'all' : context.language,
          pageno: '1',
        }),
        schema: answerSchema,
      },
      context,
    );
    const rows = data.results.map(({ url, title, content, engine }) => ({
      url,
      title,
      snippet: content ?? '',
      ...(engine ? { extra: { engine } } : {}),
    }));
    return this.toHits(query, rows);
  }

  protected override refine(error: NetworkError): NetworkError | null {
    if (error.kind !== 'forbidden') return null;
    return failAs(error, {
      message:
        'SearXNG gives no JSON (it answered 403). Add "json" to search.formats in its settings.yml.',
    });
  }
}
