import { z } from 'zod';
import { servedBySchema } from '../services/served-by.schema.js';

/** One traceable fact. Nothing is said of a competitor without one. */
export const evidenceSchema = z.object({
  id: z.string(),
  competitorId: z.string(),
  /** What the fact supports, in words. */
  claim: z.string(),
  source: z.enum(['catalogue', 'page', 'api']),
  url: z.url(),
  /** When the page was read, or the date the catalogue's row was last checked (ISO 8601). */
  asOf: z.string(),
  snippet: z.string().nullable(),
  /** sha256 (hex) of the snippet, so that a later reader can tell whether the page changed. */
  snippetHash: z.string().nullable(),
  confidence: z.number().min(0).max(1),
});
export type Evidence = z.output<typeof evidenceSchema>;

export const pricingModels = [
  'free',
  'freemium',
  'subscription',
  'usage',
  'one_time',
  'commission',
  'quote',
  'open_source',
] as const;

export const competitorSchema = z.object({
  id: z.string(),
  name: z.string(),
  url: z.url(),
  domain: z.string(),
  summary: z.string(),
  /** null: not known. Never guessed. */
  audience: z.string().nullable(),
  category: z.string(),
  /** Ids of rows in `DiscoveryResult.features`. */
  featureIds: z.array(z.string()),
  pricingModel: z.enum(pricingModels).nullable(),
  /** 0 to 1: how near it is to the idea. */
  relevance: z.number().min(0).max(1),
  /** Why it is listed, in words a founder understands. */
  reasons: z.array(z.string()),
  evidenceIds: z.array(z.string()),
});
export type Competitor = z.output<typeof competitorSchema>;

export const discoveryResultSchema = z.object({
  /** `none_known`: nothing close enough is known, which is said rather than filled in. */
  outcome: z.enum(['found', 'none_known']),
  /** One sentence for the page. */
  statement: z.string(),
  /** Words the search was made of. */
  queries: z.array(z.string()),
  categories: z.array(z.string()),
  competitors: z.array(competitorSchema),
  features: z.array(z.object({ id: z.string(), label: z.string() })),
  /** Competitor by feature. `unknown` is not `no`. */
  matrix: z.array(
    z.object({
      competitorId: z.string(),
      cells: z.record(z.string(), z.enum(['yes', 'no', 'unknown'])),
    }),
  ),
  /** What few or none are known to do, with the evidence behind each. */
  gaps: z.array(
    z.object({ id: z.string(), statement: z.string(), evidenceIds: z.array(z.string()) }),
  ),
  evidence: z.array(evidenceSchema),
  servedBy: servedBySchema,
});
export type DiscoveryResult = z.output<typeof discoveryResultSchema>;
