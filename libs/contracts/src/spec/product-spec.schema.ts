import { z } from 'zod';

/** snake_case name that is safe as an SQL identifier, a TypeScript property and a form field. */
export const identifierSchema = z.string().regex(/^[a-z][a-z0-9_]{0,47}$/);
/** kebab-case name that is safe as a folder, a package name and a URL segment. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(48);
const hexColour = z.string().regex(/^#[0-9a-f]{6}$/);
const label = z.string().trim().min(1).max(80);
const sentence = z.string().trim().min(1).max(400);

export const fieldTypes = [
  'text',
  'long_text',
  'integer',
  'decimal',
  'money',
  'boolean',
  'date',
  'datetime',
  'time',
  'duration',
  'email',
  'phone',
  'url',
  'address',
  'rating',
  'enum',
  'relation',
  /** A file of the row's owner. Never required: a row can be saved before there is one. */
  'file',
] as const;
export type FieldType = (typeof fieldTypes)[number];

export const fieldSchema = z.object({
  name: identifierSchema,
  label,
  type: z.enum(fieldTypes),
  required: z.boolean(),
  /** enum only: the stored value and what a person reads. */
  values: z
    .array(z.object({ value: identifierSchema, label }))
    .min(2)
    .max(12)
    .optional(),
  /** relation only: the name of the entity it points at. */
  target: identifierSchema.optional(),
  defaultValue: z.union([z.string().max(200), z.number(), z.boolean()]).optional(),
  /** integer, decimal, money (minor units), duration (minutes), rating: inclusive bounds. */
  min: z.number().optional(),
  max: z.number().optional(),
  hint: z.string().max(200).optional(),
});
export type FieldSpec = z.output<typeof fieldSchema>;

/** Where a kit has copy for; a specification names those that suit it first. */
export const launchChannels = [
  'product_hunt',
  'show_hn',
  'reddit',
  'linkedin',
  'x_thread',
  'indie_hackers',
  'betalist',
  'cold_email',
  'press_note',
  'newsletter',
] as const;
export type LaunchChannel = (typeof launchChannels)[number];

export const viewKinds = [
  'table',
  'board',
  'calendar',
  'gallery',
  'timeline',
  'thread',
  'chart',
  'public',
] as const;
export type ViewKind = (typeof viewKinds)[number];

export const entitySchema = z.object({
  /** Singular, for example `booking`. */
  name: identifierSchema,
  /** Plural: the table and the route, for example `bookings`. */
  plural: identifierSchema,
  label,
  labelPlural: label,
  description: sentence,
  /** Name of an icon of the generated app's set. */
  icon: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  /** The field that names a row to a person. */
  titleField: identifierSchema,
  fields: z.array(fieldSchema).min(1).max(16),
  /** How its list page is shown. */
  view: z.enum(viewKinds),
  /** Every row belongs to the user who made it; others never see it. */
  ownership: z.literal('user'),
  /** Believable titles of demo rows; none may be taken for a customer's data. */
  sampleTitles: z.array(z.string().trim().min(1).max(120)).max(12).optional(),
});
export type EntitySpec = z.output<typeof entitySchema>;

export const publicPageKinds = ['booking', 'listing', 'rsvp', 'status', 'roadmap'] as const;
export type PublicPageKind = (typeof publicPageKinds)[number];

/** A page that visitors without an account see and use; the owner decides which rows are published on it. */
export const publicPageSchema = z.object({
  kind: z.enum(publicPageKinds),
  /** Whose published rows it shows. */
  entity: identifierSchema,
  title: label,
  description: sentence,
});

export const assistantKinds = [
  'summarise',
  'draft_reply',
  'categorise',
  'extract',
  'suggest_next',
  'write_description',
] as const;
export type AssistantKind = (typeof assistantKinds)[number];

/** What the AI of the sentence does to one row; without a model's key a rule of the app does the same, and says so. */
export const assistantSchema = z.object({
  kind: z.enum(assistantKinds),
  entity: identifierSchema,
  name: label,
  description: sentence,
});

export const flowSchema = z.object({
  name: label,
  actor: label,
  steps: z.array(sentence).min(1).max(8),
  /** Each one becomes a test of the generated app. */
  acceptance: z.array(sentence).min(1).max(6),
});

export const pageSchema = z.object({
  path: z.string().regex(/^\/[a-z0-9_/[\]-]*$/),
  title: label,
  purpose: sentence,
  view: z.enum([
    ...viewKinds,
    'landing',
    'pricing',
    'auth',
    'dashboard',
    'settings',
    'detail',
    'form',
  ]),
  entity: identifierSchema.optional(),
  /** Whether a visitor without an account sees it. */
  isPublic: z.boolean(),
});

export const pricingPlanSchema = z.object({
  name: label,
  /** Minor units of `pricing.currency` a period; null where the founder has not decided. Never invented. */
  amount: z.number().int().min(0).nullable(),
  period: z.enum(['month', 'year', 'once', 'use']),
  features: z.array(sentence).min(1).max(8),
  isHighlighted: z.boolean(),
});

export const landingSchema = z.object({
  /** Above what the product does. */
  highlightsTitle: z.string().trim().min(1).max(120),
  /** From an empty workspace to the product's own feature. */
  steps: z.array(z.object({ title: label, text: sentence })).length(3),
  /** Beside those that every app answers. */
  questions: z.array(z.object({ question: label, answer: sentence })).max(3),
});
export type LandingCopy = z.output<typeof landingSchema>;

/**
 * The single typed description of the startup. SQL, types, routes, tests, copy, deck and images all derive
 * from it, so no two files of the kit can disagree.
 */
export const productSpecSchema = z
  .object({
    version: z.literal(1),
    prompt: z.string().min(3).max(2000),
    /** BCP 47 tag of the prompt's language, `und` where it could not be told. */
    language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
    name: z.string().trim().min(1).max(40),
    slug: slugSchema,
    tagline: z.string().trim().min(1).max(120),
    summary: z.string().trim().min(1).max(600),
    problem: sentence,
    audience: label,
    /** What kind of product it is, for example `Scheduling`. */
    category: label,
    /** Claims against the competition, each with the evidence behind it (ids of `Evidence`). */
    positioning: z.array(z.object({ claim: sentence, evidenceIds: z.array(z.string()) })).max(6),
    entities: z.array(entitySchema).min(1).max(10),
    roles: z
      .array(z.object({ name: identifierSchema, label, description: sentence }))
      .min(1)
      .max(5),
    flows: z.array(flowSchema).min(1).max(6),
    pages: z.array(pageSchema).min(3).max(40),
    /** The one thing that makes it this product and not a set of tables. */
    feature: z.object({
      kind: identifierSchema,
      name: label,
      description: sentence,
      entity: identifierSchema,
      /** Whether it calls a language model when the founder sets a key. */
      usesModel: z.boolean(),
    }),
    /** Absent when the product has nothing that strangers should see. */
    publicPage: publicPageSchema.optional(),
    /** Absent when the sentence asks for no AI. */
    assistant: assistantSchema.optional(),
    pricing: z.object({
      currency: z.string().regex(/^[A-Z]{3}$/),
      plans: z.array(pricingPlanSchema).min(1).max(4),
      /** Where the numbers come from: the founder's sentence, the founder's edit of this specification, or nowhere yet. */
      source: z.enum(['prompt', 'owner', 'undecided']),
    }),
    brand: z.object({
      primary: hexColour,
      accent: hexColour,
      icon: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
      tone: z.enum(['calm', 'bold', 'playful', 'precise', 'warm']),
    }),
    /** What the landing page says beside name and summary; absent: the page words it from the rest. */
    landing: landingSchema.optional(),
    channels: z.array(z.enum(launchChannels)).min(1).max(12),
    nonGoals: z.array(sentence).max(6),
    /** Limits that the sentence states, kept in its own words, for example `in Portland`. */
    constraints: z.array(sentence).max(8),
  })
  .superRefine((spec, context) => {
    const names = new Set(spec.entities.map((entity) => entity.name));
    const plurals = new Set(spec.entities.map((entity) => entity.plural));
    const issue = (path: (string | number)[], message: string): void => {
      context.addIssue({ code: 'custom', path, message });
    };
    if (names.size !== spec.entities.length) issue(['entities'], 'Entity names must differ.');
    if (plurals.size !== spec.entities.length) issue(['entities'], 'Entity plurals must differ.');
    spec.entities.forEach((entity, index) => {
      const fields = new Set(entity.fields.map((field) => field.name));
      if (fields.size !== entity.fields.length)
        issue(['entities', index, 'fields'], 'Field names must differ.');
      if (!fields.has(entity.titleField))
        issue(['entities', index, 'titleField'], 'Must name a field.');
      entity.fields.forEach((field, fieldIndex) => {
        const path = ['entities', index, 'fields', fieldIndex];
        if (field.type === 'relation' && !names.has(field.target ?? ''))
          issue(path, 'Unknown relation target.');
        if (field.type === 'enum' && !field.values) issue(path, 'An enum needs its values.');
      });
    });
    if (!names.has(spec.feature.entity)) issue(['feature', 'entity'], 'Unknown entity.');
    for (const part of ['publicPage', 'assistant'] as const)
      if (spec[part] && !names.has(spec[part].entity)) issue([part, 'entity'], 'Unknown entity.');
    spec.pages.forEach((page, index) => {
      if (page.entity && !names.has(page.entity))
        issue(['pages', index, 'entity'], 'Unknown entity.');
    });
  });
export type ProductSpec = z.output<typeof productSpecSchema>;
