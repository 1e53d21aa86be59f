import { knownBrands } from '../planner/brand-names/refused-names.js';
import { canPublish } from '../planner/plan-public-page.js';
import { reservedColumns, reservedPlurals } from '../model/reserved-names.js';
import type { Draft, EntityDraft } from './draft.schema.js';
import type { DraftSource } from './draft-source.js';
import { featureNeeds } from './feature-needs.js';
import { findRefused, findUnfounded } from './find-unfounded.js';
import { identifierOf, titleOf } from './fit-entities.js';
import { canBind } from './fit-feature.js';
import { wordingOf } from './fit-flows.js';
import { mergeDraft } from './merge-draft.js';

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function fieldProblems(entity: EntityDraft, at: string, names: ReadonlySet<string>): string[] {
  const own = entity.fields.map(({ name }) => identifierOf(name));
  return [
    ...repeated(own).map((name) => `${at}.fields: "${name}" is there twice.`),
    ...(identifierOf(titleOf(entity)?.name ?? '') === identifierOf(entity.titleField)
      ? []
      : [
          `${at}.titleField: "${entity.titleField}" is not the name of a text field of the entity.`,
        ]),
    ...entity.fields.flatMap(({ name, type, target, values }, index): string[] => {
      const here = `${at}.fields.${String(index)}`;
      if (reservedColumns.has(identifierOf(name)))
        return [`${here}.name: "${name}" is a column that every row has already.`];
      if (type === 'relation' && !names.has(identifierOf(target ?? '')))
        return [`${here}.target: there is no entity "${target ?? ''}".`];
      if (type === 'enum' && new Set(values?.map(identifierOf)).size < 2)
        return [`${here}.values: a choice needs two values or more.`];
      return [];
    }),
  ];
}

function entityProblems({ entities }: Draft, { embedded }: DraftSource): string[] {
  const names = new Set(entities.map(({ name }) => identifierOf(name)));
  const fewest = Math.min(3, embedded.entities.length);
  return [
    ...(entities.length < fewest
      ? [`entities: ${String(fewest)} kinds of rows or more, the plan that is there has as many.`]
      : []),
    ...repeated(entities.map(({ name }) => identifierOf(name))).map(
      (name) => `entities: "${name}" is there twice.`,
    ),
    ...entities.flatMap((entity, index) => {
      const at = `entities.${String(index)}`;
      return [
        ...(reservedPlurals.has(identifierOf(entity.plural))
          ? [`${at}.plural: "${entity.plural}" is a page or table that every app has already.`]
          : []),
        ...fieldProblems(entity, at, names),
      ];
    }),
  ];
}

/** Every text of the answer that a visitor reads as a statement about the product, with its path. */
function statements(draft: Draft): [string, string][] {
  const { landing } = draft;
  return [
    ['name', draft.name],
    ['tagline', draft.tagline],
    ['summary', draft.summary],
    ['problem', draft.problem],
    ['audience', draft.audience],
    ['feature.description', draft.feature.description],
    ...draft.entities.map(({ description }, index): [string, string] => [
      `entities.${String(index)}.description`,
      description,
    ]),
    ...draft.flows.flatMap(({ steps }, index): [string, string][] =>
      steps.map((step) => [`flows.${String(index)}.steps`, step]),
    ),
    ['landing.highlightsTitle', landing.highlightsTitle],
    ...landing.steps.map(({ title, text }, index): [string, string] => [
      `landing.steps.${String(index)}`,
      `${title} ${text}`,
    ]),
    ...landing.questions.map(({ question, answer }, index): [string, string] => [
      `landing.questions.${String(index)}`,
      `${question} ${answer}`,
    ]),
  ];
}

function nameProblems({ name }: Draft, { discovery, reading }: DraftSource): string[] {
  const flat = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (reading.givenName !== null) return [];
  const isTaken =
    knownBrands.has(flat(name)) ||
    discovery.competitors.some((competitor) => flat(competitor.name) === flat(name));
  return isTaken ? [`name: "${name}" is the name of another product.`] : [];
}

function positioningProblems({ positioning }: Draft, source: DraftSource): string[] {
  const known = new Set(source.discovery.evidence.map(({ id }) => id));
  return positioning.flatMap(({ claim, evidenceIds }, index) => {
    const at = `positioning.${String(index)}`;
    const unknown = evidenceIds.filter((id) => !known.has(id));
    return [
      ...(evidenceIds.length === 0 ? [`${at}.evidenceIds: a claim needs evidence.`] : []),
      ...unknown.map((id) => `${at}.evidenceIds: there is no evidence "${id.slice(0, 60)}".`),
      ...findRefused(claim, source).map((problem) => `${at}.claim: ${problem}`),
    ];
  });
}

/** What the parts that refer to entities cannot do, measured on the entities as the app would have them. */
function bindingProblems(draft: Draft, source: DraftSource): string[] {
  const { spec } = mergeDraft(draft, source);
  const { feature, publicPage, assistant } = draft;
  const entityOf = (name: string) => spec.entities.find((item) => item.name === identifierOf(name));
  const shown = publicPage && entityOf(publicPage.entity);
  const wording = wordingOf(spec);
  return [
    ...(canBind(spec, feature.kind, identifierOf(feature.entity))
      ? []
      : [
          `feature: ${feature.kind} cannot work on "${feature.entity}". It is: ${featureNeeds[feature.kind]}.`,
        ]),
    ...(publicPage && !(shown && canPublish(publicPage.kind, shown))
      ? [`publicPage: "${publicPage.entity}" has not what a page of kind ${publicPage.kind} shows.`]
      : []),
    ...(assistant && !entityOf(assistant.entity)
      ? [`assistant.entity: there is no entity "${assistant.entity}".`]
      : []),
    ...draft.flows.flatMap(({ checks }, index) =>
      checks.flatMap((check, place) =>
        wording(check) === undefined
          ? [
              `flows.${String(index)}.checks.${String(place)}: no test of kind ${check.kind} for ${check.entity}${check.field === null ? '' : `.${check.field}`}.`,
            ]
          : [],
      ),
    ),
  ];
}

/** What is wrong with an answer of the right shape, each problem in words with its path; empty when nothing is. */
export function checkDraft(draft: Draft, source: DraftSource): string[] {
  const structure = entityProblems(draft, source);
  return [
    ...structure,
    ...nameProblems(draft, source),
    ...positioningProblems(draft, source),
    ...statements(draft).flatMap(([path, text]) =>
      // That of the product is checked as a name above.
      (path === 'name' ? findUnfounded(text, source.prompt) : findRefused(text, source)).map(
        (problem) => `${path}: ${problem}`,
      ),
    ),
    // References are only worth checking where the entities hold.
    ...(structure.length === 0 ? bindingProblems(draft, source) : []),
  ];
}
