import { type LaunchKitInput } from '../../launch-kit-input.js';
import { formatAmount, formatPeriod } from '../../text/format-price.js';

/** All that copy may rest on: what a language model is shown, and what its words are held against. */
export interface CopyGround {
  /** BCP 47 tag of the language to write in. */
  language: string;
  isEnglish: boolean;
  productName: string;
  /** The facts as one JSON text; each is the founder's, the specification's or that of a source. */
  facts: string;
  /** What the research found, as one JSON text: words of strangers. */
  research: string;
  /** Amounts of money that plans or competitors state, as digits. */
  amounts: ReadonlySet<string>;
  /** Whether a plan of the product costs nothing. */
  hasFreePlan: boolean;
}

const mostCompetitors = 4;
const mostClaims = 4;

/** Gathers the ground from the clean input of a kit; bounded, some 1,500 tokens. */
export function gatherGround(input: LaunchKitInput): CopyGround {
  const { spec, discovery, stack, verification } = input;
  const { plans, currency } = spec.pricing;
  const prices = plans.map((plan) =>
    `${formatAmount(plan, currency)} ${formatPeriod(plan)}`.trim(),
  );
  const language = spec.language === 'und' ? 'en' : spec.language;
  const passed = verification.gates.filter(({ outcome }) => outcome === 'passed').length;
  const facts = {
    name: spec.name,
    founderSentence: spec.prompt.slice(0, 600),
    tagline: spec.tagline,
    summary: spec.summary,
    problem: spec.problem,
    audience: spec.audience,
    category: spec.category,
    feature: { name: spec.feature.name, description: spec.feature.description },
    keepsTrackOf: spec.entities
      .slice(0, 6)
      .map(({ labelPlural, description }) => ({ labelPlural, description })),
    flows: spec.flows.slice(0, 4).map(({ name, steps }) => ({ name, steps })),
    plans: plans.map(({ name }, index) => ({ name, price: prices[index] })),
    leavesOut: spec.nonGoals,
    builtWith: stack.slice(0, 5).map(({ name, version }) => `${name} ${version}`),
    automaticChecks: { passed, total: verification.gates.length },
  };
  const research = {
    productsCompared: discovery.competitors.length,
    competitors: discovery.competitors
      .slice(0, mostCompetitors)
      .map(({ name, summary }) => ({ name, summary: summary.slice(0, 200) })),
    claimsWithSources: spec.positioning.slice(0, mostClaims).map(({ claim, evidenceIds }) => ({
      claim,
      sources: evidenceIds.length,
    })),
    whyNow: (discovery.whyNow ?? []).map(({ statement }) => statement),
  };
  const stated = [...prices, ...(discovery.prices ?? []).map(({ amount }) => String(amount ?? ''))];
  return {
    ...{ language, isEnglish: /^en\b/u.test(language), productName: spec.name },
    facts: JSON.stringify(facts),
    research: JSON.stringify(research),
    amounts: new Set(stated.flatMap((text) => text.match(/\d+(?:[.,]\d+)*/gu) ?? [])),
    hasFreePlan: plans.some(({ amount }) => amount === 0),
  };
}
