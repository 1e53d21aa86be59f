import type {
  AssistantKind,
  EntitySpec,
  FieldSpec,
  ProductSpec,
  PublicPageKind,
} from '@hatchr/contracts';
import type { IconName } from '@hatchr/contracts';

export type BlockField = FieldSpec;

export interface BlockEntity {
  name: string;
  plural: string;
  label: string;
  labelPlural: string;
  description: string;
  icon: IconName;
  titleField: string;
  view: 'table' | 'board' | 'calendar' | 'gallery' | 'timeline' | 'thread' | 'chart';
  fields: BlockField[];
  /** Words of a sentence that mean this entity; one of them gives it its name ("patient" for "client"). */
  aliases?: readonly string[];
  /** Believable titles of demo rows; none may be taken for a customer's data. */
  sampleTitles?: readonly string[];
}

/** What is known of one domain: its things, what they are for, and the feature that makes a product of it. */
export interface DomainBlock {
  id: string;
  category: string;
  /** Words and phrases (lower case, singular) that name the domain: `strong` alone are enough, `weak` support. */
  strong: readonly string[];
  weak: readonly string[];
  /** What one gains, as a short line that stands after the subject of the sentence. */
  promise: string;
  problem: string;
  entities: readonly BlockEntity[];
  feature: { kind: string; name: string; description: string; entity: string };
  brand: { primary: string; accent: string; icon: IconName; tone: ProductSpec['brand']['tone'] };
  /** Who buys when the sentence does not say. */
  audience: string;
  nonGoals: readonly string[];
  /** The page that visitors see, where products of this domain have one; `entity` is a name of this block. */
  publicPage?: { kind: PublicPageKind; entity: string; title: string; description: string };
  /** What an AI of this domain does when the sentence asks for one and does not say what. */
  assistant?: { kind: AssistantKind; entity: string; name: string; description: string };
}

export const entitySpecOf = (entity: BlockEntity): EntitySpec => {
  const { name, plural, label, labelPlural, description, icon, titleField, view, fields } = entity;
  const titles = entity.sampleTitles;
  return {
    name,
    plural,
    label,
    labelPlural,
    description,
    icon,
    titleField,
    view,
    fields: [...fields],
    ownership: 'user',
    ...(titles ? { sampleTitles: [...titles] } : {}),
  };
};
