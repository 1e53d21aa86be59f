import { productSpecSchema, type EntitySpec, type ProductSpec } from '@hatchr/contracts';
import { planFlows } from '../planner/plan-flows.js';
import { planPages } from '../planner/plan-pages.js';
import { planPricing } from '../planner/plan-pricing.js';
import { canPublish } from '../planner/plan-public-page.js';
import { toSlug } from '../planner/to-identifier.js';
import type { Draft, DraftParts } from './draft.schema.js';
import type { DraftSource } from './draft-source.js';
import { copyOf, landingOf, nameOf, positioningOf, TextChoice } from './fit-copy.js';
import { soundText } from './find-unfounded.js';
import { fitEntities, identifierOf } from './fit-entities.js';
import { fitFeature } from './fit-feature.js';
import { fitFlows } from './fit-flows.js';
import { plainLabel } from './plain-text.js';

export const partNames = {
  name: 'Name',
  copy: 'Words of the product',
  entities: 'Kinds of rows and their fields',
  feature: 'Domain feature',
  flows: 'Flows and acceptance criteria',
  publicPage: 'Page for visitors',
  positioning: 'Claims against the competition',
  landing: 'Words of the landing page',
} as const;
export type PartName = keyof typeof partNames;

export interface MergedPlan {
  spec: ProductSpec;
  /** Who each part is by, and what was turned down of it. */
  parts: Record<PartName, { by: 'model' | 'embedded'; turnedDown: string[] }>;
}

/** Entities of the answer; where some had to be left out, those of the embedded plan that it lacks are added. */
function entitiesOf(drafts: Draft['entities'] | undefined, source: DraftSource): EntitySpec[] {
  const { entities: embedded } = source.embedded;
  const own = fitEntities(drafts ?? [], source.embedded).filter(({ fields }) => fields.length > 1);
  if (own.length === 0) return embedded;
  if (own.length >= Math.min(3, embedded.length)) return own;
  const taken = new Set(own.flatMap(({ name, plural, label }) => [name, plural, label]));
  const added = embedded.filter(
    ({ name, plural, label }) => ![name, plural, label].some((word) => taken.has(word)),
  );
  const names = new Set([...own, ...added].map(({ name }) => name));
  return [...own, ...added].slice(0, 9).map((entity) => ({
    ...entity,
    fields: entity.fields.filter(
      ({ type, target }) => type !== 'relation' || names.has(target ?? ''),
    ),
  }));
}

function visitorPage(
  given: Draft['publicPage'] | undefined,
  entities: readonly EntitySpec[],
  { publicPage: embedded, prompt }: ProductSpec,
): ProductSpec['publicPage'] {
  const entity = entities.find(({ name }) => name === identifierOf(given?.entity ?? ''));
  const title = plainLabel(given?.title ?? '', 60);
  const description = soundText(given?.description ?? '', 200, prompt);
  if (given && entity && title && description && canPublish(given.kind, entity))
    return { kind: given.kind, entity: entity.name, title, description };
  const shown = entities.find(({ name }) => name === embedded?.entity);
  return embedded && shown && canPublish(embedded.kind, shown) ? embedded : undefined;
}

/** Only where the sentence asks for an AI, which the embedded plan has found out. */
function assistantOf(
  given: Draft['assistant'] | undefined,
  spec: ProductSpec,
  embedded: ProductSpec['assistant'],
): ProductSpec['assistant'] {
  if (!embedded) return undefined;
  const has = (name: string): boolean => spec.entities.some((entity) => entity.name === name);
  const [name, description] = [given?.name, given?.description].map((text) =>
    soundText(text ?? '', 200, spec.prompt),
  );
  if (given && name && description && has(identifierOf(given.entity)))
    return {
      kind: given.kind,
      entity: identifierOf(given.entity),
      name: plainLabel(name, 60),
      description,
    };
  return has(embedded.entity) ? embedded : { ...embedded, entity: spec.feature.entity };
}

/**
 * The plan that comes of an answer, or of what was fit of one, with the embedded plan in every gap: names are safe,
 * references hold, and prices come from the sentence. It passes `productSpecSchema` whatever the answer was.
 */
export function mergeDraft(parts: DraftParts, source: DraftSource): MergedPlan {
  const { embedded } = source;
  const texts = new TextChoice(source);
  const landingTexts = new TextChoice(source);
  const copy = copyOf(parts, embedded, texts);
  const name = nameOf(parts.name, source);
  const entities = entitiesOf(parts.entities, source);
  const isOwnEntities = entities !== embedded.entities;
  const { landing: _, publicPage: __, assistant: ___, ...plain } = embedded;
  const base: ProductSpec = {
    ...plain,
    ...copy,
    name,
    slug: name === embedded.name ? embedded.slug : toSlug(name, embedded.slug),
    summary: copy.summary.replaceAll(embedded.name, name),
    entities,
    brand: {
      ...embedded.brand,
      tone: parts.tone ?? embedded.brand.tone,
      icon: parts.icon ?? embedded.brand.icon,
    },
    roles: rolesOf(parts.roles, embedded),
    positioning: positioningOf(parts, source),
  };
  const chosen = fitFeature(parts.feature, base, embedded.feature);
  const publicPage = visitorPage(parts.publicPage, entities, embedded);
  const featured: ProductSpec = { ...base, feature: chosen.feature };
  const assistant = assistantOf(parts.assistant, featured, embedded.assistant);
  const landing = landingOf(parts.landing, source, landingTexts);
  const flows = fitFlows(parts.flows ?? [], featured);
  const spec = productSpecSchema.parse({
    ...featured,
    ...(publicPage ? { publicPage } : {}),
    ...(assistant ? { assistant } : {}),
    ...(landing ? { landing } : {}),
    flows: flows.length >= 2 ? flows : flowsOf({ ...featured, publicPage, assistant }, embedded),
    pages: planPages(entities, chosen.feature, publicPage),
    pricing: planPricing(source.reading.price, entities, chosen.feature.name, embedded.language),
  });
  const by = (isModel: boolean) => (isModel ? ('model' as const) : ('embedded' as const));
  const part = (isModel: boolean, turnedDown: string[] = []) => ({ by: by(isModel), turnedDown });
  return {
    spec,
    parts: {
      name: part(name !== embedded.name),
      copy: part(texts.isUsed, texts.turnedDown),
      entities: part(isOwnEntities),
      feature: { by: chosen.by, turnedDown: [] },
      flows: part(flows.length >= 2),
      publicPage: part(publicPage !== undefined && publicPage !== embedded.publicPage),
      positioning: part(base.positioning !== embedded.positioning),
      landing: part(landing !== undefined, landingTexts.turnedDown),
    },
  };
}

/** The embedded plan's flows, where what they are about is still as it was. */
function flowsOf(spec: ProductSpec, embedded: ProductSpec): ProductSpec['flows'] {
  const { entities, feature, publicPage, assistant, audience, language } = spec;
  if (entities === embedded.entities && feature === embedded.feature) return embedded.flows;
  const main = feature.entity;
  return planFlows({ entities, main, feature, publicPage, assistant, audience, language });
}

function rolesOf(given: Draft['roles'] | undefined, embedded: ProductSpec): ProductSpec['roles'] {
  const names = new Set(embedded.roles.map(({ name }) => name));
  const added = (given ?? []).flatMap(({ label, description }) => {
    const [title, text] = [plainLabel(label, 60), soundText(description, 200, embedded.prompt)];
    const name = identifierOf(title);
    if (!title || !text || names.has(name)) return [];
    names.add(name);
    return [{ name, label: title, description: text }];
  });
  return [...embedded.roles, ...added].slice(0, 5);
}
