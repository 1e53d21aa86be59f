import { tsLiteral, type TsLiteral } from '../escape/escape-text.js';
import { inSentence } from '../criteria/entity-criteria.js';
import type { AppModel, EntityModel } from '../model/app-model.js';
import { shotOf } from './write-shots.js';

const isEnglish = (model: AppModel): boolean => ['en', 'und'].includes(model.spec.language);

function mainEntity(model: AppModel): EntityModel {
  const named = model.entities.find((entity) => entity.spec.name === model.spec.feature.entity);
  const main = named ?? model.entities[0];
  if (!main) throw new Error('A valid spec has an entity.');
  return main;
}

/** Drawings of the product for its landing page: the main list first, then what is around it. */
function shots(model: AppModel): TsLiteral {
  const main = mainEntity(model);
  const others = model.entities.filter(
    (entity) => entity !== main && entity.spec.fields.length > 1,
  );
  return [main, ...others].slice(0, 5).map((entity) => shotOf(entity, model.spec.pricing.currency));
}

const list = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}` : words.join('');

/** Three steps from an empty workspace to the product's own feature; in other languages the flows as they stand. */
function steps(model: AppModel): TsLiteral {
  const { spec } = model;
  if (spec.landing) return spec.landing.steps.map(({ title, text }) => ({ title, text }));
  const main = mainEntity(model);
  if (!isEnglish(model))
    return spec.flows.slice(0, 3).map((flow) => ({ title: flow.name, text: flow.steps.join(' ') }));
  const lower = ({ spec: own }: EntityModel): string => inSentence(own.labelPlural, 'en');
  const bases = [...new Set(main.fields.flatMap((field) => field.target ?? []))]
    .filter((entity) => entity !== main)
    .slice(0, 2);
  const needs = main.fields
    .filter((field) => field.isRequired && field.spec.type !== 'boolean')
    .slice(0, 4)
    .map((field) => inSentence(field.spec.label, 'en'));
  const first =
    bases.length > 0
      ? {
          title: `Set up your ${list(bases.map(lower))}`,
          text: bases.map((entity) => entity.spec.description).join(' '),
        }
      : {
          title: 'Open the workspace',
          text: 'Sign up with an e-mail address, or look around in the demo first.',
        };
  return [
    first,
    {
      title: `Add your ${lower(main)}`,
      text:
        needs.length > 0
          ? `All it takes is ${list(needs)}. Everything else can follow later.`
          : main.spec.description,
    },
    { title: spec.feature.name, text: spec.feature.description },
  ];
}

const questions = (model: AppModel): TsLiteral => [
  ...(model.spec.landing?.questions ?? []).map(({ question, answer }) => ({ question, answer })),
  {
    question: 'Can I try it without an account?',
    answer:
      'Yes. Open the demo workspace from the sign-in page; its rows are samples that you can change.',
  },
  {
    question: 'Who can see my data?',
    answer: `Only you${model.spec.publicPage ? ', except for what you publish on your public page' : ''}. Each row belongs to the account that made it, and the database itself refuses everyone else.`,
  },
  {
    question: 'Can I take my data with me?',
    answer:
      'Yes. Settings has a download of everything as one JSON file or as CSV, and a button that deletes your account with everything in it.',
  },
  ...(model.spec.nonGoals.length > 0
    ? [{ question: 'What does it not do?', answer: model.spec.nonGoals.join(' ') }]
    : []),
];

/** `src/product.ts`: every word of the pages that is about this product, in one place. */
export function writeProduct(model: AppModel, featureRoute: string): string {
  const { spec } = model;
  const main = mainEntity(model);
  const flow = spec.flows[0];
  const product = {
    name: spec.name,
    tagline: spec.tagline,
    summary: spec.summary,
    problem: spec.problem,
    category: spec.category,
    icon: spec.brand.icon,
    colour: spec.brand.primary,
    tone: spec.brand.tone,
    audience: spec.audience,
    claims: spec.positioning.slice(0, 4).map(({ claim }) => claim),
    currency: spec.pricing.currency,
    feature: {
      name: spec.feature.name,
      text: spec.feature.description,
      route: featureRoute,
      entity: main.key,
    },
    hero: {
      eyebrow: isEnglish(model) && flow ? `${spec.category} for ${spec.audience}` : spec.category,
      title: spec.tagline,
      subtitle: spec.summary,
    },
    highlightsTitle:
      spec.landing?.highlightsTitle ??
      `${main.spec.labelPlural} and everything around ${isEnglish(model) ? 'them' : inSentence(main.spec.labelPlural, spec.language)}`,
    steps: steps(model),
    questions: questions(model),
    isPriceDecided: spec.pricing.source !== 'undecided',
    plans: spec.pricing.plans.map(({ name, amount, period, features, isHighlighted }) => ({
      name,
      amount,
      period,
      features,
      isHighlighted,
    })),
    shots: shots(model),
  };
  return `import type { IconName } from '@/components/icon';
import type { ViewName } from '@/lib/entity';

/** A list of the product as the landing page draws it. Values are words; a day counts from today. */
export interface Shot {
  title: string;
  text: string;
  icon: IconName;
  view: ViewName;
  /** What a row is called, then what its cells hold. */
  columns: string[];
  statuses: { value: string; label: string }[];
  rows: {
    title: string;
    cells: string[];
    status: string;
    text: string;
    day: number;
    value: number;
  }[];
}

interface Plan {
  name: string;
  /** Minor units of \`currency\`; null while it is not decided. */
  amount: number | null;
  period: 'month' | 'year' | 'once' | 'use';
  features: string[];
  isHighlighted: boolean;
}

interface Product {
  name: string;
  tagline: string;
  summary: string;
  problem: string;
  category: string;
  icon: IconName;
  /** Brand colour, for images that cannot read the style sheet. */
  colour: string;
  /** Decides shape, type and layout of the landing page. */
  tone: 'calm' | 'bold' | 'playful' | 'precise' | 'warm';
  audience: string;
  claims: string[];
  currency: string;
  feature: { name: string; text: string; route: string; entity: string };
  hero: { eyebrow: string; title: string; subtitle: string };
  highlightsTitle: string;
  steps: { title: string; text: string }[];
  questions: { question: string; answer: string }[];
  isPriceDecided: boolean;
  plans: Plan[];
  /** Drawings of the product with its demo rows, the main list first. */
  shots: Shot[];
}

/** What the product is and says. Change the words here; every page reads them. */
export const product: Product = ${tsLiteral(product)};
`;
}
