import type { AssistantKind, EntitySpec, ProductSpec } from '@hatchr/contracts';
import { inSentence } from '../criteria/entity-criteria.js';
import type { DomainBlock } from './blocks/block.js';
import type { PromptReading } from './read-prompt.js';
import { singularOf } from './to-identifier.js';

// "smart" and "automatically" ask for no model: a smart home is a home.
const asksInEnglish =
  /\b(?:ai|(?:chat)?gpt(?:-?\d\w*)?|llms?|machine learning|artificial intelligence|copilot)\b/iu;
// In capitals only: "ai" is "to the" in Italian and "ia" a syllable elsewhere.
const asksElsewhere = /\b(?:AI|KI|IA|GPT|ChatGPT|LLMs?)\b|人工智能|인공지능|ذكاء اصطناعي|\bИИ\b/u;

interface Wording {
  kind: AssistantKind;
  asked: RegExp;
  name: string;
  description: string;
}

const wordings: readonly Wording[] = [
  {
    kind: 'summarise',
    asked: /\bsummar\p{L}*/iu,
    name: 'Summarise',
    description: 'Puts what matters in one of the {} into a few lines.',
  },
  {
    kind: 'draft_reply',
    asked: /\b(?:repl(?:y|ies|ying)|answer(?:s|ing)?|respond(?:s|ing)?|responses?)\b/iu,
    name: 'Draft replies to',
    description: 'Drafts a reply to one of the {}; you read and change it before you send it.',
  },
  {
    kind: 'categorise',
    asked: /\b(?:categori[sz]\p{L}*|classif\p{L}*|sort(?:s|ing)?|tag(?:s|ging)?|triag\p{L}*)\b/iu,
    name: 'Sort',
    description: 'Says where one of the {} belongs, and why.',
  },
  {
    kind: 'extract',
    asked: /\b(?:extract\p{L}*|scan(?:s|ning)?|pars(?:es?|ing)|reads?|reading)\b/iu,
    name: 'Pick the facts out of',
    description: 'Picks names, dates and amounts out of one of the {}.',
  },
  {
    kind: 'write_description',
    asked: /\b(?:writ(?:es?|ing)|describ\p{L}*|drafts?|drafting|generat\p{L}*)\b/iu,
    name: 'Write',
    description: 'Writes a first text for one of the {} from what is known about it.',
  },
];

const fallback: Omit<Wording, 'asked'> = {
  kind: 'suggest_next',
  name: 'Suggest next steps for',
  description: 'Suggests what to do next with one of the {}.',
};

/** The entity that a phrase of the sentence names, by the last word of both. */
function namedBy(words: string, entities: readonly EntitySpec[]): EntitySpec | undefined {
  const head = singularOf(words.split(/\s+/u).at(-1)?.toLowerCase() ?? '');
  return entities.find(({ label }) => label.toLowerCase().split(/\s+/u).at(-1) === head);
}

/** What the verb is done to: the first thing after it that the product keeps, in the sentence's words. */
function objectOf(
  reading: PromptReading,
  verb: RegExp,
  entities: readonly EntitySpec[],
): { entity: EntitySpec; words: string } | undefined {
  const match = verb.exec(reading.text);
  const after = match ? match.index + match[0].length : 0;
  const rest = reading.text.slice(after);
  for (const { text } of reading.phrases) {
    const entity = rest.includes(text) ? namedBy(text, entities) : undefined;
    if (entity) return { entity, words: text };
  }
  return undefined;
}

/** Whether the sentence asks for a language model in so many words. */
export function asksForModel(reading: PromptReading): boolean {
  return reading.language === 'en' || reading.language === 'und'
    ? asksInEnglish.test(reading.text)
    : asksElsewhere.test(reading.text);
}

/** What the AI of a sentence does and to which of its things; undefined when the sentence asks for none. */
export function planAssistant(
  reading: PromptReading,
  lead: DomainBlock | undefined,
  featureEntity: string,
  entities: readonly EntitySpec[],
  renamed: ReadonlyMap<string, string>,
): ProductSpec['assistant'] {
  if (!asksForModel(reading)) return undefined;
  const asked = wordings.find((wording) => wording.asked.test(reading.text));
  const hint = lead?.assistant;
  const hinted = hint ? renamed.get(hint.entity) : undefined;
  if (!asked && hint && entities.some(({ name }) => name === hinted))
    return { ...hint, entity: hinted ?? hint.entity };
  const object = asked ? objectOf(reading, asked.asked, entities) : undefined;
  const entity = object?.entity ?? entities.find(({ name }) => name === featureEntity);
  if (!entity) return undefined;
  const { kind, name, description } = asked ?? fallback;
  const many = inSentence(entity.labelPlural, reading.language);
  return {
    kind,
    entity: entity.name,
    name: `${name} ${object?.words ?? many}`.slice(0, 80),
    description: description.replace('{}', many).slice(0, 400),
  };
}
