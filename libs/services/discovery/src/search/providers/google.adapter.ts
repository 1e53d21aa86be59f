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
  kind: z.string(),
  // Absent where nothing is found.
  items: rowsOf(
    z.object({ link: webUrl, title: z.string(), snippet: z.string().nullish() }),
  ).optional(),
});
const refusalSchema = z.object({
  error: z.object({
    message: z.string().default(''),
    errors: z.array(z.object({ reason: z.string() })).default([]),
  }),
});
/** Refusals with 403 that pass: what is used up comes back the next day. */
const passingReasons = new Set([
  'dailyLimitExceeded',
  'quotaExceeded',
  'rateLimitExceeded',
  'userRateLimitExceeded',
]);

/**
 * Google's Custom Search JSON API. Closed to new customers, and ends for all on 2027-01-01; until then it works
 * for who has it. Once it answers that it is gone, it is not asked again in this process.
 */
export class GoogleProvider extends JsonSearchProvider {
  readonly name = 'google';
  readonly label = searchProviderLabels.google;
  readonly needsKey = true;
  readonly mode = 'keyed';
  readonly purposes = webPurposes;
  // A hundred a day are free, so a search takes few of them.
  readonly budget = {
    queries: 4,
    concurrency: 2,
    rate: { perSecond: 1.5, burst: 2 },
    timeoutMs: 8_000,
  };
  private ended: string | null = null;

  constructor(
    client: HttpClient,
    baseUrl: string,
    private readonly key: string,
    private readonly engineId: string,
  ) {
    super(client, baseUrl);
  }

  override get switchedOff(): string | null {
    return this.ended;
  }

  override get notice(): string {
    return 'Google ends Custom Search on 2027-01-01. Configure SearXNG, Tavily or Brave Search in its place.';
  }

  override async search(query: string, context: SearchContext): Promise<SearchHit[]> {
    const { data } = await this.ask(
      {
        url: urlBelow(this.baseUrl, '/customsearch/v1', {
          key: this.key,
          cx: this.engineId,
          q: query,
          num: '10',
          ...(context.language === 'und' ? {} : { hl: context.language }),
        }),
        schema: answerSchema,
      },
      context,
    );
    const rows = (data.items ?? []).map(({ link, title, snippet }) => ({
      url: link,
      title,
      snippet: snippet ?? '',
    }));
    return this.toHits(query, rows);
  }

  protected override refine(error: NetworkError): NetworkError | null {
    const refusal = refusalSchema.safeParse(error.answer);
    const { errors, message } = refusal.success ? refusal.data.error : { errors: [], message: '' };
    if (error.status === 403 && errors.some(({ reason }) => passingReasons.has(reason)))
      return failAs(error, {
        kind: 'rate_limited',
        message: 'Google Custom Search has no searches left today.',
        retryAfter: 3600,
      });
    if (error.status === 400 && /api key/iu.test(message))
      return failAs(error, {
        kind: 'unauthorized',
        message: 'Google Custom Search does not accept the key.',
      });
    if (error.status !== 403 && error.status !== 410) return null;
    this.ended = `Google Custom Search no longer serves this key (it answered ${error.status}), so it is switched off until the next start.`;
    return failAs(error, { kind: 'forbidden', message: this.ended });
  }
}
