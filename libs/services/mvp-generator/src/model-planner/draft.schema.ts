import {
  assistantKinds,
  fieldTypes,
  iconNames,
  publicPageKinds,
  viewKinds,
} from '@hatchr/contracts';
import { z } from 'zod';
import { criterionKinds } from '../criteria/entity-criteria.js';
import { featureKinds } from './feature-needs.js';

// Twice what a text may be in the end: what is a little too long is cut and needs no second answer.
const words = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest * 2);
/** The `name` of an entity or field of the same answer. */
const reference = z.string().min(1).max(80);

export const fieldDraftSchema = z.object({
  name: reference.describe('snake_case, singular'),
  label: words(60),
  type: z.enum(fieldTypes),
  required: z.boolean(),
  values: z.array(words(40)).max(12).nullable().describe('enum only: what a person chooses from'),
  target: reference.nullable().describe('relation only: name of the entity it points at'),
  min: z.number().nullable(),
  max: z.number().nullable(),
  default: z.string().max(200).nullable(),
  hint: words(120).nullable(),
});

export const entityDraftSchema = z.object({
  name: reference.describe('snake_case, singular'),
  plural: reference.describe('snake_case'),
  label: words(60),
  labelPlural: words(60),
  description: words(200),
  icon: z.enum(iconNames),
  titleField: reference.describe('name of the text field that names a row'),
  view: z.enum(viewKinds).exclude(['public']),
  fields: z.array(fieldDraftSchema).min(1).max(14),
  sampleTitles: z.array(words(80)).max(8),
});

export const flowDraftSchema = z.object({
  name: words(80),
  actor: words(60),
  steps: z.array(words(240)).min(1).max(6),
  checks: z
    .array(
      z.object({
        kind: z.enum(criterionKinds),
        entity: reference,
        field: reference.nullable().describe('required, found, changed and private_file only'),
      }),
    )
    .min(1)
    .max(6),
});

/**
 * What a model is asked for: everything of a `ProductSpec` that is a matter of judgement. Prices, pages, colours, slugs
 * and constraints are not: they come from the sentence and from the rest.
 */
export const draftSchema = z.object({
  name: words(40),
  tagline: words(110),
  summary: words(500),
  problem: words(300),
  audience: words(70),
  category: words(50),
  tone: z.enum(['calm', 'bold', 'playful', 'precise', 'warm']),
  icon: z.enum(iconNames),
  entities: z.array(entityDraftSchema).min(1).max(9),
  roles: z.array(z.object({ label: words(60), description: words(200) })).max(4),
  feature: z.object({
    kind: z.enum(featureKinds),
    name: words(50),
    description: words(300),
    entity: reference,
  }),
  flows: z.array(flowDraftSchema).min(1).max(6),
  publicPage: z
    .object({
      kind: z.enum(publicPageKinds),
      entity: reference,
      title: words(60),
      description: words(200),
    })
    .nullable(),
  assistant: z
    .object({
      kind: z.enum(assistantKinds),
      entity: reference,
      name: words(60),
      description: words(200),
    })
    .nullable(),
  positioning: z
    .array(z.object({ claim: words(300), evidenceIds: z.array(z.string().max(120)).max(6) }))
    .max(6),
  landing: z.object({
    highlightsTitle: words(90),
    steps: z.array(z.object({ title: words(60), text: words(240) })).max(3),
    questions: z.array(z.object({ question: words(70), answer: words(300) })).max(3),
  }),
});
export type Draft = z.output<typeof draftSchema>;
/** Parts of an answer; what is absent was of no use. */
export type DraftParts = Partial<Draft>;
export type EntityDraft = z.output<typeof entityDraftSchema>;
export type FieldDraft = z.output<typeof fieldDraftSchema>;
export type FlowDraft = z.output<typeof flowDraftSchema>;
