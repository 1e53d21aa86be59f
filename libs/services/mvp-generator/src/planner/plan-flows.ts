import type { EntitySpec, ProductSpec } from '@hatchr/contracts';
import {
  criteriaOf,
  inSentence,
  withArticle,
  type Criterion,
} from '../criteria/entity-criteria.js';

type Flow = ProductSpec['flows'][number];

const cut = (text: string, length: number): string => {
  const characters = Array.from(text);
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
};

const preferred: Criterion['kind'][] = ['created', 'required', 'found', 'changed', 'isolated'];

function acceptanceOf(entity: EntitySpec, language: string): string[] {
  const criteria = criteriaOf(entity, language);
  const chosen = preferred.flatMap((kind) =>
    criteria.filter((criterion) => criterion.kind === kind).slice(0, kind === 'required' ? 2 : 1),
  );
  return chosen.map(({ text }) => text).slice(0, 6);
}

function flowOf(entity: EntitySpec, actor: string, language: string): Flow {
  const one = inSentence(entity.label, language);
  const many = inSentence(entity.labelPlural, language);
  const needs = entity.fields
    .filter((field) => field.required && field.type !== 'boolean')
    .slice(0, 3)
    .map((field) => inSentence(field.label, language));
  const status = entity.fields.find((field) => field.type === 'enum');
  return {
    name: cut(`Keep ${many}`, 80),
    actor,
    steps: [
      cut(`Add ${withArticle(one)}${needs.length > 0 ? ` with ${needs.join(', ')}` : ''}.`, 400),
      status
        ? cut(`See all ${many} by ${inSentence(status.label, language)} and move each one on.`, 400)
        : cut(`Find any of the ${many} by its words.`, 400),
    ],
    acceptance: acceptanceOf(entity, language),
  };
}

/** Three to five flows: the entity of the feature first, then the others, each with criteria that become tests. */
export function planFlows(
  entities: readonly EntitySpec[],
  featureEntity: string,
  audience: string,
  language: string,
): Flow[] {
  const main = entities.filter((entity) => entity.name === featureEntity);
  const others = entities.filter((entity) => entity.name !== featureEntity);
  return [...main, ...others]
    .slice(0, 5)
    .map((entity) => flowOf(entity, cut(audience, 80), language));
}
