import type { AssistantKind, EntitySpec, ProductSpec } from '@hatchr/contracts';
import { inSentence } from '../criteria/entity-criteria.js';
import type { DomainBlock } from './blocks/block.js';
import type { PromptReading } from './read-prompt.js';

const asksForModel =
  /\b(?:ai|gpt|chatgpt|llms?|machine learning|artificial intelligence|copilot|smart|automatically)\b/iu;

const kinds: [AssistantKind, RegExp, string][] = [
  ['summarise', /\bsummar/iu, 'Summarises'],
  ['draft_reply', /\b(?:repl(?:y|ies)|answers?|responds?|responses?)\b/iu, 'Drafts a reply to'],
  ['categorise', /\b(?:categor|classif|sorts?\b|tags?\b|labels?\b|triage)/iu, 'Sorts'],
  ['extract', /\b(?:extract|scans?\b|parses?\b|reads?\b)/iu, 'Picks the facts out of'],
  ['write_description', /\b(?:writes?|writing|describ|descriptions?|copy|drafts?)\b/iu, 'Writes'],
];

/** What the AI of a sentence does, on the feature's entity; undefined when the sentence asks for none. */
export function planAssistant(
  reading: PromptReading,
  lead: DomainBlock | undefined,
  featureEntity: string,
  entities: readonly EntitySpec[],
  renamed: ReadonlyMap<string, string>,
): ProductSpec['assistant'] {
  if (!asksForModel.test(reading.text)) return undefined;
  const asked = kinds.find(([, pattern]) => pattern.test(reading.text));
  const hint = lead?.assistant;
  const hinted = hint ? renamed.get(hint.entity) : undefined;
  if (!asked && hint && hinted) return { ...hint, entity: hinted };
  const entity = entities.find(({ name }) => name === featureEntity);
  if (!entity) return undefined;
  const [kind, , verb] = asked ?? (['suggest_next', /./u, 'Suggests the next step for'] as const);
  const many = inSentence(entity.labelPlural, reading.language);
  return {
    kind,
    entity: entity.name,
    name: `AI for ${many}`.slice(0, 80),
    description: `${verb} ${many}.`,
  };
}
