import type { Competitor, Evidence, Plan } from '@hatchr/contracts';
import { hashSnippet } from '../analysis/collect-evidence.js';
import type { Fact } from '../extraction/fact.js';
import type { SeenTechnology, SiteReport } from './site-reader.js';

type EvidenceKind = NonNullable<Evidence['kind']>;

/** A site's statements as rows of evidence, and the parts of a competitor that point at them. */
export interface DescribedSite {
  evidence: readonly Evidence[];
  name: string | null;
  summary: string | null;
  audience: string | null;
  plans: NonNullable<Competitor['plans']>;
  integrations: NonNullable<Competitor['integrations']>;
  technologies: NonNullable<Competitor['technologies']>;
  /** Statements on features in the site's own words, with the row that each stands in. */
  features: readonly { text: string; evidenceId: string }[];
  lacks: readonly { text: string; evidenceId: string }[];
}

/** More statements than these of one site make a comparison no better and a report too long to read. */
const maximumFeatures = 40;
const maximumIntegrations = 20;
const maximumTechnologies = 15;
/** Below this a trace is as likely an accident. */
const leastTechnologyConfidence = 0.5;

/** Numbers the rows of one competitor: `acme.3.features`, so that the last part says what kind it is. */
class EvidenceRows {
  readonly rows: Evidence[] = [];

  constructor(private readonly competitorId: string) {}

  add(kind: EvidenceKind, claim: string, fact: Fact<unknown>): string {
    const id = `${this.competitorId}.${this.rows.length + 1}.${kind}`;
    this.rows.push({
      id,
      competitorId: this.competitorId,
      kind,
      claim,
      source: 'page',
      url: fact.url,
      asOf: fact.fetchedAt,
      snippet: fact.snippet,
      snippetHash: fact.snippetHash,
      confidence: fact.confidence,
    });
    return id;
  }

  addTechnology(product: string, technology: SeenTechnology): string {
    const { name, evidence, url, fetchedAt, confidence } = technology;
    const snippet = `${evidence.kind} ${evidence.where}: ${evidence.snippet}`;
    const snippetHash = hashSnippet(snippet);
    const fact = { value: name, url, fetchedAt, snippet, snippetHash, confidence };
    return this.add('technology', `What the site of ${product} is made with: ${name}`, fact);
  }
}

/** Writes down what a site was read to say. Nothing is added to it. */
export function describeSite(
  competitorId: string,
  knownName: string,
  { facts, technologies }: SiteReport,
): DescribedSite {
  const rows = new EvidenceRows(competitorId);
  const title = facts.name?.value ?? knownName;
  const state = (kind: EvidenceKind, claim: string, fact: Fact<string> | null): string | null => {
    if (fact) rows.add(kind, claim, fact);
    return fact?.value ?? null;
  };
  const name = state('name', `What ${title} calls itself`, facts.name);
  const summary = state('summary', `What ${title} does`, facts.summary);
  const audience = state('audience', `Whom ${title} serves`, facts.audience);
  state('positioning', `How ${title} sets itself apart`, facts.positioning ?? null);
  const said = (kind: 'features' | 'lacks', list: readonly Fact<string>[]) =>
    list.slice(0, maximumFeatures).map((fact) => ({
      text: fact.value,
      evidenceId: rows.add(
        kind,
        `What ${title} ${kind === 'lacks' ? 'does not offer' : 'offers'}: ${fact.value}`,
        fact,
      ),
    }));
  const features = said('features', facts.features);
  const lacks = said('lacks', facts.lacks);
  const plans = facts.plans.map((fact) => ({
    ...fact.value,
    trialDays: fact.value.trialDays ?? trialOf(fact.value, facts.trialDays),
    evidenceId: rows.add('pricing', `How ${title} is paid: ${fact.value.name ?? 'a plan'}`, fact),
  }));
  if (facts.trialDays) rows.add('trial', `How long ${title} can be tried`, facts.trialDays);
  const integrations = facts.integrations.slice(0, maximumIntegrations).map((fact) => ({
    name: fact.value,
    evidenceId: rows.add('integrations', `What ${title} connects to: ${fact.value}`, fact),
  }));
  const seen = technologies
    .filter(({ confidence }) => confidence >= leastTechnologyConfidence)
    .slice(0, maximumTechnologies)
    .map((technology) => ({
      name: technology.name,
      category: technology.category,
      confidence: technology.confidence,
      evidenceId: rows.addTechnology(title, technology),
    }));
  return {
    ...{ evidence: rows.rows, name, summary, audience, plans, integrations },
    ...{ technologies: seen, features, lacks },
  };
}

/** The trial that a site offers in general is of its paid plans: a free one needs none, and one on request is agreed on. */
function trialOf(plan: Plan, ofSite: Fact<number> | null): number | null {
  return plan.isFree || plan.isOnRequest ? null : (ofSite?.value ?? null);
}

/** How a product is paid, as far as its plans say it without doubt; null otherwise. */
export function readPricingModel(plans: DescribedSite['plans']): Competitor['pricingModel'] {
  if (plans.length === 0) return null;
  const paid = plans.filter(({ amount, isFree }) => !isFree && amount !== null);
  const isRecurring = paid.some(({ period }) => period === 'month' || period === 'year');
  if (plans.every(({ isFree }) => isFree)) return 'free';
  if (plans.some(({ isFree }) => isFree) && isRecurring) return 'freemium';
  if (isRecurring) return 'subscription';
  if (paid.length > 0 && paid.every(({ period }) => period === 'usage')) return 'usage';
  if (paid.length > 0 && paid.every(({ period }) => period === 'one_time')) return 'one_time';
  return plans.every(({ isOnRequest }) => isOnRequest) ? 'quote' : null;
}
