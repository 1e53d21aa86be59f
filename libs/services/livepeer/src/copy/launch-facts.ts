import { type LaunchKitInput } from '../launch-kit-input.js';
import { formatAmount, formatPeriod, undecidedPrice } from '../text/format-price.js';
import { asFragment, inSentence, joinWords, splitSentences } from '../text/shape-words.js';

/** What the copywriter may say, each in a form that can stand inside a sentence. */
export interface LaunchFacts {
  slug: string;
  name: string;
  tagline: string;
  category: string;
  audience: string;
  /** First sentence of the prompt, the problem and the feature, without their final mark. */
  idea: string;
  problem: string;
  featureName: string;
  featureText: string;
  usesModel: boolean;
  /** Labels of what the app keeps, at most four. */
  records: string;
  recordCount: number;
  pageCount: number;
  flows: { name: string; steps: string[] }[];
  /** For example `Free ($0) and Solo (price open)`. */
  plans: string;
  hasOpenPrices: boolean;
  stack: string;
  checks: { passed: number; total: number };
  nonGoals: string;
  /** Competitors that were compared. */
  compared: number;
  /** The claim with the most sources, with their number. */
  claim: { text: string; sources: number } | null;
}

/** The facts of a kit. Nothing is in here that is not in the input. */
export function gatherFacts(input: LaunchKitInput): LaunchFacts {
  const { spec, discovery, verification, stack } = input;
  const { plans, currency } = spec.pricing;
  return {
    slug: spec.slug,
    name: spec.name,
    tagline: oneLine(spec.tagline),
    category: oneLine(spec.category),
    audience: inSentence(spec.audience, spec.prompt),
    idea: asFragment(spec.prompt),
    problem: asFragment(spec.problem),
    featureName: oneLine(spec.feature.name),
    featureText: asFragment(spec.feature.description),
    usesModel: spec.feature.usesModel,
    records: joinWords(spec.entities.slice(0, 4).map((entity) => oneLine(entity.labelPlural))),
    recordCount: spec.entities.length,
    pageCount: spec.pages.length,
    flows: spec.flows.map((flow) => ({
      name: oneLine(flow.name),
      steps: flow.steps.map(asFragment),
    })),
    plans: joinWords(
      plans.map((plan) => {
        const amount = formatAmount(plan, currency);
        const price = amount === undecidedPrice ? 'price open' : `${amount} ${formatPeriod(plan)}`;
        return `${oneLine(plan.name)} (${price.trim()})`;
      }),
    ),
    hasOpenPrices: plans.some((plan) => plan.amount === null),
    stack: joinWords(stack.slice(0, 5).map(({ name, version }) => `${name} ${version}`)),
    checks: {
      passed: verification.gates.filter((gate) => gate.outcome === 'passed').length,
      total: verification.gates.length,
    },
    nonGoals: joinWords(spec.nonGoals.slice(0, 3).map(oneLine)),
    compared: discovery.competitors.length,
    claim: strongestClaim(input),
  };
}

/** The whole text as one stretch of words: sentence ends inside become semicolons, the last one goes. */
function oneLine(text: string): string {
  return splitSentences(text).map(asFragment).filter(Boolean).join('; ');
}

function strongestClaim({ spec, discovery }: LaunchKitInput): LaunchFacts['claim'] {
  const known = new Set(discovery.evidence.map((entry) => entry.id));
  const [best] = spec.positioning
    .map(({ claim, evidenceIds }) => ({
      text: asFragment(claim),
      sources: evidenceIds.filter((id) => known.has(id)).length,
    }))
    .filter(({ sources }) => sources > 0)
    .sort((a, b) => b.sources - a.sources);
  return best ?? null;
}

/** The link of one channel: the founder's address as a blank, tagged so that visits can be told apart. */
export function taggedLink({ slug }: LaunchFacts, source: string, medium: string): string {
  return `{{your-url}}?utm_source=${source}&utm_medium=${medium}&utm_campaign=${slug}`;
}

/** Paragraphs with an empty line between them; empty ones are left out. */
export function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

/** The text where the condition holds, otherwise nothing. */
export function when(condition: boolean, text: string): string {
  return condition ? text : '';
}
