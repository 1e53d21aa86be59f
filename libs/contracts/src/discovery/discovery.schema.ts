import { z } from 'zod';
import { servedBySchema } from '../services/served-by.schema.js';

/** What kind of statement a fact supports; the comparison and the pages group by it. */
export const evidenceKinds = [
  'name',
  'summary',
  'audience',
  'positioning',
  'features',
  'lacks',
  'pricing',
  'trial',
  'integrations',
  'languages',
  'technology',
] as const;

/** One traceable fact. Nothing is said of a competitor without one. */
export const evidenceSchema = z.object({
  id: z.string(),
  competitorId: z.string(),
  /** Absent in rows that were stored before kinds were. */
  kind: z.enum(evidenceKinds).optional(),
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

/** One offer of a competitor as its page states it. Nothing is converted, rounded or filled in. */
export const planSchema = z.object({
  /** null: the page prices it without naming it. */
  name: z.string().nullable(),
  /** In `currency`, for one `period` (and one `per`). null: on request, or not stated clearly. */
  amount: z.number().nonnegative().nullable(),
  /** ISO 4217. null: the page does not say which. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/u)
    .nullable(),
  /** What one `amount` pays for. */
  period: z.enum(['month', 'year', 'one_time', 'usage']).nullable(),
  /** How often it is charged, where the page says so: "8 a month, billed yearly" is `month` and `year`. */
  billed: z.enum(['month', 'year']).nullable(),
  /** What is counted: a user (seat) or, for `usage`, the unit as the page words it. null: nothing. */
  per: z.string().nullable(),
  /** "from 9 a month": the real price may be higher. */
  isFrom: z.boolean(),
  isFree: z.boolean(),
  isOnRequest: z.boolean(),
  trialDays: z.number().int().positive().nullable(),
});
export type Plan = z.output<typeof planSchema>;

/** A technology that a site was seen to use. */
export const detectedTechnologySchema = z.object({
  name: z.string(),
  category: z.string(),
  confidence: z.number().min(0).max(1),
  evidenceId: z.string(),
});

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
  /** Absent in the next three: nobody looked. Empty: looked for and not found. */
  plans: z.array(planSchema.extend({ evidenceId: z.string() })).optional(),
  integrations: z.array(z.object({ name: z.string(), evidenceId: z.string() })).optional(),
  technologies: z.array(detectedTechnologySchema).optional(),
});
export type Competitor = z.output<typeof competitorSchema>;

/** One row of the price table: the plan as stated and what it comes to in a month, in its own currency. */
export const pricePointSchema = planSchema.extend({
  competitorId: z.string(),
  /** `amount`, or a twelfth of a yearly one. null where the plan is not paid by time. */
  monthlyAmount: z.number().nonnegative().nullable(),
  evidenceId: z.string(),
});
export type PricePoint = z.output<typeof pricePointSchema>;

export const positioningAxisSchema = z.object({
  id: z.enum(['entry_price', 'breadth', 'openness', 'specialisation', 'integrations']),
  label: z.string(),
  /** Words for the two ends, 0 and 1. */
  low: z.string(),
  high: z.string(),
});

/** Competitors on two axes that the data itself spreads them on. The founder is never placed. */
export const positioningSchema = z.object({
  x: positioningAxisSchema,
  y: positioningAxisSchema,
  points: z.array(
    z.object({
      competitorId: z.string(),
      x: z.number().min(0).max(1),
      y: z.number().min(0).max(1),
      /** The values behind the place, in words: "from 12 EUR a month". */
      xValue: z.string(),
      yValue: z.string(),
      evidenceIds: z.array(z.string()),
    }),
  ),
  /** Quarters in which no placed competitor stands. */
  openAreas: z.array(
    z.object({ x: z.enum(['low', 'high']), y: z.enum(['low', 'high']), statement: z.string() }),
  ),
  /** Listed, but a value of theirs is not known. */
  notPlaced: z.array(z.string()),
});
export type Positioning = z.output<typeof positioningSchema>;

/** One way to be different, each out of a gap. */
export const angleSchema = z.object({
  id: z.string(),
  gapId: z.string(),
  title: z.string(),
  statement: z.string(),
  evidenceIds: z.array(z.string()),
});
export type Angle = z.output<typeof angleSchema>;

/** How one search provider did. */
export const providerReportSchema = z.object({
  provider: z.string(),
  /** `cached`: every answer was known from an earlier search, and nothing was sent. */
  outcome: z.enum(['answered', 'empty', 'cached', 'skipped', 'failed']),
  hits: z.number().int().nonnegative(),
  durationMs: z.number().nonnegative(),
  /** Why it was skipped or failed; null where there is nothing to explain. */
  reason: z.string().nullable(),
  /** The words that left this machine for it. */
  sent: z.array(z.string()),
});
export type ProviderReport = z.output<typeof providerReportSchema>;

/** A page that is no competitor but may name some. */
export const leadSchema = z.object({
  title: z.string(),
  url: z.url(),
  kind: z.enum([
    'comparison',
    'directory',
    'app_store',
    'forum',
    'news',
    'reference',
    'repository',
    'article',
    'product',
  ]),
  provider: z.string(),
  /** Names of products that it mentions, as written: a trail to follow, not a fact. */
  mentions: z.array(z.string()),
});
export type Lead = z.output<typeof leadSchema>;

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
      /** Id of the evidence behind a cell, by feature. Absent where the competitor's rows as a whole say it. */
      sources: z.record(z.string(), z.string()).optional(),
    }),
  ),
  /** What few or none are known to do, with the evidence behind each. */
  gaps: z.array(
    z.object({ id: z.string(), statement: z.string(), evidenceIds: z.array(z.string()) }),
  ),
  evidence: z.array(evidenceSchema),
  servedBy: servedBySchema,
  /** The rest is absent in results that were stored before it was looked for. */
  prices: z.array(pricePointSchema).optional(),
  /** null: too little is known to spread the competitors on two axes. */
  positioning: positioningSchema.nullish(),
  angles: z.array(angleSchema).optional(),
  /** What in the evidence speaks for beginning now; only where a language model read it. */
  whyNow: z.array(z.object({ statement: z.string(), evidenceIds: z.array(z.string()) })).optional(),
  providers: z.array(providerReportSchema).optional(),
  leads: z.array(leadSchema).optional(),
});
export type DiscoveryResult = z.output<typeof discoveryResultSchema>;
