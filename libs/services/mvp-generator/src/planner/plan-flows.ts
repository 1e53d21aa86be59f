import type { EntitySpec, ProductSpec } from '@hatchr/contracts';
import {
  criteriaOf,
  featureCriterion,
  inSentence,
  withArticle,
  type Criterion,
} from '../criteria/entity-criteria.js';

type Flow = ProductSpec['flows'][number];

/** What the flows tell about the product. */
export type FlowSource = Pick<
  ProductSpec,
  'entities' | 'feature' | 'publicPage' | 'assistant' | 'audience' | 'language'
> & {
  /** Name of the entity that the sentence is about: the feature's own, or what its rows belong to. */
  main: string;
};

const fewestFlows = 3;
const mostFlows = 5;
const mostCriteria = 6;

const cut = (text: string, length: number): string => {
  const characters = Array.from(text);
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
};

const preferred: Criterion['kind'][] = [
  'created',
  'required',
  'found',
  'private_file',
  'changed',
  'isolated',
];

const statusOf = ({ fields }: EntitySpec) =>
  fields.find(({ name, type }) => name === 'status' && type === 'enum') ??
  fields.find(({ type }) => type === 'enum');

/** What a form cannot go without; a choice always has a value, so that leaving it out is no case of life. */
const neededBy = ({ fields }: EntitySpec) =>
  fields.filter(({ required, type }) => required && !['boolean', 'enum', 'file'].includes(type));

const answeredBy = (entity: EntitySpec, { feature, language }: FlowSource): string[] =>
  feature.entity === entity.name
    ? [featureCriterion(feature, entity.labelPlural, language).text]
    : [];

function acceptanceOf(entity: EntitySpec, source: FlowSource): string[] {
  const { language } = source;
  const answered = answeredBy(entity, source);
  // The feature takes the place of a second required field, so that the rest stays.
  const mostRequired = answered.length > 0 ? 1 : 2;
  const criteria = criteriaOf(entity, language);
  const needed = new Set(neededBy(entity).map(({ name }) => name));
  const status = statusOf(entity)?.name;
  const tells = ({ kind, field = '' }: Criterion): boolean =>
    kind === 'required' ? needed.has(field) : kind !== 'changed' || field === status;
  const chosen = preferred.flatMap((kind) =>
    criteria
      .filter((criterion) => criterion.kind === kind && tells(criterion))
      .slice(0, kind === 'required' ? mostRequired : 1),
  );
  return [...answered, ...chosen.map(({ text }) => text)].slice(0, mostCriteria);
}

const listOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

const isPerson = ({ fields }: EntitySpec): boolean => fields.some(({ type }) => type === 'email');

const verbs: Partial<Record<EntitySpec['view'], string>> = {
  calendar: 'Plan',
  timeline: 'Record',
  thread: 'Write',
};

// Ways in which it can go wrong or be put away; nobody sets out for them.
const endings =
  /^(?:cancelled|no-show|withdrawn|lapsed|lost|declined|maybe|rejected|refused|archived|retired|resting|dropped|expired|closed|overdue|late|paused|stopped|failed|blocked|inactive|unsubscribed|written off|died|out of .*|off .*|not .*|refunded|unravelled|deferred|given back|notice given|to (?:be|repeat|verify)\b.*|needs .*|waiting .*|changes .*|up for .*|.*, to be .*)$/iu;

/** Whether rows of a calendar are written down when they happen: a migraine attack is recorded, a lesson planned. */
function isPastEvent({ fields }: EntitySpec): boolean {
  const first = fields.find(({ name }) => name === 'status')?.values?.[0]?.label;
  return first === undefined
    ? fields.some(({ name }) => /^(?:happened|done|seen|measured|given|taken)_/u.test(name))
    : /^(?:taken|starting|done|seen)$/iu.test(first);
}

/** What is done with the rows of an entity, by their view: planned, recorded, measured, or taken to their last step. */
function nameOf(entity: EntitySpec, language: string): string {
  const many = inSentence(entity.labelPlural, language);
  const steps = statusOf(entity)?.values ?? [];
  const [first, last] = [steps[0], steps.findLast(({ label }) => !endings.test(label))];
  if (entity.view === 'board' && first && last && first !== last)
    return `Take ${many} from “${first.label}” to “${last.label}”`;
  if (entity.view === 'chart') return `Follow ${many} over time`;
  // A "meal plan" is planned in its own name already.
  const isPlan = /\bplans?$/iu.test(many);
  const isPast = entity.view === 'calendar' && isPastEvent(entity);
  const verb = isPlan ? undefined : isPast ? 'Record' : verbs[entity.view];
  if (verb && !isPerson(entity)) return `${verb} ${many}`;
  return isPerson(entity) ? `Keep ${many} within reach` : `Keep ${many} in order`;
}

function progressStep(entity: EntitySpec, language: string): string {
  const many = inSentence(entity.labelPlural, language);
  const status = statusOf(entity);
  const labels = status?.values?.map(({ label }) => `“${label}”`) ?? [];
  if (!status || labels.length < 2) return `Find any of the ${many} by its words.`;
  const label = inSentence(status.label, language);
  return status.name === 'status'
    ? `Move it on: ${labels.join(', ')}.`
    : `Give it its ${label}: ${labels.join(', ')}.`;
}

/** What the product itself does with the rows: its feature, the page for visitors, the assistant. */
function productSteps(entity: EntitySpec, source: FlowSource): string[] {
  const { feature, publicPage, assistant } = source;
  return [
    ...(feature.entity === entity.name ? [`Open “${feature.name}”. ${feature.description}`] : []),
    ...(publicPage?.entity === entity.name
      ? [`Share “${publicPage.title}”. ${publicPage.description}`]
      : []),
    ...(assistant?.entity === entity.name
      ? [`Press “${assistant.name}”. ${assistant.description}`]
      : []),
  ];
}

function flowOf(entity: EntitySpec, source: FlowSource): Flow {
  const { language } = source;
  const one = inSentence(entity.label, language);
  const needs = neededBy(entity)
    .slice(0, 3)
    .map((field) => inSentence(field.label, language));
  const add = `Add ${withArticle(one)}${needs.length > 0 ? ` with ${listOf(needs)}` : ''}.`;
  return {
    name: cut(nameOf(entity, language), 80),
    actor: cut(source.audience, 80),
    steps: [add, progressStep(entity, language), ...productSteps(entity, source)].map((step) =>
      cut(step, 400),
    ),
    acceptance: acceptanceOf(entity, source),
  };
}

/** What one does with every list, where a product has too few lists for three flows of their own. */
function everydayFlows(entity: EntitySpec, source: FlowSource): Flow[] {
  const { language } = source;
  const [one, many] = [entity.label, entity.labelPlural].map((label) =>
    inSentence(label, language),
  );
  const textOf = (kind: Criterion['kind']): string[] =>
    criteriaOf(entity, language)
      .filter((criterion) => criterion.kind === kind)
      .map(({ text }) => text)
      .slice(0, 1);
  const actor = cut(source.audience, 80);
  const flows = [
    {
      name: `Find ${withArticle(one ?? '')} again`,
      steps: [`Type a word of it into the search of the ${many ?? ''}.`, 'Open it from the list.'],
      acceptance: textOf('found'),
    },
    {
      name: `Keep ${many ?? ''} private`,
      steps: [
        `Sign in and add ${withArticle(one ?? '')}.`,
        'Sign in with another account: it is not there.',
      ],
      acceptance: textOf('isolated'),
    },
  ];
  return flows
    .filter(({ acceptance }) => acceptance.length > 0)
    .map(({ name, steps, acceptance }) => ({
      name: cut(name, 80),
      actor,
      steps: steps.map((step) => cut(step, 400)),
      acceptance,
    }));
}

/**
 * Two to five flows in the product's own words, each with criteria that become tests: what the sentence is about
 * first, then what visitors and the assistant work on, then the rest.
 */
export function planFlows(source: FlowSource): Flow[] {
  const told = [
    source.main,
    source.feature.entity,
    source.publicPage?.entity,
    source.assistant?.entity,
  ];
  const place = ({ name }: EntitySpec): number =>
    told.includes(name) ? told.indexOf(name) : told.length;
  const ordered = [...source.entities].sort((a, b) => place(a) - place(b));
  const flows = ordered.slice(0, mostFlows).map((entity) => flowOf(entity, source));
  const everyday = ordered.slice(0, 1).flatMap((entity) => everydayFlows(entity, source));
  return [...flows, ...everyday.slice(0, Math.max(0, fewestFlows - flows.length))];
}
