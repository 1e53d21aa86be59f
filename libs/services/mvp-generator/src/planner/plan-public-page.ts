import type { EntitySpec, ProductSpec, PublicPageKind } from '@hatchr/contracts';
import { inSentence } from '../criteria/entity-criteria.js';
import type { DomainBlock } from './blocks/block.js';
import type { PromptReading } from './read-prompt.js';

type PublicPage = NonNullable<ProductSpec['publicPage']>;

interface Rule {
  kind: PublicPageKind;
  /** What a sentence says that asks for the page. */
  asked: RegExp;
  /** Names that the page is about before all others. */
  named: RegExp;
  fits: (entity: EntitySpec) => boolean;
  title: (many: string) => string;
  describe: (many: string) => string;
}

const has = (entity: EntitySpec, ...types: string[]): boolean =>
  entity.fields.some((field) => types.includes(field.type));
// Names and addresses of people are never public, so a page of people would be empty.
const isPerson = (entity: EntitySpec): boolean => has(entity, 'email', 'phone');
const hasTitle = (entity: EntitySpec): boolean =>
  entity.fields.some((field) => field.name === entity.titleField && field.type === 'text');

const rules: readonly Rule[] = [
  {
    kind: 'status',
    asked: /\bstatus pages?\b/iu,
    named: /component|monitor|site|system|server|endpoint|line|route/u,
    fits: (entity) => hasTitle(entity) && has(entity, 'enum'),
    title: () => 'Status',
    describe: (many) => `How each of the published ${many} is right now.`,
  },
  {
    kind: 'roadmap',
    asked: /\b(?:roadmaps?|feature requests?|feature voting|upvot\w*|suggestion box|votes? on)\b/iu,
    named: /request|idea|feature|suggestion|proposal|roadmap|milestone/u,
    fits: (entity) => hasTitle(entity) && has(entity, 'enum'),
    title: () => 'Roadmap',
    describe: (many) => `The ${many} that are public; visitors vote for those that they want.`,
  },
  {
    kind: 'rsvp',
    asked: /\brsvps?\b|\binvitations?\b/iu,
    named: /event|party|wedding|gathering|meetup|dinner|reunion/u,
    fits: (entity) => has(entity, 'datetime', 'date') && entity.name !== 'rsvp',
    title: (many) => `Join the ${many}`,
    describe: (many) => `The ${many} that are open; visitors say whether they come.`,
  },
  {
    kind: 'booking',
    asked:
      /\b(?:booking (?:page|site|link|website)s?|(?:self[- ]?|online )(?:booking|scheduling)|(?:books?|bookings?|appointments?|reserv(?:e|ations?))\b)/iu,
    named: /booking|appointment|reservation|session|lesson|slot|visit|tour|class/u,
    fits: (entity) => has(entity, 'datetime'),
    title: () => 'Book a time',
    describe: (many) => `The free ${many}; visitors ask for one and you confirm it.`,
  },
  {
    kind: 'listing',
    asked:
      /\b(?:portfolios?|listings?|director(?:y|ies)|catalogu?es?|marketplaces?|storefronts?|showcases?|classifieds|job boards?|online (?:shop|store)s?|public (?:page|gallery|site|list)s?)\b/iu,
    named: /listing|job|offer|product|item|piece|work|project|artwork|photo|property|home/u,
    fits: hasTitle,
    title: (many) => many,
    describe: (many) => `The published ${many}; visitors search them and ask about one.`,
  },
];

/** Whether an entity has what a page of that kind shows; a list of people would be an empty one. */
export function canPublish(kind: PublicPageKind, entity: EntitySpec): boolean {
  const rule = rules.find((candidate) => candidate.kind === kind);
  return rule?.fits(entity) === true && !(kind === 'listing' && isPerson(entity));
}

function pageOf(
  rule: Rule,
  entities: readonly EntitySpec[],
  featureEntity: string,
): EntitySpec | undefined {
  const fitting = entities.filter((entity) => !isPerson(entity) && rule.fits(entity));
  return (
    fitting.find(({ name }) => rule.named.test(name)) ??
    fitting.find(({ name }) => name === featureEntity) ??
    fitting.find(({ view }) => view === 'gallery') ??
    fitting[0]
  );
}

/**
 * The page that visitors without an account see: the one of the leading block, or the one that the sentence
 * asks for on the entity that suits it; undefined when there is neither or nothing that strangers may see.
 */
export function planPublicPage(
  reading: PromptReading,
  lead: DomainBlock | undefined,
  featureEntity: string,
  entities: readonly EntitySpec[],
  renamed: ReadonlyMap<string, string>,
): PublicPage | undefined {
  const hint = lead?.publicPage;
  const hinted = hint ? renamed.get(hint.entity) : undefined;
  if (hint && hinted && entities.some(({ name }) => name === hinted))
    return { ...hint, entity: hinted };
  const rule = rules.find(({ asked }) => asked.test(reading.text));
  const entity = rule ? pageOf(rule, entities, featureEntity) : undefined;
  if (!rule || !entity) return undefined;
  return {
    kind: rule.kind,
    entity: entity.name,
    title: rule.title(entity.labelPlural).slice(0, 80),
    description: rule.describe(inSentence(entity.labelPlural, reading.language)),
  };
}
