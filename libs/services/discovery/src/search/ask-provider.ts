import { NetworkError, ProviderPolicy } from '../network/index.js';
import type { PlannedQuery } from './plan-queries.js';
import { UnreachableError } from './provider-failure.js';
import type { SearchCache } from './search-cache.js';
import type { SearchHit, SearchProvider, SearchProviderName } from './search-provider.port.js';

/** How one provider did in one search. */
export interface ProviderReport {
  provider: SearchProviderName;
  label: string;
  /** `ok` and `empty`: asked. `cached`: all of its answers were known. `skipped`: not asked, with the reason. */
  outcome: 'ok' | 'empty' | 'failed' | 'skipped' | 'cached';
  hits: number;
  durationMs: number;
  /** Why it failed, was skipped or stopped early, in words that may be shown. Null where all went well. */
  reason: string | null;
  /** The words that were sent to it. */
  sent: readonly string[];
  /** No connection could be made. */
  isUnreachable: boolean;
}

/** What a provider is to be asked now, after what is known already. */
export interface ProviderTask {
  known: readonly SearchHit[][];
  missing: readonly PlannedQuery[];
  /** Why it is not asked at all, or null. */
  skipped: string | null;
}

interface ProviderRun {
  answers: readonly SearchHit[][];
  sent: readonly string[];
  failure: unknown;
}

/** A longer wait than this is left for the next search. */
const longestWaitSeconds = 2;

/** The queries that a provider can answer, as many as its budget allows. */
export function pickQueries(
  { purposes, budget }: SearchProvider,
  queries: readonly PlannedQuery[],
): PlannedQuery[] {
  return queries.filter(({ purpose }) => purposes.includes(purpose)).slice(0, budget.queries);
}

function toReason({ label }: SearchProvider, error: unknown): string {
  // Where a person cancelled, nobody reads the report; so it was the end of the whole search.
  if (error instanceof NetworkError && error.kind === 'cancelled')
    return `${label} had not answered when the time of the search was up.`;
  return error instanceof NetworkError ? error.message : `${label} failed in an unexpected way.`;
}

/**
 * One provider with what it remembers between searches: its rate limit, its circuit breaker, and until when it
 * asked to be left alone. Never throws: a failure is a report.
 */
export class ProviderAsker {
  private readonly policy: ProviderPolicy;
  private rest: { until: number; reason: string } | null = null;

  constructor(
    readonly provider: SearchProvider,
    private readonly cache: SearchCache,
  ) {
    const { label, budget } = provider;
    this.policy = new ProviderPolicy({
      name: label,
      timeoutMs: budget.timeoutMs,
      retries: 2,
      maxRetryAfterSeconds: longestWaitSeconds,
      rate: budget.rate,
    });
  }

  /** Finds what the cache knows and what is left to ask. Sends nothing. */
  async prepare(queries: readonly PlannedQuery[]): Promise<ProviderTask> {
    const chosen = pickQueries(this.provider, queries);
    const found = await Promise.all(chosen.map((query) => this.cache.find(this.provider, query)));
    const known = found.filter((hits) => hits !== null);
    const missing = chosen.filter((_, place) => found[place] === null);
    const skipped =
      chosen.length === 0 ? 'There is nothing that it could be asked.' : this.reasonToRest();
    return { known, missing: skipped === null ? missing : [], skipped };
  }

  /**
   * Asks what is missing, and tells the hits of each answer as it comes; stops at the first failure that retries
   * do not mend, and keeps what came before.
   */
  async ask(
    { known, missing, skipped }: ProviderTask,
    signal: AbortSignal,
    onHits: (hits: readonly SearchHit[]) => void,
  ): Promise<{ hits: SearchHit[]; report: ProviderReport }> {
    const startedAt = performance.now();
    const { answers, sent, failure } = await this.run(missing, signal, onHits);
    if (failure !== null) this.remember(failure);
    const hits = [...known, ...answers].flat();
    const report: ProviderReport = {
      provider: this.provider.name,
      label: this.provider.label,
      outcome: this.outcomeOf({ hits, sent, failure, skipped }),
      hits: hits.length,
      durationMs: Math.round(performance.now() - startedAt),
      reason: failure === null ? skipped : toReason(this.provider, failure),
      sent,
      isUnreachable: failure instanceof UnreachableError,
    };
    return { hits, report };
  }

  private async run(
    missing: readonly PlannedQuery[],
    signal: AbortSignal,
    onHits: (hits: readonly SearchHit[]) => void,
  ): Promise<ProviderRun> {
    const queue = [...missing];
    const answers: SearchHit[][] = [];
    const sent = new Set<string>();
    let failure: unknown = null;
    // Where nobody is there, whoever still waits for the rate limit need not.
    const unreachable = new AbortController();
    const limited = AbortSignal.any([signal, unreachable.signal]);
    const work = async (): Promise<void> => {
      for (let query = queue.shift(); query && failure === null; query = queue.shift()) {
        try {
          const hits = await this.askOne(query, limited, sent);
          answers.push(hits);
          onHits(hits);
        } catch (error) {
          failure ??= error;
          if (error instanceof UnreachableError) unreachable.abort();
        }
      }
    };
    await Promise.all(Array.from({ length: this.provider.budget.concurrency }, work));
    return { answers, sent: [...sent], failure };
  }

  private outcomeOf(run: {
    hits: readonly SearchHit[];
    sent: readonly string[];
    failure: unknown;
    skipped: string | null;
  }): ProviderReport['outcome'] {
    if (run.hits.length > 0) return run.sent.length > 0 ? 'ok' : 'cached';
    if (run.failure !== null) return 'failed';
    if (run.skipped !== null) return 'skipped';
    return run.sent.length > 0 ? 'empty' : 'cached';
  }

  private reasonToRest(): string | null {
    if (this.provider.switchedOff !== null) return this.provider.switchedOff;
    if (this.rest && this.rest.until > Date.now()) return this.rest.reason;
    this.rest = null;
    return null;
  }

  private async askOne(
    query: PlannedQuery,
    signal: AbortSignal,
    sent: Set<string>,
  ): Promise<SearchHit[]> {
    const { language, text } = query;
    const hits = await this.policy.execute((limited) => {
      // Only here do words leave: a call may end before, in the rate limit or at an open circuit.
      sent.add(text);
      return this.provider.search(text, { signal: limited, language });
    }, signal);
    await this.cache.keep(this.provider, query, hits);
    return hits;
  }

  private remember(failure: unknown): void {
    if (!(failure instanceof NetworkError) || failure.kind !== 'rate_limited') return;
    const { retryAfter = 0, message } = failure;
    if (retryAfter > longestWaitSeconds)
      this.rest = { until: Date.now() + retryAfter * 1000, reason: message };
  }
}
