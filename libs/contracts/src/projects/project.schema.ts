import { z } from 'zod';
import { discoveryResultSchema } from '../discovery/discovery.schema.js';
import { stepKeys } from '../jobs/job.schema.js';
import { hostedVideoSchema } from '../launch-kit/hosted-video.schema.js';
import { launchKitSchema } from '../launch-kit/launch-kit.schema.js';
import { productScreenshotsSchema } from '../launch-kit/product-screenshot.schema.js';
import { modelUseSchema } from '../models/model-use.schema.js';
import { digestSchema, proofSchema } from '../proofs/proof.schema.js';
import { revisionNumberSchema } from '../revisions/revision.schema.js';
import { servedBySchema } from '../services/served-by.schema.js';
import { verificationReportSchema } from '../services/verification.schema.js';
import { productSpecSchema } from '../spec/product-spec.schema.js';

export const artifactKinds = [
  'app',
  'screenshots',
  'docs',
  'launch',
  'manifest',
  'zip',
  'proof',
] as const;
export type ArtifactKind = (typeof artifactKinds)[number];

export const artifactSchema = z.object({
  /** Path in the ZIP; for the ZIP and the proof, their file name. */
  path: z.string(),
  kind: z.enum(artifactKinds),
  mediaType: z.string(),
  size: z.number().int(),
  sha256: digestSchema,
  /** Where to get the bytes, relative to the origin. */
  url: z.string(),
});
export type Artifact = z.output<typeof artifactSchema>;

export const projectSchema = z.object({
  projectId: z.string(),
  jobId: z.string(),
  name: z.string(),
  slug: z.string(),
  tagline: z.string(),
  prompt: z.string(),
  createdAt: z.string(),
  spec: productSpecSchema,
  discovery: discoveryResultSchema,
  /** Names and versions of what the app is built with. */
  stack: z.array(z.object({ name: z.string(), version: z.string() })),
  verification: verificationReportSchema,
  screenshots: productScreenshotsSchema.default({
    images: [],
    reason: 'This kit is older than the screenshots of apps.',
  }),
  launchKit: launchKitSchema,
  hostedVideo: hostedVideoSchema,
  proof: proofSchema,
  servedBy: z.record(z.enum(stepKeys), servedBySchema),
  /** What language models cost for this revision. */
  modelUse: modelUseSchema,
  fileCount: z.number().int(),
  /** The ZIP; null through a shared link whose owner keeps the downloads. */
  download: artifactSchema.nullable(),
  /** Digest of the manifest: what the proof is about. */
  manifestDigest: digestSchema,
  /** Whether the caller owns it, or reads it through a shared link. */
  access: z.enum(['owner', 'shared']),
  /** The path of the shared link, null while it is private. Only the owner sees it. */
  sharePath: z.string().nullable(),
  /** Whether a shared link opens the ZIP, the code, the documents and the launch copy too, and not the pitch alone. */
  sharesDownloads: z.boolean(),
  /** Which of its revisions this is, and how many it has. */
  revision: z.object({ number: revisionNumberSchema, total: z.number().int() }),
});
export type Project = z.output<typeof projectSchema>;

export const projectSummarySchema = projectSchema.pick({
  projectId: true,
  jobId: true,
  name: true,
  slug: true,
  tagline: true,
  prompt: true,
  createdAt: true,
});
export type ProjectSummary = z.output<typeof projectSummarySchema>;

/**
 * `shareToken` opens a project of someone else who shared it; without it only the owner may. `revision` asks for an
 * older one, which only the owner may read; without it the current one is meant.
 */
export const projectIdInputSchema = z.object({
  projectId: z.uuid(),
  shareToken: z.string().max(64).optional(),
  revision: revisionNumberSchema.optional(),
});
export type ProjectIdInput = z.output<typeof projectIdInputSchema>;

export const projectPageSchema = z.object({
  items: z.array(projectSummarySchema),
  nextCursor: z.string().nullable(),
});
export type ProjectPage = z.output<typeof projectPageSchema>;

export const projectFileInputSchema = projectIdInputSchema.extend({
  // Postgres stores no NUL, and no file of a kit has a control character in its name.
  path: z
    .string()
    .min(1)
    .max(500)
    .regex(/^\P{Cc}+$/u),
});
export type ProjectFileInput = z.output<typeof projectFileInputSchema>;

export const projectFileSchema = z.object({
  artifact: artifactSchema,
  /** Text of the file; null where it is binary or too long to show. */
  text: z.string().nullable(),
});
export type ProjectFile = z.output<typeof projectFileSchema>;

export const shareInputSchema = z.object({
  projectId: z.uuid(),
  isShared: z.boolean(),
  /** Whether the link opens the ZIP, the code, the documents and the launch copy too. */
  includesDownloads: z.boolean().default(false),
});
export type ShareInput = z.output<typeof shareInputSchema>;
