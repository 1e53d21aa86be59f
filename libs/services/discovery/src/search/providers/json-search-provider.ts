import { z } from 'zod';
import { load } from 'cheerio';
import {
  requestJson,
  NetworkError,
  type HttpClient,
  type JsonRequest,
} from '../../network/index.js';
import { toProviderFailure } from '../provider-failure.js';
import { SearchProvider, type SearchContext, type SearchHit } from '../search-provider.port.js';

/** One result, before it knows its place. */
export type FoundRow = Pick<SearchHit, 'title' | 'url' | 'snippet' | 'extra'>;

/** A list of rows; one that is not as agreed is left out rather than the whole answer. */
export function rowsOf<Row extends z.ZodType>(row: Row) {
  return z.array(z.unknown()).transform((rows) =>
    rows.flatMap((one): z.output<Row>[] => {
      const parsed = row.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    }),
  );
}

/** An address of the web. */
export const webUrl = z.url({ protocol: /^https?$/u });

/** Text without tags and entities, on one line. */
export function toPlainText(html: string): string {
  const text = /[<&]/u.test(html) ? load(html, null, false).text() : html;
  return text.replace(/\s+/gu, ' ').trim();
}

/** A path below a configured address, which may itself have a path. */
export function urlBelow(base: string, path: string, query: Record<string, string> = {}): URL {
  const url = new URL(`${base.replace(/\/+$/u, '')}${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/** What all providers share that answer in JSON over HTTP. */
export abstract class JsonSearchProvider extends SearchProvider {
  constructor(
    private readonly client: HttpClient,
    protected readonly baseUrl: string,
  ) {
    super();
  }

  override get origin(): string {
    return new URL(this.baseUrl).origin;
  }

  /** A refusal that this provider words in its own way, or null for the usual meaning of its status. */
  protected refine(_error: NetworkError): NetworkError | null {
    return null;
  }

  protected async ask<Schema extends z.ZodType>(
    request: Omit<JsonRequest<Schema>, 'signal'>,
    { signal }: SearchContext,
  ): Promise<{ data: z.output<Schema>; headers: Readonly<Record<string, string>> }> {
    try {
      return await requestJson(this.client, {
        timeoutMs: this.budget.timeoutMs,
        ...request,
        signal,
      });
    } catch (error) {
      const refined = error instanceof NetworkError ? this.refine(error) : null;
      throw refined ?? toProviderFailure(this.label, error);
    }
  }

  protected toHits(query: string, rows: readonly FoundRow[]): SearchHit[] {
    const fetchedAt = new Date().toISOString();
    return rows.map(({ title, url, snippet, extra }, place) => ({
      title: toPlainText(title),
      url,
      snippet: toPlainText(snippet),
      rank: place + 1,
      provider: this.name,
      query,
      fetchedAt,
      ...(extra ? { extra } : {}),
    }));
  }
}
