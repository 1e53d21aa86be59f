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
  // Absent where nothing is found.
  web: z
    .object({
      results: rowsOf(
        z.object({ url: webUrl, title: z.string(), description: z.string().nullish() }),
      ),
    })
    .optional(),
  type: z.literal('search'),
});
const refusalSchema = z.object({ error: z.object({ code: z.string() }) });
/** Brave's own names for languages; any other value is refused with 422. */
const languages: Readonly<Record<string, string>> = {
  en: 'en',
  de: 'de',
  fr: 'fr',
  es: 'es',
  it: 'it',
  nl: 'nl',
  pl: 'pl',
  pt: 'pt-br',
  ja: 'jp',
  zh: 'zh-hans',
  ar: 'ar',
};

/** The second of a comma pair, which is for the month: `X-RateLimit-Remaining: 49, 0`. */
function monthly(value: string | undefined): number | undefined {
  const second = value?.split(',')[1]?.trim();
  return second === undefined || second === '' ? undefined : Number(second);
}

/** Brave's own index of the web, with the operator's key. */
export class BraveProvider extends JsonSearchProvider {
  readonly name = 'brave';
  readonly label = searchProviderLabels.brave;
  readonly needsKey = true;
  readonly mode = 'keyed';
  readonly purposes = webPurposes;
  // Plans of today allow 50 a second, and old ones a single one: those answer 429 and are asked again.
  readonly budget = {
    queries: 8,
    concurrency: 2,
    rate: { perSecond: 2, burst: 2 },
    timeoutMs: 10_000,
  };

  constructor(
    client: HttpClient,
    baseUrl: string,
    private readonly key: string,
  ) {
    super(client, baseUrl);
  }

  override async search(query: string, context: SearchContext): Promise<SearchHit[]> {
    const language = languages[context.language];
    const { data } = await this.ask(
      {
        url: urlBelow(this.baseUrl, '/res/v1/web/search', {
          q: query,
          count: '20',
          ...(language === undefined ? {} : { search_lang: language }),
        }),
        headers: { 'x-subscription-token': this.key },
        schema: answerSchema,
      },
      context,
    );
    const rows = (data.web?.results ?? []).map(({ url, title, description }) => ({
      url,
      title,
      snippet: description ?? '',
    }));
    return this.toHits(query, rows);
  }

  protected override refine(error: NetworkError): NetworkError | null {
    const refusal = refusalSchema.safeParse(error.answer);
    if (refusal.success && refusal.data.error.code === 'SUBSCRIPTION_TOKEN_INVALID')
      return failAs(error, {
        kind: 'unauthorized',
        message: 'Brave Search does not accept the key.',
      });
    if (error.kind === 'rate_limited' && monthly(error.headers['x-ratelimit-remaining']) === 0)
      return failAs(error, {
        message: 'Brave Search’s plan has no searches left this month.',
        retryAfter: monthly(error.headers['x-ratelimit-reset']) ?? 3600,
      });
    return null;
  }
}
