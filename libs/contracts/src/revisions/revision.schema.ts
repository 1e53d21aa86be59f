import { z } from 'zod';
import { hasHiddenCharacters } from '../jobs/prompt.schema.js';
import { digestSchema } from '../proofs/proof.schema.js';
import { productSpecSchema } from '../spec/product-spec.schema.js';

/** Revisions of a project count from 1 without holes. */
export const revisionNumberSchema = z.number().int().min(1);

export const revisionSchema = z.object({
  number: revisionNumberSchema,
  createdAt: z.string(),
  /** Why it was made, in the owner's words; null for the first one. */
  note: z.string().nullable(),
  isCurrent: z.boolean(),
  jobId: z.string(),
  /** Name of the product in this revision. */
  name: z.string(),
  fileCount: z.number().int(),
  manifestDigest: digestSchema,
  verification: z.enum(['passed', 'failed']),
});
export type Revision = z.output<typeof revisionSchema>;

/**
 * A specification that a person edited. Its texts reach SQL, code and pages, so none may hold control characters,
 * overrides of the writing direction or halves of characters.
 */
export const editedSpecSchema = productSpecSchema.superRefine((spec, context) => {
  for (const path of listHidden(spec))
    context.addIssue({
      code: 'custom',
      path,
      message: 'It contains invisible control characters. Type it again.',
    });
});

/** Paths of the texts that hold hidden characters. */
function listHidden(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'string') return hasHiddenCharacters(value) ? [path] : [];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => listHidden(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => listHidden(item, [...path, key]));
}

export const regenerateInputSchema = z.object({
  projectId: z.uuid(),
  spec: editedSpecSchema,
  note: z
    .string()
    .trim()
    .max(200)
    .refine((text) => !hasHiddenCharacters(text))
    .optional(),
  /** The same key by the same person always answers with the same job. */
  idempotencyKey: z.string().min(1).max(128).optional(),
});
export type RegenerateInput = z.output<typeof regenerateInputSchema>;

export const compareInputSchema = z.object({
  projectId: z.uuid(),
  from: revisionNumberSchema,
  to: revisionNumberSchema,
});
export type CompareInput = z.output<typeof compareInputSchema>;

/** One difference between two specifications, as a sentence a founder reads. */
export const specChangeSchema = z.object({
  path: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  message: z.string(),
});
export type SpecChange = z.output<typeof specChangeSchema>;

export const comparisonSchema = z.object({
  spec: z.array(specChangeSchema),
  files: z.array(
    z.object({
      path: z.string(),
      change: z.enum(['added', 'removed', 'changed']),
      /** Lines; null where the file is binary or too long to compare. */
      additions: z.number().int().nullable(),
      deletions: z.number().int().nullable(),
    }),
  ),
});
export type Comparison = z.output<typeof comparisonSchema>;

export const compareFileInputSchema = compareInputSchema.extend({
  // Postgres stores no NUL, and no file of a kit has a control character in its name.
  path: z
    .string()
    .min(1)
    .max(500)
    .regex(/^\P{Cc}+$/u),
});
export type CompareFileInput = z.output<typeof compareFileInputSchema>;

export const fileComparisonSchema = z.object({
  path: z.string(),
  /** Why there are no hunks, null where the texts were compared. */
  omitted: z.enum(['binary', 'too_long']).nullable(),
  hunks: z.array(
    z.object({
      fromStart: z.number().int(),
      fromLines: z.number().int(),
      toStart: z.number().int(),
      toLines: z.number().int(),
      /** Each begins with a space, `+` or `-`. */
      lines: z.array(z.string()),
    }),
  ),
});
export type FileComparison = z.output<typeof fileComparisonSchema>;

export const restoreInputSchema = z.object({
  projectId: z.uuid(),
  number: revisionNumberSchema,
});
export type RestoreInput = z.output<typeof restoreInputSchema>;

/** The edited specification comes unchecked: saying what is wrong with it is the answer. */
export const draftSpecInputSchema = z.object({ projectId: z.uuid(), spec: z.unknown() });
export type DraftSpecInput = z.output<typeof draftSpecInputSchema>;

export const draftSpecSchema = z.object({
  /** With blank names filled in; as it came in where it has problems. */
  spec: z.unknown(),
  problems: z.array(z.object({ path: z.string(), message: z.string() })),
});
export type DraftSpec = z.output<typeof draftSpecSchema>;
