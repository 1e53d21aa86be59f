import { z } from 'zod';
import { NetworkError } from '../../network/index.js';
import type { QueryPurpose } from '../plan-queries.js';
import {
  searchProviderLabels,
  type SearchContext,
  type SearchHit,
} from '../search-provider.port.js';
import { JsonSearchProvider, rowsOf, urlBelow, webUrl } from './json-search-provider.js';

/** Mistakes come with HTTP 200 and an `error`. */
const refusal = { error: z.object({ code: z.string() }).optional() };
const searchSchema = z.object({
  ...refusal,
  search: rowsOf(z.object({ id: z.string().regex(/^Q\d+$/u) })).default([]),
});
const claims = <Value extends z.ZodType>(value: Value) =>
  rowsOf(
    z.object({
      rank: z.enum(['preferred', 'normal', 'deprecated']).default('normal'),
      mainsnak: z.object({ datavalue: z.object({ value }) }),
    }),
  ).default([]);
const texts = z.record(z.string(), z.object({ value: z.string() })).catch({});
const entitySchema = z.object({
  id: z.string(),
  labels: texts,
  descriptions: texts,
  claims: z.object({
    /** Official website. */
    P856: claims(webUrl),
    /** Instance of. */
    P31: claims(z.object({ id: z.string() })),
  }),
});
const entitiesSchema = z.object({
  ...refusal,
  entities: z.record(z.string(), entitySchema.nullable().catch(null)).default({}),
});
type Entity = z.output<typeof entitySchema>;

/** Kinds of entities that share names with products and are none: people, places, works, names themselves. */
const otherKinds: ReadonlySet<string> = new Set([
  'Q5', // human
  'Q515', // city
  'Q6256', // country
  'Q486972', // human settlement
  'Q11424', // film
  'Q5398426', // television series
  'Q482994', // album
  'Q134556', // single
  'Q215380', // musical group
  'Q571', // book
  'Q101352', // family name
  'Q202444', // given name
  'Q4167410', // disambiguation page
]);

function officialSite({ claims: { P856: sites } }: Entity): string | undefined {
  const current = sites.filter(({ rank }) => rank !== 'deprecated');
  const best = current.find(({ rank }) => rank === 'preferred') ?? current[0];
  return best?.mainsnak.datavalue.value;
}

/**
 * Wikidata: the official sites of products that are known by name. Its search answers to names and not to
 * questions. One request at a time, as Wikimedia asks.
 */
export class WikidataProvider extends JsonSearchProvider {
  readonly name = 'wikidata';
  readonly label = searchProviderLabels.wikidata;
  readonly needsKey = false;
  readonly mode = 'keyless';
  readonly purposes: readonly QueryPurpose[] = ['product_name', 'keywords'];
  readonly budget = {
    queries: 3,
    concurrency: 1,
    rate: { perSecond: 2, burst: 2 },
    timeoutMs: 6_000,
  };

  override async search(query: string, context: SearchContext): Promise<SearchHit[]> {
    const language = context.language === 'und' ? 'en' : context.language;
    const found = await this.call(
      {
        action: 'wbsearchentities',
        search: query,
        language,
        uselang: language,
        type: 'item',
        limit: '10',
      },
      searchSchema,
      context,
    );
    const ids = found.search.map(({ id }) => id);
    if (ids.length === 0) return [];
    const { entities } = await this.call(
      {
        action: 'wbgetentities',
        ids: ids.join('|'),
        props: 'labels|descriptions|claims',
        languages: [...new Set([language, 'en'])].join('|'),
      },
      entitiesSchema,
      context,
    );
    const rows = ids.flatMap((id) => {
      const entity = entities[id];
      const url = entity ? officialSite(entity) : undefined;
      if (!entity || url === undefined) return [];
      const kinds = entity.claims.P31.map(({ mainsnak }) => mainsnak.datavalue.value.id);
      if (kinds.some((kind) => otherKinds.has(kind))) return [];
      const pick = (from: Entity['labels']) => (from[language] ?? from['en'])?.value ?? '';
      const extra = { entity: id, ...(kinds.length > 0 ? { instanceOf: kinds.join(' ') } : {}) };
      return [
        { url, title: pick(entity.labels) || query, snippet: pick(entity.descriptions), extra },
      ];
    });
    return this.toHits(query, rows);
  }

  private async call<Data extends { error?: { code: string } | undefined }>(
    query: Record<string, string>,
    schema: z.ZodType<Data>,
    context: SearchContext,
  ): Promise<Data> {
    const url = urlBelow(this.baseUrl, '/w/api.php', { ...query, format: 'json', maxlag: '5' });
    const { data, headers } = await this.ask({ url, schema }, context);
    if (data.error === undefined) return data;
    const isBusy = ['maxlag', 'ratelimited', 'readonly'].includes(data.error.code);
    const wait = Number(headers['retry-after']);
    throw new NetworkError(
      isBusy ? 'rate_limited' : 'rejected',
      isBusy ? 'Wikidata is busy and asks to wait.' : 'Wikidata does not accept the request.',
      Number.isFinite(wait) ? { retryAfter: wait } : {},
    );
  }
}
