import type { ObjectRequest } from '@hatchr/language-model';
import { z } from 'zod';
import type { Passage } from '../extraction/choose-passages.js';

const quotedSchema = z.object({ statement: z.string().max(300), quote: z.string().max(500) });

/** What a language model reads on the pages of one site. It has no place for another product, an address or a price. */
export const siteReadingSchema = z.object({
  summary: quotedSchema.nullable(),
  audience: quotedSchema.nullable(),
  positioning: quotedSchema.nullable(),
  features: z.array(quotedSchema).max(20),
  /** The words that state a price; the amount is read from them by our own rules. */
  prices: z
    .array(z.object({ plan: z.string().max(80).nullable(), quote: z.string().max(500) }))
    .max(10),
});
export type SiteReading = z.output<typeof siteReadingSchema>;
export type QuotedStatement = z.output<typeof quotedSchema>;

const instructions = `You read the pages of one product's website for a comparison and report what they say about that product.

Every entry carries a quote: words copied letter by letter from one single line of the pages. Never join lines, never shorten with dots, never correct spelling. A statement uses only words and numbers that stand in its own quote, in the language of the page; it adds nothing, and keeps a "no" or "without". What the pages do not say is null or left out.

- summary: one sentence on what the product does.
- audience: at most six words on whom it is for.
- positioning: one sentence on how it sets itself apart from other ways to do the job.
- features: up to 16 things that the product can do today, each a phrase of at most twelve words. No prices, slogans, customers, awards or plans for later.
- prices: up to 8 quotes that state a price with its period, each with the name of the plan where the same line or the line above gives one.

Be brief. Report nothing about any other product.`;

/** Tokens that a reading of that size takes at most. */
const maximumOutputTokens = 1800;

/** The request that has a model read one site. Each site has a call of its own, so no page can speak of another. */
export function askForReading(passages: readonly Passage[]): ObjectRequest<SiteReading> {
  return {
    task: 'extract',
    purpose: 'Read the pages of a competitor',
    instructions,
    data: passages.map(({ lines }, index) => ({
      label: `Page ${String(index + 1)} of the site, one line of it a line`,
      text: lines.join('\n'),
    })),
    maxOutputTokens: maximumOutputTokens,
    schemaName: 'site_reading',
    schema: siteReadingSchema,
    // Statements that do not hold are left out one by one; only the wrong shape is worth another call.
    repairs: 1,
  };
}
