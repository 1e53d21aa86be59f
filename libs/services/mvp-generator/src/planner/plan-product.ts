import {
  productSpecSchema,
  type DiscoveryResult,
  type EntitySpec,
  type ProductSpec,
} from '@hatchr/contracts';
import type { BlockEntity, DomainBlock } from './blocks/block.js';
import { longText, status, text } from './blocks/fields.js';
import { chooseBlocks, type ChosenBlock } from './choose-blocks.js';
import { coinName, numberFrom } from './brand-names/coin-name.js';
import { combineEntities } from './combine-entities.js';
import { functionWords, genericNouns } from './english-words.js';
import { englishFor } from './foreign-glossary.js';
import { asWritten, corrected, findMisspellings, type Correction } from './correct-spelling.js';
import { deriveThings, type DerivedThings } from './derive-entities.js';
import { foldThings } from './fold-things.js';
import { planAssistant } from './plan-assistant.js';
import { planChannels } from './plan-channels.js';
import { planFlows } from './plan-flows.js';
import { planPages } from './plan-pages.js';
import { planPositioning } from './plan-positioning.js';
import { planPublicPage } from './plan-public-page.js';
import { planPricing } from './plan-pricing.js';
import { planCopy } from './plan-copy.js';
import { planTone } from './plan-tone.js';
import { qualifyLead } from './qualify-lead.js';
import { cleanText, readPrompt, type PromptReading } from './read-prompt.js';
import { giveStatuses } from './stated-statuses.js';
import { pluralOf, toLabel, toSlug } from './to-identifier.js';
import { entityOfTrade, findTrade } from './trades/index.js';

const palettes = [
  { primary: '#4f46e5', accent: '#06b6d4' },
  { primary: '#0f766e', accent: '#f59e0b' },
  { primary: '#b45309', accent: '#16a34a' },
  { primary: '#7c3aed', accent: '#ec4899' },
  { primary: '#0369a1', accent: '#14b8a6' },
  { primary: '#be123c', accent: '#f97316' },
  { primary: '#15803d', accent: '#84cc16' },
  { primary: '#334155', accent: '#0ea5e9' },
] as const;

/** What is kept when a sentence has no word for a thing at all: the sentence's own first words name it. */
function fallbackEntity(reading: PromptReading): BlockEntity {
  const first = (reading.text.match(/\p{L}[\p{L}\p{N}]{1,30}/gu) ?? []).find(
    (candidate) =>
      !functionWords.has(candidate.toLowerCase()) && !genericNouns.has(candidate.toLowerCase()),
  );
  const word = (first ?? /\p{L}[\p{L}\p{N}]{1,30}/u.exec(reading.text)?.[0] ?? '').toLowerCase();
  const label = word ? toLabel(word) : 'Entry';
  return {
    name: 'entity_1',
    plural: 'entities_1',
    label,
    labelPlural: word ? toLabel(pluralOf(word, reading.language)) : 'Entries',
    description: `Everything about ${label}, one row each.`,
    icon: 'notebook-pen',
    titleField: 'title',
    view: 'board',
    fields: [
      text('title', 'Title'),
      status('Open', 'In progress', 'Done'),
      longText('notes', 'Notes'),
    ],
  };
}

// Things that people reserve a time for; other events only need to be remembered.
const bookableWords = /session|lesson|appointment|tour|visit|class|rental|shift|consultation|slot/u;

/** The feature of the leading block, or the digest on the sentence's own main thing. */
function planFeature(
  lead: DomainBlock | undefined,
  entities: readonly EntitySpec[],
  renamed: ReadonlyMap<string, string>,
  derived: DerivedThings['feature'],
): ProductSpec['feature'] {
  const named = lead ? renamed.get(lead.feature.entity) : undefined;
  if (lead && named) return { ...lead.feature, entity: named, usesModel: false };
  if (derived) return { ...derived, usesModel: false };
  const bookable = entities.find(
    (entity) =>
      bookableWords.test(entity.name) &&
      entity.fields.some((field) => field.type === 'datetime' && field.required),
  );
  if (bookable)
    return {
      kind: 'free_slots',
      name: 'Free times',
      description:
        `Finds the next free times and points out ${bookable.labelPlural} that overlap.`.slice(
          0,
          400,
        ),
      entity: bookable.name,
      usesModel: false,
    };
  const measured = entities.find((entity) =>
    entity.fields.some((field) => field.name === 'measured_on'),
  );
  if (measured)
    return {
      kind: 'trend',
      name: 'Trends',
      description: `Shows where ${measured.labelPlural} stand and whether they rise or fall.`.slice(
        0,
        400,
      ),
      entity: measured.name,
      usesModel: false,
    };
  const main =
    entities.find((entity) => entity.fields.some((field) => field.type === 'datetime')) ??
    entities.find((entity) => entity.fields.some((field) => field.type === 'date')) ??
    entities[0];
  if (!main) throw new Error('A plan has at least one entity.');
  return {
    kind: 'attention_digest',
    name: 'Needs attention',
    description: `Puts the ${main.labelPlural} that are late, near or forgotten on top.`.slice(
      0,
      400,
    ),
    entity: main.name,
    usesModel: false,
  };
}

function planBrand(
  prompt: string,
  audience: string,
  lead: DomainBlock | undefined,
  entities: readonly EntitySpec[],
): ProductSpec['brand'] {
  if (lead) return lead.brand;
  const palette = palettes[numberFrom(prompt, 7) % palettes.length] ?? palettes[0];
  return { ...palette, icon: entities[0]?.icon ?? 'box', tone: planTone(audience, prompt) };
}

// Products for those who work there, not for those who come.
const staffDomains = new Set(['shift_planning', 'recruiting', 'time_tracking', 'volunteers']);

/** What the trade of the sentence works on, unless the domains or the sentence's own things have it already. */
function planTrade(
  reading: PromptReading,
  chosen: readonly ChosenBlock[],
  derived: readonly BlockEntity[],
): BlockEntity | null {
  const isForStaff = chosen.some(({ block }) => staffDomains.has(block.id));
  const trade = findTrade(reading, isForStaff);
  if (!trade || (trade.kind === 'food' && isForStaff)) return null;
  // Students who rent cameras want cameras, not their exams beside them.
  if (trade.kind === 'event' && chosen.some(({ block }) => block.id === 'rental')) return null;
  // What was sold is what the trade works on.
  if (trade.kind === 'object' && chosen.some(({ block }) => block.id === 'warranty_claims'))
    return null;
  // A domain that knows the trade keeps what it works on.
  const isKnown = chosen.some(({ block, terms }) =>
    trade.said.some((word) => block.strong.includes(word) && terms.includes(word)),
  );
  const isForeign = reading.language !== 'en' && reading.language !== 'und';
  const head = trade.thing.toLowerCase().split(' ').at(-1) ?? '';
  const has = [...chosen.flatMap(({ block }) => block.entities), ...derived].some(
    ({ label, aliases = [] }) =>
      label.toLowerCase().split(' ').includes(head) ||
      aliases.includes(head) ||
      // The courts of a padel hall are its "campi".
      (isForeign && englishFor(label) === head),
  );
  return isKnown || has ? null : entityOfTrade(trade);
}

/** What the steps of the sentence are those of: the feature's entity, or what that one belongs to. */
function whatGoesThrough(
  entities: readonly EntitySpec[],
  featured: string,
  main: string | undefined,
): string {
  const own = entities.find(({ labelPlural }) => labelPlural === main);
  if (own) return own.name;
  const entity = entities.find(({ name }) => name === featured);
  const hasStatus = entity?.fields.some(({ name }) => name === 'status');
  const above = entity?.fields.find(({ type, required }) => type === 'relation' && required);
  const isPart = above !== undefined && !entity?.fields.some(({ name }) => name === 'due_on');
  const owner = entities.find(({ name }) => name === above?.target);
  const isOwnerTracked = owner?.fields.some(({ name }) => name === 'status') ?? false;
  return owner && isOwnerTracked && (isPart || !hasStatus) && !isPersonEntity(owner)
    ? owner.name
    : featured;
}

const isPersonEntity = (entity: EntitySpec): boolean =>
  entity.fields.some(({ type }) => type === 'email');

/** What copy is written from: the sentence as the person spelled it. */
function inOwnWords(reading: PromptReading, corrections: readonly Correction[]): PromptReading {
  const own = (words: string): string => asWritten(words, corrections);
  return {
    ...reading,
    text: own(reading.text),
    withoutAnalogy: own(reading.withoutAnalogy),
    audience: reading.audience === null ? null : own(reading.audience),
    forWhom: reading.forWhom === null ? null : own(reading.forWhom),
  };
}

/**
 * A complete specification from a person's sentence, without a model: the same sentence and discovery give the
 * same spec. Facts that the sentence does not state (prices above all) are left open. Throws a ZodError only if
 * the planner itself is wrong.
 */
export function planProduct(prompt: string, discovery: DiscoveryResult): ProductSpec {
  const corrections = findMisspellings(cleanText(prompt));
  const reading = readPrompt(corrected(prompt, corrections));
  const named = chooseBlocks(reading);
  const { chosen, derived: things } = foldThings(reading, named, deriveThings(reading, named));
  const isEmpty = chosen.length === 0 && things.entities.length === 0;
  const derived = isEmpty ? { ...things, entities: [fallbackEntity(reading)] } : things;
  const trade = planTrade(reading, chosen, derived.entities);
  const { entities: combined, renamed } = combineEntities(reading, { chosen, derived, trade });
  const lead = chosen[0]?.block;
  const feature = planFeature(lead, combined, renamed, derived.feature);
  const qualified = lead
    ? qualifyLead(reading, combined, feature.entity, feature.name, trade !== null)
    : combined;
  const main = whatGoesThrough(qualified, feature.entity, derived.copy?.main);
  const entities = giveStatuses(qualified, reading.statuses, main);
  const assistant = planAssistant(reading, lead, feature.entity, entities, renamed);
  const publicPage = planPublicPage(reading, lead, feature.entity, entities, renamed);
  const name =
    reading.givenName ??
    coinName({
      prompt,
      subjects: [
        ...reading.phrases.map(({ singular }) => singular),
        ...(reading.audience ? [reading.audience] : []),
      ],
      labels: entities.map(({ label }) => label),
      domains: chosen.map(({ block }) => block.id),
      featureKind: feature.kind,
      taken: discovery.competitors.map((competitor) => competitor.name),
    });
  const copy = planCopy({
    reading: inOwnWords(reading, corrections),
    lead,
    derived: derived.copy,
    entities,
    feature,
    name,
  });
  return productSpecSchema.parse({
    version: 1,
    prompt,
    language: reading.language,
    name,
    slug: toSlug(name, 'product'),
    ...copy,
    positioning: planPositioning(discovery),
    entities,
    roles: [
      {
        name: 'owner',
        label: 'Owner',
        description: 'Has an account and sees and changes only the rows of that account.',
      },
    ],
    flows: planFlows({
      entities,
      main,
      feature,
      publicPage,
      assistant,
      audience: copy.audience,
      language: reading.language,
    }),
    pages: planPages(entities, feature, publicPage),
    feature,
    ...(publicPage ? { publicPage } : {}),
    ...(assistant ? { assistant } : {}),
    pricing: planPricing(reading.price, entities, feature.name, reading.language),
    brand: planBrand(prompt, copy.audience, lead, entities),
    channels: planChannels(copy.category),
    nonGoals: lead ? [...lead.nonGoals] : ['It takes no payments.'],
    constraints: reading.constraints,
  });
}
