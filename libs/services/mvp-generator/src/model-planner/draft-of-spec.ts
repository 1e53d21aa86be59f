import { iconNames, type EntitySpec, type FieldSpec, type ProductSpec } from '@hatchr/contracts';
import { criteriaOf, featureCriterion } from '../criteria/entity-criteria.js';
import type { Draft, EntityDraft, FieldDraft, FlowDraft } from './draft.schema.js';
import { featureKinds } from './feature-needs.js';

function fieldDraft(field: FieldSpec): FieldDraft {
  const { name, label, type, required, values, target = null, defaultValue } = field;
  const chosen = values?.find(({ value }) => value === defaultValue)?.label;
  return {
    name,
    label,
    type,
    required,
    values: values?.map((value) => value.label) ?? null,
    target,
    min: field.min ?? null,
    max: field.max ?? null,
    default: chosen ?? (defaultValue === undefined ? null : String(defaultValue)),
    hint: field.hint ?? null,
  };
}

const knownIcon = (icon: string): EntityDraft['icon'] =>
  iconNames.find((name) => name === icon) ?? 'box';

function entityDraft(entity: EntitySpec): EntityDraft {
  const { ownership: _, view, fields, icon, sampleTitles = [], ...rest } = entity;
  return {
    ...rest,
    icon: knownIcon(icon),
    view: view === 'public' ? 'table' : view,
    fields: fields.slice(0, 14).map(fieldDraft),
    sampleTitles: sampleTitles.slice(0, 8),
  };
}

/** Each sentence of acceptance that is one of the criteria as the check that it is. */
function checksOf(spec: ProductSpec): Map<string, FlowDraft['checks'][number]> {
  const { entities, feature, language } = spec;
  const own = entities.find(({ name }) => name === feature.entity);
  const answered = own ? [featureCriterion(feature, own.labelPlural, language)] : [];
  return new Map(
    [...answered, ...entities.flatMap((entity) => criteriaOf(entity, language))].map(
      ({ text, kind, entity, field = null }) => [text, { kind, entity, field }] as const,
    ),
  );
}

function landingDraft({ landing, entities, flows }: ProductSpec): Draft['landing'] {
  if (landing) return landing;
  return {
    highlightsTitle: `${entities[0]?.labelPlural ?? ''} and everything around them`,
    steps: flows
      .slice(0, 3)
      .map(({ name, steps }) => ({ title: name, text: steps.join(' ').slice(0, 240) })),
    questions: [],
  };
}

/** A plan as a model would have answered it: what it is given to improve on. */
export function draftOfSpec(spec: ProductSpec): Draft {
  const { name, tagline, summary, problem, audience, category, brand, feature } = spec;
  const checks = checksOf(spec);
  return {
    ...{ name, tagline, summary, problem, audience, category },
    tone: brand.tone,
    icon: knownIcon(brand.icon),
    entities: spec.entities.slice(0, 9).map(entityDraft),
    roles: spec.roles.slice(0, 4).map(({ label, description }) => ({ label, description })),
    feature: {
      kind: featureKinds.find((kind) => kind === feature.kind) ?? 'attention_digest',
      name: feature.name,
      description: feature.description,
      entity: feature.entity,
    },
    flows: spec.flows.map((flow) => ({
      name: flow.name,
      actor: flow.actor,
      steps: flow.steps.slice(0, 6),
      checks: flow.acceptance.flatMap((text) => checks.get(text) ?? []),
    })),
    publicPage: spec.publicPage ?? null,
    assistant: spec.assistant ?? null,
    positioning: spec.positioning,
    landing: landingDraft(spec),
  };
}
