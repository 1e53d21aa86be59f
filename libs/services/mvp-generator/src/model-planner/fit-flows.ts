import type { EntitySpec, ProductSpec } from '@hatchr/contracts';
import { criteriaOf, featureCriterion } from '../criteria/entity-criteria.js';
import { buildAppModel } from '../model/app-model.js';
import type { FlowDraft } from './draft.schema.js';
import { soundText } from './find-unfounded.js';
import { identifierOf } from './fit-entities.js';
import { plainLabel } from './plain-text.js';

type Flow = ProductSpec['flows'][number];
type Check = FlowDraft['checks'][number];

/** The sentence of a check that a test can be written for; undefined where there is no such test. */
export type Wording = (check: Check) => string | undefined;

/** Words the checks of an answer as criteria of the entities that the app will have. */
export function wordingOf(spec: ProductSpec): Wording {
  const { language, feature } = spec;
  const entities = new Map(
    buildAppModel(spec).entities.map((entity) => [entity.spec.name, entity]),
  );
  return ({ kind, entity: named, field }) => {
    const entity = entities.get(identifierOf(named));
    if (!entity) return undefined;
    if (kind === 'answered')
      return feature.entity === entity.spec.name
        ? featureCriterion(feature, entity.spec.labelPlural, language).text
        : undefined;
    const wanted = field === null ? undefined : identifierOf(field);
    return criteriaOf(entity.spec, language).find(
      (criterion) =>
        criterion.kind === kind &&
        (criterion.field === undefined || wanted === undefined || criterion.field === wanted) &&
        // A required relation that closes a circle is optional in the app, so nothing could test it.
        (kind !== 'required' ||
          entity.fields.some(
            ({ spec: own, isRequired }) => own.name === criterion.field && isRequired,
          )),
    )?.text;
  };
}

const always = (entity: EntitySpec): Check[] => [
  { kind: 'created', entity: entity.name, field: null },
  { kind: 'isolated', entity: entity.name, field: null },
];

/** The entity that a flow is about: that of its first check that there is. */
const subjectOf = (draft: FlowDraft, spec: ProductSpec): EntitySpec | undefined =>
  draft.checks
    .map(({ entity }) => spec.entities.find(({ name }) => name === identifierOf(entity)))
    .find(Boolean);

/**
 * Flows of an answer with criteria that become tests. A flow about none of the entities is left out; one without a
 * criterion that holds gets those that hold for every entity; and the feature is answered for in at least one.
 */
export function fitFlows(drafts: readonly FlowDraft[], spec: ProductSpec): Flow[] {
  const wording = wordingOf(spec);
  const flows = drafts.flatMap((draft): Flow[] => {
    const subject = subjectOf(draft, spec);
    const name = plainLabel(draft.name, 80, spec.language);
    const steps = draft.steps.map((step) => soundText(step, 240, spec.prompt)).filter(Boolean);
    if (!subject || !name || steps.length === 0) return [];
    const texts = [...draft.checks, ...always(subject)].flatMap((check) => wording(check) ?? []);
    const acceptance = [...new Set(texts)].slice(0, Math.max(2, Math.min(6, draft.checks.length)));
    return [
      { name, actor: soundText(draft.actor, 60, spec.prompt) || spec.audience, steps, acceptance },
    ];
  });
  const distinct = [...new Map(flows.map((flow) => [flow.name, flow])).values()];
  const answered = wording({ kind: 'answered', entity: spec.feature.entity, field: null });
  const [first, ...rest] = distinct;
  if (!first || !answered || distinct.some(({ acceptance }) => acceptance.includes(answered)))
    return distinct;
  return [{ ...first, acceptance: [answered, ...first.acceptance].slice(0, 6) }, ...rest];
}
