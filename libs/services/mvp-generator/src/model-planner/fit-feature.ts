import type { EntitySpec, ProductSpec } from '@hatchr/contracts';
import { featureLibrary } from '../features/feature-library.js';
import { buildAppModel } from '../model/app-model.js';
import type { Draft } from './draft.schema.js';
import { soundText } from './find-unfounded.js';
import { identifierOf } from './fit-entities.js';
import { plainLabel } from './plain-text.js';

type Feature = ProductSpec['feature'];

/** Whether the library can build a kind of feature on an entity. */
export function canBind(spec: ProductSpec, kind: string, entity: string): boolean {
  const model = buildAppModel(spec);
  const named = model.entities.find((candidate) => candidate.spec.name === entity);
  const module = featureLibrary.find((candidate) => candidate.kind === kind);
  return named !== undefined && module !== undefined && module.bind(named, model) !== null;
}

const digestOf = (main: EntitySpec): Feature => ({
  kind: 'attention_digest',
  name: 'Needs attention',
  description: `Puts the ${main.labelPlural} that are late, near or forgotten on top.`.slice(
    0,
    400,
  ),
  entity: main.name,
  usesModel: false,
});

/**
 * The feature of an answer where its entity has the fields for it, on that entity or another one; else the embedded
 * plan's, where the entities still carry it; else the digest, which works on every entity.
 */
export function fitFeature(
  draft: Draft['feature'] | undefined,
  spec: ProductSpec,
  embedded: Feature,
): { feature: Feature; by: 'model' | 'embedded' } {
  const orderOf = (first: string): string[] => [
    first,
    ...spec.entities.map(({ name }) => name).filter((name) => name !== first),
  ];
  if (draft) {
    const entity = orderOf(identifierOf(draft.entity)).find((name) =>
      canBind(spec, draft.kind, name),
    );
    const name = plainLabel(draft.name, 50, spec.language);
    const description = soundText(draft.description, 300, spec.prompt);
    if (entity && name && description)
      return {
        feature: { kind: draft.kind, name, description, entity, usesModel: false },
        by: 'model',
      };
  }
  if (canBind(spec, embedded.kind, embedded.entity)) return { feature: embedded, by: 'embedded' };
  const main = spec.entities.find(({ name }) => name === identifierOf(draft?.entity ?? ''));
  const first = main ?? spec.entities[0];
  if (!first) throw new Error('A specification has an entity.');
  return { feature: digestOf(first), by: 'embedded' };
}
