import { z } from 'zod';
import type { HttpClient, NetworkError } from '../../network/index.js';
import type { QueryPurpose } from '../plan-queries.js';
import { failAs } from '../provider-failure.js';
import {
  searchProviderLabels,
  type SearchContext,
  type SearchHit,
} from '../search-provider.port.js';
import { JsonSearchProvider, rowsOf, urlBelow, webUrl } from './json-search-provider.js';

const answerSchema = z.object({
  items: rowsOf(
    z.object({
      full_name: z.string(),
      html_url: webUrl,
      description: z.string().nullish(),
      stargazers_count: z.number().catch(0),
      // People write anything there, and an empty line for none.
      homepage: webUrl.nullish().catch(null),
      license: z.object({ spdx_id: z.string().nullish() }).nullish().catch(null),
      archived: z.boolean().catch(false),
    }),
  ),
});

/** Open-source products: repositories with many stars, by their own site where they name one. */
export class GithubProvider extends JsonSearchProvider {
  readonly name = 'github';
  readonly label = searchProviderLabels.github;
  readonly needsKey = false;
  readonly mode: 'keyed' | 'keyless';
  readonly purposes: readonly QueryPurpose[] = ['keywords'];
  // Ten a minute without a token, thirty with one.
  readonly budget;

  constructor(
    client: HttpClient,
    baseUrl: string,
    private readonly token: string | null,
  ) {
    super(client, baseUrl);
    this.mode = token === null ? 'keyless' : 'keyed';
    const perSecond = token === null ? 10 / 60 : 30 / 60;
    this.budget = { queries: 2, concurrency: 1, rate: { perSecond, burst: 6 }, timeoutMs: 6_000 };
  }

  override async search(query: string, context: SearchContext): Promise<SearchHit[]> {
    const { data } = await this.ask(
      {
        url: urlBelow(this.baseUrl, '/search/repositories', {
          q: `${query} in:name,description,topics`,
          sort: 'stars',
          per_page: '15',
        }),
        headers: {
          accept: 'application/vnd.github+json',
          'x-github-api-version': '2022-11-28',
          ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        },
        schema: answerSchema,
      },
      context,
    );
    const rows = data.items
      .filter(({ archived }) => !archived)
      .map((item) => ({
        url: item.homepage ?? item.html_url,
        title: item.full_name.split('/').at(-1) ?? item.full_name,
        snippet: item.description ?? '',
        extra: {
          repository: item.html_url,
          stars: item.stargazers_count,
          ...(item.license?.spdx_id ? { licence: item.license.spdx_id } : {}),
        },
      }));
    return this.toHits(query, rows);
  }

  protected override refine(error: NetworkError): NetworkError | null {
    if (error.kind !== 'rate_limited' || error.retryAfter !== undefined) return null;
    const reset = Number(error.headers['x-ratelimit-reset']);
    const seconds = Number.isFinite(reset) ? Math.ceil(reset - Date.now() / 1000) : 60;
    return failAs(error, {
      message: 'GitHub’s limit of searches is reached.',
      retryAfter: Math.min(3600, Math.max(1, seconds)),
    });
  }
}
