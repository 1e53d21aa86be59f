import type { StepContext } from '@hatchr/contracts';
import { assertNotCancelled } from '../assert-not-cancelled.js';
import { ProviderAsker, type ProviderReport, type ProviderTask } from './ask-provider.js';
import type { PlannedQuery } from './plan-queries.js';
import type { ResearchCache } from './research-cache.port.js';
import { SearchCache } from './search-cache.js';
import type { SearchConfig } from './search.config.js';
import type { SearchHit, SearchProvider } from './search-provider.port.js';

export interface SearchOutcome {
  /**
   * `off`: switched off, nothing was sent. `unconfigured`: no provider. `unreachable`: none could be connected
   * to, so there is most likely no network. `failed`: none answered. `empty` and `found`: at least one did.
   */
  status: 'off' | 'unconfigured' | 'unreachable' | 'failed' | 'empty' | 'found';
  hits: readonly SearchHit[];
  /** One for each provider, in the order of the configuration. */
  reports: readonly ProviderReport[];
}

/** Why nothing is asked where the switch is off. */
const offReason = 'Live research is switched off (DISCOVERY_NETWORK=off); nothing was sent.';

interface Prepared {
  asker: ProviderAsker;
  task: ProviderTask;
}

function statusOf(reports: readonly ProviderReport[]): SearchOutcome['status'] {
  if (reports.length === 0) return 'unconfigured';
  if (reports.some(({ hits }) => hits > 0)) return 'found';
  if (reports.some(({ outcome }) => outcome === 'empty' || outcome === 'cached')) return 'empty';
  const failed = reports.filter(({ outcome }) => outcome === 'failed');
  const isCutOff = failed.length > 0 && failed.every(({ isUnreachable }) => isUnreachable);
  return isCutOff ? 'unreachable' : 'failed';
}

function describe({ label, outcome, hits, sent, durationMs, reason }: ProviderReport): string {
  const results = `${hits} ${hits === 1 ? 'result' : 'results'}`;
  const searches = `${sent.length} ${sent.length === 1 ? 'search' : 'searches'}`;
  switch (outcome) {
    case 'ok':
      return `${label}: ${results} from ${searches} in ${durationMs} ms.${reason === null ? '' : ` Then: ${reason}`}`;
    case 'empty':
      return `${label}: nothing found in ${searches}, in ${durationMs} ms.`;
    case 'cached':
      return `${label}: ${results} that were known from an earlier search; nothing was sent.`;
    case 'failed':
    case 'skipped':
      return reason ?? `${label} was not asked.`;
  }
}

/**
 * Asks all configured providers side by side. One that fails costs the others nothing, and says why in its
 * report. Keep one for the process: it remembers limits and breakers.
 */
export class SearchService {
  private readonly askers: readonly ProviderAsker[];

  constructor(
    private readonly providers: readonly SearchProvider[],
    cache: ResearchCache,
    private readonly config: Pick<SearchConfig, 'network' | 'seconds' | 'cacheDays'>,
  ) {
    const kept = new SearchCache(cache, config.cacheDays);
    this.askers = providers.map((provider) => new ProviderAsker(provider, kept));
  }

  /** Services that words are sent to, as people know them; none where the network is switched off. */
  get labels(): readonly string[] {
    return this.config.network === 'off' ? [] : this.providers.map(({ label }) => label);
  }

  /**
   * Searches for the planned queries. `progress` runs from 0 to 1 over this search alone.
   * @param onHits told what each single answer named, while others are still out
   * @throws AppError `job.cancelled` (or the signal's own AppError) when the context's signal is aborted;
   *   nothing else
   */
  async search(
    queries: readonly PlannedQuery[],
    context: StepContext,
    onHits: (hits: readonly SearchHit[]) => void = () => undefined,
  ): Promise<SearchOutcome> {
    assertNotCancelled(context.signal);
    if (this.config.network === 'off') return this.answerOff(context);
    const prepared = await Promise.all(
      this.askers.map(async (asker) => ({ asker, task: await asker.prepare(queries) })),
    );
    this.disclose(prepared, context);
    const deadline = AbortSignal.timeout(this.config.seconds * 1000);
    const signal = AbortSignal.any([context.signal, deadline]);
    let done = 0;
    const answers = await Promise.all(
      prepared.map(async ({ asker, task }) => {
        const answer = await asker.ask(task, signal, onHits);
        const { label, hits } = answer.report;
        done += 1;
        this.tell(answer.report, context);
        context.progress(done / prepared.length, `${label}: ${hits} results`);
        return answer;
      }),
    );
    assertNotCancelled(context.signal);
    const reports = answers.map(({ report }) => report);
    return { status: statusOf(reports), hits: answers.flatMap(({ hits }) => hits), reports };
  }

  private answerOff(context: StepContext): SearchOutcome {
    context.log('info', offReason);
    const reports = this.providers.map(({ name, label }): ProviderReport => ({
      provider: name,
      label,
      outcome: 'skipped',
      hits: 0,
      durationMs: 0,
      reason: offReason,
      sent: [],
      isUnreachable: false,
    }));
    return { status: 'off', hits: [], reports };
  }

  /** Says which words leave the machine and to whom, before they do. */
  private disclose(prepared: readonly Prepared[], context: StepContext): void {
    const asked = prepared.filter(({ task }) => task.missing.length > 0);
    for (const { notice } of asked.map(({ asker }) => asker.provider))
      if (notice !== null) context.log('warn', notice);
    if (asked.length === 0) return;
    const words = [...new Set(asked.flatMap(({ task }) => task.missing.map(({ text }) => text)))];
    const to = asked.map(({ asker }) => asker.provider.label);
    context.progress(0, `Searching with ${to.join(', ')}`);
    context.log(
      'info',
      `These words leave this machine, to ${to.join(', ')}: ${words.join(' · ')}`,
      {
        words,
        to: asked.map(({ asker: { provider } }) => ({
          provider: provider.name,
          origin: provider.origin,
        })),
      },
    );
  }

  private tell(report: ProviderReport, context: StepContext): void {
    const { provider, outcome, hits, durationMs, sent } = report;
    const level = outcome === 'failed' ? 'warn' : 'info';
    context.log(level, describe(report), { provider, outcome, hits, durationMs, sent: [...sent] });
  }
}
