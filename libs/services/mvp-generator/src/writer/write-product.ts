import { tsLiteral, type TsLiteral } from '../escape/escape-text.js';
import { inSentence } from '../criteria/entity-criteria.js';
import { statusOf, type AppModel, type EntityModel } from '../model/app-model.js';
import { sampleValue } from './sample-values.js';

const isEnglish = (model: AppModel): boolean => ['en', 'und'].includes(model.spec.language);

function mainEntity(model: AppModel): EntityModel {
  const named = model.entities.find((entity) => entity.spec.name === model.spec.feature.entity);
  const main = named ?? model.entities[0];
  if (!main) throw new Error('A valid spec has an entity.');
  return main;
}

function titleOf(entity: EntityModel, row: number): string {
  const title = entity.fields.find((field) => field.column === entity.titleColumn);
  if (title?.target) return titleOf(title.target, (row * 3 + 1) % 8);
  const value = title ? sampleValue(entity, title, row) : null;
  const isText = typeof value === 'string' || typeof value === 'number';
  return isText ? String(value) : `${entity.spec.label} ${String(row + 1)}`;
}

/** The drawing of the main list on the landing page, made of the demo rows. */
function preview(model: AppModel): TsLiteral {
  const main = mainEntity(model);
  const status = statusOf(main);
  const relation = main.fields.find((field) => field.target && field.column !== main.titleColumn);
  const text = main.fields.find((field) =>
    ['long_text', 'email', 'address'].includes(field.spec.type),
  );
  const rows = Array.from({ length: 5 }, (_, row): TsLiteral => {
    const value = status ? sampleValue(main, status, row) : null;
    const option = status?.spec.values?.find((candidate) => candidate.value === value);
    const detail = relation?.target
      ? titleOf(relation.target, (row * 3 + 1) % 8)
      : text
        ? sampleValue(main, text, row)
        : '';
    return {
      title: titleOf(main, row),
      detail: typeof detail === 'string' ? detail : '',
      status: option?.label ?? '',
      statusValue: option?.value ?? '',
    };
  });
  const others = model.entities.filter((entity) => entity !== main);
  const navigation = [main, ...others]
    .slice(0, 6)
    .map(({ spec }) => ({ label: spec.labelPlural, icon: spec.icon }));
  return { title: main.spec.labelPlural, rows, navigation };
}

function highlights(model: AppModel): TsLiteral {
  const { spec } = model;
  const feature = { title: spec.feature.name, text: spec.feature.description, icon: 'sparkles' };
  const others = model.entities
    .filter((entity) => entity.spec.fields.length > 1)
    .slice(0, 5)
    .map((entity) => ({
      title: entity.spec.labelPlural,
      text: entity.spec.description,
      icon: entity.spec.icon,
    }));
  return [feature, ...others];
}

const questions = (model: AppModel): TsLiteral => [
  {
    question: 'Can I try it without an account?',
    answer:
      'Yes. Open the demo workspace from the sign-in page; its rows are samples that you can change.',
  },
  {
    question: 'Who can see my data?',
    answer:
      'Only you. Each row belongs to the account that made it, and the database itself refuses everyone else.',
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
  const steps = spec.flows
    .slice(0, 3)
    .map((item) => ({ title: item.name, text: item.steps.join(' ') }));
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
    claims: spec.positioning.map(({ claim }) => claim),
    currency: spec.pricing.currency,
    feature: { name: spec.feature.name, route: featureRoute, entity: main.key },
    hero: {
      eyebrow: isEnglish(model) && flow ? `${spec.category} for ${spec.audience}` : spec.category,
      title: spec.tagline,
      subtitle: spec.summary,
    },
    highlightsTitle: `${main.spec.labelPlural} and everything around ${isEnglish(model) ? 'them' : inSentence(main.spec.labelPlural, spec.language)}`,
    highlights: highlights(model),
    steps,
    questions: questions(model),
    isPriceDecided: spec.pricing.source !== 'undecided',
    plans: spec.pricing.plans.map(({ name, amount, period, features, isHighlighted }) => ({
      name,
      amount,
      period,
      features,
      isHighlighted,
    })),
    preview: preview(model),
  };
  return `import type { IconName } from '@/components/icon';

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
  feature: { name: string; route: string; entity: string };
  hero: { eyebrow: string; title: string; subtitle: string };
  highlightsTitle: string;
  highlights: { title: string; text: string; icon: IconName }[];
  steps: { title: string; text: string }[];
  questions: { question: string; answer: string }[];
  isPriceDecided: boolean;
  plans: Plan[];
  preview: {
    title: string;
    navigation: { label: string; icon: IconName }[];
    rows: { title: string; detail: string; status: string; statusValue: string }[];
  };
}

/** What the product is and says. Change the words here; every page reads them. */
export const product: Product = ${tsLiteral(product)};
`;
}
