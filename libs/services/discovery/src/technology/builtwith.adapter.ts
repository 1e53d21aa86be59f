import { z } from 'zod';
import { NetworkError, ProviderPolicy, requestJson, type HttpClient } from '../network/index.js';
import { rowsOf, urlBelow } from '../search/providers/json-search-provider.js';
import { failAs, toProviderFailure } from '../search/provider-failure.js';
import type { BuiltWithConfig } from './builtwith.config.js';

export interface BuiltWithTechnology {
  name: string;
  /** BuiltWith's own group ("analytics", "cdn"); empty where it gives none. */
  tag: string;
  categories: readonly string[];
  /** Days (ISO 8601) on which it was seen first and last; null where BuiltWith does not say. */
  firstSeen: string | null;
  lastSeen: string | null;
}

/** What BuiltWith says of one domain. */
export interface BuiltWithProfile {
  domain: string;
  technologies: readonly BuiltWithTechnology[];
  /** BuiltWith's public page on the domain, for a reader who wants to check. */
  url: string;
  /** ISO 8601. */
  fetchedAt: string;
}

const label = 'BuiltWith';
/** The API takes that many domains in one call, and bills each. */
const maximumDomains = 16;
const timeoutMs = 15_000;

const day = z
  .number()
  .positive()
  .transform((ms) => new Date(ms).toISOString().slice(0, 10))
  .nullish()
  .catch(null);
const technologySchema = z.object({
  Name: z.string().min(1),
  Tag: z.string().nullish().catch(null),
  Categories: z.array(z.string()).nullish().catch(null),
  FirstDetected: day,
  LastDetected: day,
});
const problemSchema = z.object({
  Message: z.string().nullish(),
  Lookup: z.string().nullish().catch(null),
});
const domainSchema = z.object({
  Errors: rowsOf(problemSchema).nullish(),
  Results: rowsOf(
    z.object({
      Lookup: z.string(),
      Result: z.object({
        Paths: rowsOf(z.object({ Technologies: rowsOf(technologySchema) })),
      }),
    }),
  ).nullish(),
});

type Answer = z.output<typeof domainSchema>;
type Row = z.output<typeof technologySchema>;

function listTechnologies(rows: readonly Row[]): BuiltWithTechnology[] {
  const technologies = rows.map((row) => ({
    name: row.Name,
    tag: row.Tag ?? '',
    categories: row.Categories ?? [],
    firstSeen: row.FirstDetected ?? null,
    lastSeen: row.LastDetected ?? null,
  }));
  // The same technology stands once for each path of a site; the latest sight of it counts.
  const byDate = technologies.toSorted((a, b) =>
    (a.lastSeen ?? '').localeCompare(b.lastSeen ?? ''),
  );
  return [...new Map(byDate.map((one) => [one.name, one])).values()];
}

/**
 * The domain API of BuiltWith, with the operator's key. Its mistakes come with HTTP 200 and a list of errors, and the
 * key is part of every address, so neither addresses nor what it answers get into an error.
 */
export class BuiltWithClient {
  private readonly policy: ProviderPolicy;

  constructor(
    private readonly client: HttpClient,
    private readonly config: BuiltWithConfig & { key: string },
  ) {
    // One call is one research, so this only keeps many jobs apart.
    const rate = { perSecond: 1, burst: 1 };
    this.policy = new ProviderPolicy({ name: label, timeoutMs: 2 * timeoutMs, retries: 1, rate });
  }

  /**
   * Technologies in use on up to 16 domains, in one call that costs one credit for each.
   * @returns one profile for each domain that BuiltWith knows; those it refuses are left out
   * @throws NetworkError where the whole call is refused or fails
   */
  async lookUp(domains: readonly string[], signal: AbortSignal): Promise<BuiltWithProfile[]> {
    if (domains.length === 0) return [];
    if (domains.length > maximumDomains)
      throw new RangeError(`BuiltWith takes at most ${maximumDomains} domains in a call.`);
    const url = urlBelow(this.config.baseUrl, `/${this.config.version}/api.json`, {
      KEY: this.config.key,
      LOOKUP: domains.join(','),
      LIVEONLY: 'yes',
      HIDETEXT: 'yes',
      HIDEDL: 'yes',
      NOMETA: 'yes',
      NOPII: 'yes',
    });
    const data = await this.policy.execute((limited) => this.call(url, limited), signal);
    const fetchedAt = new Date().toISOString();
    return (data.Results ?? []).map(({ Lookup: domain, Result: { Paths: paths } }) => ({
      domain: domain.toLowerCase(),
      technologies: listTechnologies(paths.flatMap(({ Technologies }) => Technologies)),
      url: `https://builtwith.com/${encodeURIComponent(domain.toLowerCase())}`,
      fetchedAt,
    }));
  }

  private async call(url: URL, signal: AbortSignal): Promise<Answer> {
    try {
      const schema = domainSchema;
      const { data } = await requestJson(this.client, { url, schema, signal, timeoutMs });
      assertAnswered(data);
      return data;
    } catch (error) {
      throw toProviderFailure(label, error);
    }
  }
}

/** A list of errors refuses the call, unless there are results beside it: then it refuses single domains. */
function assertAnswered({ Results: found, Errors }: Answer): void {
  const problems = Errors ?? [];
  if (found && (found.length > 0 || problems.length === 0)) return;
  if (problems.length > 0 && problems.every(({ Lookup }) => Boolean(Lookup))) return;
  const text = problems.map(({ Message }) => Message ?? '').join(' ');
  const refused = new NetworkError('rejected', '', { status: 200 });
  if (/\bkey\b/iu.test(text)) throw failAs(refused, { kind: 'unauthorized', message: '' });
  if (/credit|limit|quota|exceed/iu.test(text))
    throw failAs(refused, { kind: 'forbidden', message: '' });
  throw problems.length > 0 ? refused : failAs(refused, { kind: 'malformed', message: '' });
}
