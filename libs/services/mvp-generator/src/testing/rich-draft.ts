import type { DiscoveryResult } from '@hatchr/contracts';
import { draftOfSpec } from '../model-planner/draft-of-spec.js';
import type { Draft, EntityDraft, FieldDraft } from '../model-planner/draft.schema.js';
import { planProduct } from '../planner/plan-product.js';
import type { RichIdea } from './rich-ideas.js';

const labelOf = (name: string): string =>
  (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('_', ' ');

/** One field in the short notation of `RichIdea`. */
export function fieldDraftOf(notation: string): FieldDraft {
  const required = !notation.endsWith('?');
  const [name = '', kind = 'text'] = notation.replace(/\?$/u, '').split(':');
  const values = /^enum\((.+)\)$/u.exec(kind)?.[1]?.split('|') ?? null;
  const target = kind.startsWith('>') ? kind.slice(1) : null;
  return {
    name: target && !name.endsWith('_id') ? `${name}_id` : name,
    label: labelOf(name.replace(/_id$/u, '')),
    type: values ? 'enum' : target ? 'relation' : (kind as FieldDraft['type']),
    required,
    values,
    target,
    min: null,
    max: null,
    default: null,
    hint: null,
  };
}

// Spaces stand inside of choices too.
const fieldsOf = (notation: string): FieldDraft[] =>
  (notation.match(/[a-z_]+:(?:enum\([^)]*\)|\S+)\??/gu) ?? []).map(fieldDraftOf);

function entityOf(idea: RichIdea['entities'][number]): EntityDraft {
  const { name, plural, icon, view, description, titles } = idea;
  const fields = fieldsOf(idea.fields);
  return {
    ...{ name, plural, icon, view, description, fields },
    label: labelOf(name),
    labelPlural: labelOf(plural),
    titleField: fields[0]?.name ?? '',
    sampleTitles: titles,
  };
}

/** The answer of a good model: the embedded plan with what the trade needs beside it, in words of its own. */
export function richDraft(idea: RichIdea, discovery: DiscoveryResult): Draft {
  const draft = draftOfSpec(planProduct(idea.prompt, discovery));
  const entities = draft.entities.map((entity) => ({
    ...entity,
    fields: [...entity.fields, ...fieldsOf(idea.fields?.[entity.name] ?? '')],
  }));
  const { name, entity, steps } = idea.flow;
  const subject = idea.entities.find((own) => own.name === entity);
  const choice = subject && fieldsOf(subject.fields).find(({ type }) => type === 'enum');
  const [first = '', second = '', third = ''] = steps;
  const [question, answer] = idea.question;
  return {
    ...draft,
    ...{ name: idea.name, tagline: idea.tagline, summary: idea.summary, problem: idea.problem },
    entities: [...entities, ...idea.entities.map(entityOf)],
    flows: [
      ...draft.flows,
      {
        name,
        actor: draft.audience,
        steps,
        checks: [
          { kind: 'created', entity, field: null },
          ...(choice ? [{ kind: 'changed' as const, entity, field: choice.name }] : []),
          { kind: 'isolated', entity, field: null },
        ],
      },
    ],
    landing: {
      highlightsTitle: idea.highlightsTitle,
      steps: [
        { title: 'Begin with what you have', text: first },
        { title: 'Keep it as it happens', text: second },
        { title: draft.feature.name, text: third },
      ],
      questions: [{ question, answer }],
    },
  };
}
