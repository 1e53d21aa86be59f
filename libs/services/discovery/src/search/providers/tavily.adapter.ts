import { z } from 'zod';
import type { HttpClient, NetworkError } from '../../network/index.js';
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
      score: z.number().optional(),
    }),
  ),
});
/** How Tavily says that the shared limit of keyless use is reached. */
const capSchema = z.object({
  error: z.object({ code: z.string(), retry_after_seconds: z.number().nullish() }),
});
/** Limits of the plan and of pay-as-you-go: statuses of Tavily's own. */
const planStatuses = new Set([432, 433]);
/** Caps are hourly, daily or monthly; where Tavily names no time, an hour is the shortest that can help. */
const usualCapSeconds = 3600;

/** Tavily, with the operator's key or in its official keyless mode, which shares a small limit by address. */
export class TavilyProvider extends JsonSearchProvider {
  readonly name = 'tavily';
  readonly label: string;
  readonly needsKey = false;
  readonly mode: 'keyed' | 'keyless';
  readonly purposes = webPurposes;
  readonly budget;

  constructor(
    client: HttpClient,
    baseUrl: string,
    private readonly key: string | null,
  ) {
    super(client, baseUrl);
    this.mode = key === null ? 'keyless' : 'keyed';
    this.label =
      key === null ? `${searchProviderLabels.tavily} (without a key)` : searchProviderLabels.tavily;
    this.budget = {
      queries: key === null ? 4 : 8,
      concurrency: 2,
      rate: { perSecond: 1.5, burst: 3 },
      timeoutMs: 8_000,
    };
  }

  override async search(query: string, context: SearchContext): Promise<SearchHit[]> {
    const access: Record<string, string> =
      this.key === null
        ? { 'x-tavily-access-mode': 'keyless' }
        : { authorization: `Bearer ${this.key}` };
    const { data } = await this.ask(
      {
        url: urlBelow(this.baseUrl, '/search'),
        method: 'POST',
        headers: access,
        body: { query, search_depth: 'basic', topic: 'general', max_results: 15 },
        schema: answerSchema,
      },
      context,
    );
    const rows = data.results.map(({ url, title, content, score }) => ({
      url,
      title,
      snippet: content ?? '',
      ...(score === undefined ? {} : { extra: { score } }),
    }));
    return this.toHits(query, rows);
  }

  protected override refine(error: NetworkError): NetworkError | null {
    if (planStatuses.has(error.status ?? 0))
      return failAs(error, { kind: 'rejected', message: 'Tavily’s plan has no searches left.' });
    const cap = this.key === null ? capSchema.safeParse(error.answer) : null;
    if (!cap?.success) return null;
    const retryAfter = Math.max(
      1,
      Math.ceil(cap.data.error.retry_after_seconds ?? usualCapSeconds),
    );
    return failAs(error, {
      kind: 'rate_limited',
      message: `Tavily’s limit for searches without a key is reached; it opens again in ${Math.ceil(retryAfter / 60)} min, or at once with a key.`,
      retryAfter,
    });
  }
}
