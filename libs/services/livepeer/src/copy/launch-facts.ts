import { formatAmount, formatPeriod, undecidedPrice } from '../text/format-price.js';
import { type LaunchKitInput } from '../launch-kit-input.js';
import { asFragment, countOf, joinWords } from '../text/shape-words.js';
import {
  asAbstentions,
  asAction,
  audienceInSentence,
  labelInSentence,
  oneLine,
  quoted,
} from './phrase-words.js';

export interface Claim {
  text: string;
  /** Sources behind it, at least one. */
  sources: number;
}

/** What the copywriter may say, each in a form that can stand inside an English sentence. */
export interface LaunchFacts {
  slug: string;
  name: string;
  tagline: string;
  /** Empty where the sentence names nobody in particular. */
  audience: string;
  /** First sentence of the prompt and of the problem, without their final mark. */
  idea: string;
  problem: string;
  featureName: string;
  /** First sentence of its description, and the same as it follows the name, where it can. */
  featureText: string;
  featureAction: string | null;
  usesModel: boolean;
  /** Labels of what the app keeps, at most four, and of what the feature is about. */
  records: string;
  recordCount: number;
  mainRecord: string;
  /** What it is and for whom, without saying one word twice: `scheduling for freelancers`. */
  kind: string;
  flows: { name: string; steps: string[] }[];
  /** For example `Free at $0 and Solo, which has no price yet`. */
  plans: string;
  hasOpenPrices: boolean;
  stack: string;
  checks: { passed: number; total: number };
  /** What it leaves out, after `it`; null where it is only known as a list. */
  abstentions: string | null;
  nonGoals: string;
  /** Products that were compared: how many, and the first two by name. */
  compared: { count: number; names: string };
  /** Claims with sources, those that no compared product shares first, then by their number of sources. */
  claims: Claim[];
  /** Whether the person wrote in a language other than that of the copy, which is English. */
  isForeign: boolean;
}

/** The facts of a kit. Nothing is in here that is not in the input. */
export function gatherFacts(input: LaunchKitInput): LaunchFacts {
  const { spec, discovery, verification, stack } = input;
  const labels = spec.entities.map((entity) => labelInSentence(entity.labelPlural, spec));
  const nonGoals = spec.nonGoals.slice(0, 2);
  const audience = audienceInSentence(spec.audience, spec);
  const main = spec.entities.find(({ name }) => name === spec.feature.entity) ?? spec.entities[0];
  return {
    slug: spec.slug,
    name: spec.name,
    tagline: oneLine(spec.tagline),
    audience,
    idea: asFragment(spec.prompt),
    problem: asFragment(spec.problem),
    featureName: oneLine(spec.feature.name),
    featureText: asFragment(spec.feature.description),
    featureAction: asAction(spec.feature.description),
    usesModel: spec.feature.usesModel,
    records: joinWords(labels.slice(0, 4)),
    recordCount: labels.length,
    mainRecord: main ? labelInSentence(main.labelPlural, spec) : '',
    kind: kindOf(labelInSentence(spec.category, spec), audience, labels),
    flows: spec.flows.map(({ name, steps }) => ({
      name: oneLine(name),
      steps: steps.map(asFragment),
    })),
    plans: describePlans(input),
    hasOpenPrices: spec.pricing.plans.some((plan) => plan.amount === null),
    stack: joinWords(stack.slice(0, 5).map(({ name, version }) => `${name} ${version}`)),
    checks: {
      passed: verification.gates.filter((gate) => gate.outcome === 'passed').length,
      total: verification.gates.length,
    },
    abstentions: asAbstentions(nonGoals),
    nonGoals: joinWords(nonGoals.map(oneLine)),
    compared: {
      count: discovery.competitors.length,
      names: joinWords(discovery.competitors.slice(0, 2).map(({ name }) => oneLine(name))),
    },
    claims: sourcedClaims(input),
    isForeign: !/^(en|und)\b/u.test(spec.language),
  };
}

function kindOf(category: string, audience: string, labels: readonly string[]): string {
  if (audience === '') return category;
  const stems = (words: string): string[] =>
    words
      .toLowerCase()
      .match(/\p{L}{5,}/gu)
      ?.map((word) => word.slice(0, 5)) ?? [];
  const isTwice = stems(category).some((stem) => stems(audience).includes(stem));
  return `${isTwice ? joinWords(labels.slice(0, 2)) : category} for ${audience}`;
}

function describePlans({ spec }: LaunchKitInput): string {
  const { plans, currency } = spec.pricing;
  const names = plans.map((plan) => oneLine(plan.name));
  if (plans.every((plan) => plan.amount === null))
    return `${joinWords(names)}, ${['which', 'neither of which'][plans.length - 1] ?? 'none of which'} has ${plans.length === 1 ? 'no' : 'a'} price yet`;
  return joinWords(
    plans.map((plan, index) => {
      const amount = formatAmount(plan, currency);
      const price =
        amount === undecidedPrice ? 'without a price yet' : `at ${amount} ${formatPeriod(plan)}`;
      return `${names[index] ?? ''} ${price.trim()}`;
    }),
  );
}

function sourcedClaims({ spec, discovery }: LaunchKitInput): Claim[] {
  const known = new Set(discovery.evidence.map((entry) => entry.id));
  const isShared = ({ text }: Claim): number => (text.startsWith('Of the ') ? 1 : 0);
  // That no page has a certain word says little, and the word is any of the sentence: `max`, `Leeds`.
  const isTelling = ({ text }: Claim): boolean => !text.startsWith('Nothing that is known ');
  return spec.positioning
    .map(({ claim, evidenceIds }) => ({
      text: asFragment(claim),
      sources: evidenceIds.filter((id) => known.has(id)).length,
    }))
    .filter((claim) => claim.sources > 0 && isTelling(claim))
    .sort((a, b) => isShared(a) - isShared(b) || b.sources - a.sources);
}

/** `made for freelancers`, or nothing where nobody in particular is meant. */
export function forAudience({ audience }: LaunchFacts, before: string, after = ''): string {
  return audience === '' ? '' : `${before}${audience}${after}`;
}

/** The feature by name and deed, inside or at the end of a sentence. */
export function featureInSentence(facts: LaunchFacts, link: string, before: string): string {
  const { featureName, featureAction, featureText } = facts;
  return featureAction === null
    ? `${quoted(featureName)}${before}${quoted(featureText)}`
    : `${quoted(featureName)}${link}${featureAction}`;
}

/** `13 sources`. */
export const sourcesOf = (claim: Claim): string => countOf(claim.sources, 'source');

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
