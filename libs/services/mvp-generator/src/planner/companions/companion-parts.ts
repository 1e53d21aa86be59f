import { inSentence } from '../../criteria/entity-criteria.js';
import type { BlockEntity, BlockField } from '../blocks/block.js';
import {
  choice,
  date,
  datetime,
  longText,
  notes,
  relation,
  status,
  text,
} from '../blocks/fields.js';
import type { Thing } from '../read-thing.js';
import { pluralIdentifier, pluralOf, toIdentifier, toLabel } from '../to-identifier.js';
import type { IconName, ProductSpec } from '@hatchr/contracts';

type Feature = Pick<ProductSpec['feature'], 'kind' | 'name' | 'description' | 'entity'>;

/** What a thing of the sentence needs around it to be worked with. */
export interface Companions {
  /** The thing itself, with what its keeping asks for. */
  main: BlockEntity;
  before: BlockEntity[];
  after: BlockEntity[];
  feature: Feature;
  /** What one gains, as a short line that stands after the subject of the sentence. */
  promise: string;
  /** What goes wrong without it. */
  problem: string;
}

export type Parts = Omit<Companions, 'promise' | 'problem'>;

interface Shape {
  label: string;
  plural?: string;
  view: BlockEntity['view'];
  icon: IconName;
  description: string;
  fields: BlockField[];
  titles: string[];
}

export function entity({
  label,
  plural,
  view,
  icon,
  description,
  fields,
  titles,
}: Shape): BlockEntity {
  const name = toIdentifier(label, 'part');
  return {
    name,
    plural: pluralIdentifier(name),
    label,
    labelPlural: plural ?? toLabel(pluralOf(label, 'en')),
    description,
    icon,
    titleField: fields[0]?.name ?? 'title',
    view,
    fields,
    sampleTitles: titles,
  };
}

export const lower = (label: string): string => inSentence(label, 'en');

/** An entity with further fields before its closing text; a field of the same name gives way. */
export function withFields(base: BlockEntity, ...added: BlockField[]): BlockEntity {
  const names = new Set(added.map((field) => field.name));
  const kept = base.fields.filter((field) => !names.has(field.name));
  const closing = kept.at(-1)?.type === 'long_text' ? kept.slice(-1) : [];
  return {
    ...base,
    fields: [...kept.slice(0, kept.length - closing.length), ...added, ...closing],
  };
}

export function withStatus(base: BlockEntity, ...labels: string[]): BlockEntity {
  const own = status(...labels);
  const has = base.fields.some((field) => field.name === 'status');
  return has
    ? { ...base, fields: base.fields.map((field) => (field.name === 'status' ? own : field)) }
    : withFields(base, own);
}

export const to = (main: BlockEntity): BlockField => relation(main.name, main.label);

export const comments = (main: BlockEntity, label = 'Comment'): BlockEntity =>
  entity({
    label,
    view: 'thread',
    icon: 'message-circle',
    description: `What was said about each ${lower(main.label)}, in order.`,
    fields: [
      text('author_name', 'Author'),
      to(main),
      datetime('written_at', 'Written'),
      longText('content', 'Text', { required: true }),
    ],
    titles: ['Ada Sample', 'Noor Sample', 'Mateo Sample', 'Ines Sample'],
  });

export const dueTask = (
  main: BlockEntity,
  label: string,
  kinds: string[],
  titles: string[],
): BlockEntity =>
  entity({
    label,
    view: 'board',
    icon: 'list-checks',
    description: `What each ${lower(main.label)} needs next, and by when.`,
    fields: [
      text('title', 'Title'),
      to(main),
      ...(kinds.length > 1 ? [choice('kind', 'Kind', kinds)] : []),
      date('due_on', 'Due on'),
      status('Due', 'Under way', 'Done'),
      notes,
    ],
    titles,
  });

export const dueFeature = (task: BlockEntity, name: string): Feature => ({
  kind: 'due_reminders',
  name,
  description: `Lists the ${lower(task.labelPlural)} that are due, the most urgent first, and words a reminder for each.`,
  entity: task.name,
});

export type Build = (main: BlockEntity, thing: Thing) => Parts;

export const only = (main: BlockEntity, task: BlockEntity, feature: string): Parts => ({
  main,
  before: [],
  after: [task],
  feature: dueFeature(task, feature),
});
