import { createHash } from 'node:crypto';
import { assertNotCancelled } from '../assert-not-cancelled.js';
import { choosePassages, type Passage } from '../extraction/choose-passages.js';
import { mergeFacts, readFacts, type SiteFacts } from '../extraction/extract-facts.js';
import { readPage } from '../extraction/page-model.js';
import {
  findPages,
  readSitemap,
  siteOf,
  type PageReader,
  type ReadPage,
  type Robots,
} from '../pages/index.js';
import type { HttpClient } from '../network/index.js';
import type { ResearchCache } from '../search/research-cache.port.js';
import { detectTechnologies, type TechnologyHit } from '../technology/detect-technologies.js';

/** A technology with the page that it was seen on. */
export interface SeenTechnology extends TechnologyHit {
  url: string;
  fetchedAt: string;
}

/** What a site says of its product, on the day that it was read. */
export interface SiteReport {
  /** Where its front page was in the end. */
  url: string;
  /** Registrable domain of that. */
  domain: string;
  facts: SiteFacts;
  technologies: readonly SeenTechnology[];
  pages: readonly { url: string; via: ReadPage['via'] }[];
  /** What a language model may be shown of them. */
  passages: readonly Passage[];
}

export type SiteOutcome =
  | { outcome: 'read'; report: SiteReport; isKnown: boolean }
  | { outcome: 'refused'; detail: string };

export interface SiteReaderOptions {
  pages: PageReader;
  robots: Robots;
  client: HttpClient;
  cache: ResearchCache;
  cacheDays: number;
}

const dayMs = 86_400_000;
/** Changes with the shape of `SiteReport`: an older one is read again. */
const keyVersion = 2;
/** Beside the front page; more of them repeat what these say, and each costs the site and the founder time. */
const maximumOtherPages = 4;

/** Names of the cookies that an answer sets. */
function cookiesOf({ headers }: ReadPage): string[] {
  return (headers['set-cookie'] ?? '')
    .split('\n')
    .flatMap((line) => line.split('=')[0]?.trim() || []);
}

function technologiesOf(pages: readonly ReadPage[]): SeenTechnology[] {
  const seen = new Map<string, SeenTechnology>();
  for (const page of pages) {
    const { headers, html, url, fetchedAt } = page;
    for (const hit of detectTechnologies({ headers, cookies: cookiesOf(page), html, url })) {
      const known = seen.get(hit.name);
      if (!known || known.confidence < hit.confidence)
        seen.set(hit.name, { ...hit, url, fetchedAt });
    }
  }
  return [...seen.values()].toSorted((a, b) => b.confidence - a.confidence);
}

/** Reads the pages of a product's site that say most about it, and the facts that stand on them. */
export class SiteReader {
  constructor(private readonly options: SiteReaderOptions) {}

  /** Makes ready for so many sites, while it is not known yet which ones. */
  prepare(sites: number): void {
    this.options.pages.prepare(sites);
  }

  /**
   * Reads one site, or remembers it from an earlier job of the last days.
   * @returns a refusal with its reason where not even the front page could be read
   * @throws AppError `job.cancelled` (or the signal's own AppError) when the signal is aborted
   */
  async read(url: string, signal: AbortSignal): Promise<SiteOutcome> {
    const key = `site.${keyVersion}:${createHash('sha256').update(url).digest('hex')}`;
    const kept = (await this.options.cache.get(key)) as SiteReport | null;
    if (kept) return { outcome: 'read', report: kept, isKnown: true };
    const home = await this.options.pages.read(url, signal);
    if (home.outcome === 'refused') return { outcome: 'refused', detail: home.refusal.detail };
    const pages = [home.page, ...(await this.readOthers(home.page, signal))];
    assertNotCancelled(signal);
    const models = pages.map(readPage);
    const report: SiteReport = {
      url: home.page.url,
      domain: siteOf(new URL(home.page.url)),
      facts: mergeFacts(models.map(readFacts)),
      technologies: technologiesOf(pages),
      pages: pages.map(({ url: address, via }) => ({ url: address, via })),
      passages: choosePassages(models),
    };
    const expiresAt = new Date(Date.now() + this.options.cacheDays * dayMs);
    await this.options.cache.set(key, report, expiresAt);
    return { outcome: 'read', report, isKnown: false };
  }

  /** The other telling pages that could be read; a page that is refused is missing and nothing more. */
  private async readOthers(home: ReadPage, signal: AbortSignal): Promise<ReadPage[]> {
    const { pages } = this.options;
    const linked = findPages(home);
    // A sitemap is asked for only where the links do not lead to the two pages that matter most.
    const isEnough = ['pricing', 'features'].every((kind) =>
      linked.some((page) => page.kind === kind),
    );
    const found = isEnough ? linked : findPages(home, await this.readSitemap(home.url, signal));
    const outcomes = await Promise.all(
      found.slice(0, maximumOtherPages).map((page) => pages.read(page.url, signal)),
    );
    return outcomes.flatMap((outcome) => (outcome.outcome === 'read' ? [outcome.page] : []));
  }

  private async readSitemap(home: string, signal: AbortSignal): Promise<string[]> {
    const { client, robots } = this.options;
    try {
      const { sitemaps } = await robots.check(home, signal);
      return await readSitemap(client, home, sitemaps, signal);
    } catch (error) {
      assertNotCancelled(signal);
      throw error;
    }
  }
}
