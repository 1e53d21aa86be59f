import type { OnModuleDestroy } from '@nestjs/common';
import { partOf, type ProviderReport, type ServedBy, type StepContext } from '@hatchr/contracts';
import { normaliseFeatures } from '../analysis/normalise-features.js';
import { assertNotCancelled } from '../assert-not-cancelled.js';
import { sharedFeatures } from '../catalogue/shared-features.js';
import { parseUrl } from '../network/parse-url.js';
import type { ResearchModel } from '../model/research-model.js';
import type { Idea } from '../ranking/read-idea.js';
import { buildCompetitor, competitorIdOf } from '../research/build-competitor.js';
import { chooseSites, followMoves, type ChosenSite } from '../research/choose-sites.js';
import { describeSite, type DescribedSite } from '../research/describe-site.js';
import {
  describeResearch,
  explainNoNetwork,
  toLeads,
  toProviderReports,
} from '../research/report-search.js';
import type { SiteReader, SiteReport } from '../research/site-reader.js';
import { mergeHits } from '../search/merge-hits.js';
import { planQueries } from '../search/plan-queries.js';
import { lookUpTechnologies } from '../research/look-up-technologies.js';
import type { BuiltWithClient } from '../technology/builtwith.adapter.js';
import type { SearchHit } from '../search/search-provider.port.js';
import type { SearchOutcome, SearchService } from '../search/search.service.js';
import type { CatalogueSource } from './catalogue-source.adapter.js';
import { CompetitorSource, type CompetitorFindings } from './competitor-source.port.js';

export interface LiveSourceOptions {
  catalogue: CatalogueSource;
  search: SearchService;
  sites: SiteReader;
  /** Largest number of competitors. */
  limit: number;
  /** For reading all sites together and asking BuiltWith; what is known by then is used. */
  seconds: number;
  /** Where there is a key. */
  builtWith: BuiltWithClient | null;
  /** Ends what research keeps open. */
  close: () => Promise<void>;
}

/** Read beside the limit, since some sites do not let themselves be read or say nothing. */
const spareSites = 2;

/**
 * Live research on top of the catalogue: searches with the configured providers, reads the sites of the nearest
 * products, and compares what stands on them. Whatever fails is missing, named, and no reason to stop.
 */
export class LiveSource extends CompetitorSource implements OnModuleDestroy {
  override readonly searchServices: readonly string[];

  constructor(private readonly options: LiveSourceOptions) {
    super();
    this.searchServices = options.search.labels;
  }

  override async find(
    idea: Idea,
    context: StepContext,
    model: ResearchModel | null = null,
  ): Promise<CompetitorFindings> {
    const { catalogue, search, limit } = this.options;
    const known = await catalogue.find(idea, partOf(context, 0, 0.05));
    const index = catalogue.getIndex();
    const queries = planQueries(idea, index);
    const outcome = await search.search(queries, partOf(context, 0.05, 0.25), (hits) => {
      this.prepareFor(known, hits);
    });
    const providers = toProviderReports(outcome);
    const alone = explainNoNetwork(outcome);
    if (alone !== null) {
      context.log('info', alone);
      return { ...known, providers, servedBy: { ...known.servedBy, reason: alone } };
    }
    const merged = mergeHits(outcome.hits, idea, index);
    const chosen = chooseSites(known.found, merged.candidates, limit + spareSites);
    const deadline = AbortSignal.timeout(this.options.seconds * 1000);
    const reports = await this.readAll(chosen, deadline, partOf(context, 0.25, 0.6), model);
    assertNotCancelled(context.signal);
    const combined = this.combine(known, chosen, reports);
    const enriched = await lookUpTechnologies(
      this.options.builtWith,
      combined.found,
      deadline,
      context,
    );
    return {
      ...combined,
      found: enriched.found,
      queries: queries.map(({ text }) => text),
      providers: [...providers, ...enriched.reports],
      leads: toLeads(merged.leads),
      servedBy: servedBy(outcome, reports.size, enriched.reports),
    };
  }

  onModuleDestroy(): Promise<void> {
    return this.options.close();
  }

  /** There is a network, and there will be sites to read: what that takes starts while other searches are out. */
  private prepareFor(known: CompetitorFindings, hits: readonly SearchHit[]): void {
    const named = new Set(hits.map(({ url }) => parseUrl(url)?.host));
    if (named.size === 0) return;
    const { sites, limit } = this.options;
    sites.prepare(Math.min(known.found.length + named.size, limit + spareSites));
  }

  /** Reads the sites side by side until the time is up, and says of each what came of it. */
  private async readAll(
    chosen: readonly ChosenSite[],
    deadline: AbortSignal,
    context: StepContext,
    model: ResearchModel | null,
  ): Promise<Map<string, SiteReport>> {
    const reports = new Map<string, SiteReport>();
    const signal = AbortSignal.any([context.signal, deadline]);
    let done = 0;
    await Promise.all(
      chosen.map(async ({ domain, url, name }) => {
        const startedAt = performance.now();
        const outcome = await this.options.sites.read(url, signal).catch((error: unknown) => {
          assertNotCancelled(context.signal);
          if (!deadline.aborted) throw error;
          return { outcome: 'refused' as const, detail: 'It was not read in time.' };
        });
        done += 1;
        context.progress(done / chosen.length, `Read ${domain}`);
        if (outcome.outcome === 'refused') {
          context.log('warn', `${name}: not read. ${outcome.detail}`, { domain });
          return;
        }
        const { report, isKnown } = outcome;
        reports.set(domain, report);
        const ms = Math.round(performance.now() - startedAt);
        context.log(
          'info',
          isKnown
            ? `${name}: ${report.pages.length} pages, read in the last days.`
            : `${name}: read ${report.pages.length} pages in ${ms} ms.`,
          { domain, pages: report.pages.map(({ url: page, via }) => `${via} ${page}`) },
        );
        if (model) reports.set(domain, await model.readSite(name, report));
      }),
    );
    return reports;
  }

  private combine(
    known: CompetitorFindings,
    chosen: readonly ChosenSite[],
    reports: ReadonlyMap<string, SiteReport>,
  ): CompetitorFindings {
    const described = new Map<string, DescribedSite>();
    // Under the domain that was asked for, which is the new one where a site has moved.
    const byFinalDomain = new Map(
      [...reports].flatMap(([domain, report]) => [
        [report.domain, report],
        [domain, report],
      ]),
    );
    const sites = followMoves(chosen, reports);
    for (const site of sites) {
      const report = byFinalDomain.get(site.domain);
      const id = competitorIdOf(site);
      if (report) described.set(id, describeSite(id, site.name, report));
    }
    const features = normaliseFeatures(
      [...described].map(([competitorId, { features: has, lacks }]) => ({
        competitorId,
        has: has.map(({ text }) => text),
        lacks: lacks.map(({ text }) => text),
      })),
      // What every field may have, too: sites of an idea outside the catalogue share words for it.
      new Map([...Object.entries(sharedFeatures), ...known.featureLabels]),
    );
    const field = known.fields[0]?.label ?? 'Found by search';
    const found = sites
      .flatMap(
        (site) =>
          buildCompetitor(site, described.get(competitorIdOf(site)) ?? null, features, field) ?? [],
      )
      .slice(0, this.options.limit);
    return {
      ...known,
      found,
      featureLabels: new Map([...known.featureLabels, ...features.labels]),
      statement: stateFound(
        found.length,
        found.filter(({ competitor }) => described.has(competitor.id)).length,
        known,
      ),
    };
  }
}

function stateFound(count: number, readSites: number, known: CompetitorFindings): string {
  if (count === 0)
    return 'Neither the search nor the bundled catalogue found a close competitor. That does not mean that there is none.';
  const products = count === 1 ? 'One product is' : `${count} products are`;
  const fields = known.fields.map(({ label }) => `“${label}”`).join(', ');
  const where = fields === '' ? '' : `, in ${fields}`;
  const read =
    readSites === 0
      ? 'no site was read, so this is what the catalogue and the search results say'
      : `the pages of ${readSites === 1 ? 'one' : readSites} were read`;
  return `${products} close to this idea${where}; ${read}.`;
}

function servedBy(
  outcome: SearchOutcome,
  readSites: number,
  others: readonly ProviderReport[],
): ServedBy {
  return {
    provider: 'live research',
    mode: outcome.hits.length > 0 || readSites > 0 ? 'live' : 'embedded',
    reason: describeResearch(outcome, readSites, others),
  };
}
