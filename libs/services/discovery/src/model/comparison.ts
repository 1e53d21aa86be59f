import type { DiscoveryResult, Evidence } from '@hatchr/contracts';
import type { ObjectRequest } from '@hatchr/language-model';
import { z } from 'zod';
import type { Idea } from '../ranking/read-idea.js';
import type { FoundCompetitor } from '../sources/competitor-source.port.js';

const idSchema = z.string().max(120);
const idsSchema = z.array(idSchema).max(12);

/** What a language model makes of the evidence; each part cites the rows that it rests on. */
export const comparisonSchema = z.object({
  gaps: z.array(z.object({ need: z.string().max(120), evidenceIds: idsSchema })).max(6),
  angles: z
    .array(
      z.object({
        gap: idSchema,
        title: z.string().max(120),
        advice: z.string().max(400),
        evidenceIds: idsSchema,
      }),
    )
    .max(5),
  whyNow: z.array(z.object({ statement: z.string().max(400), evidenceIds: idsSchema })).max(5),
});
export type Comparison = z.output<typeof comparisonSchema>;

const instructions = `You compare competitors for a founder, from rows of evidence alone. Write plain English. Every entry cites in evidenceIds the ids of the rows that it rests on, at least one, copied exactly.

- gaps: up to 3 things that the founder's idea needs and that no row of any competitor mentions. "need" is two to six words, out of words of the idea and of the rows, without a name.
- angles: up to 3 ways to be different. "gap" is the id of a listed gap, or new.1, new.2, new.3 for your own in their order. "title" is at most 60 characters; "advice" is one sentence on what to build or say first.
- whyNow: up to 2 sentences on what in the rows speaks for beginning now.

State nothing that the cited rows do not say: no numbers, names, customers, market sizes or dates from elsewhere, no quotations, and nothing about all, most or none of the products. Leave a list empty rather than fill it.`;

/** Rows of one competitor that are shown, by kind: enough to compare, and a bounded number of tokens. */
const shownRows: Partial<Record<NonNullable<Evidence['kind']>, number>> = {
  ...{ summary: 1, audience: 1, positioning: 1, features: 10, lacks: 3, pricing: 3, trial: 1 },
};
const maximumSnippet = 160;
const maximumOutputTokens = 1500;

const kindOf = ({ id, kind }: Evidence): string => kind ?? id.slice(id.lastIndexOf('.') + 1);

/** The rows that the model may cite. */
export function chooseRows(found: readonly FoundCompetitor[]): Evidence[] {
  return found.flatMap(({ evidence }) => {
    const counts = new Map<string, number>();
    return evidence.filter((row) => {
      const kind = kindOf(row);
      const shown = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, shown);
      return shown <= (shownRows[kind as keyof typeof shownRows] ?? 0);
    });
  });
}

/** The request that has a model compare what was found. */
export function askForComparison(
  idea: Idea,
  found: readonly FoundCompetitor[],
  gaps: DiscoveryResult['gaps'],
): ObjectRequest<Comparison> {
  const names = new Map(found.map(({ competitor }) => [competitor.id, competitor.name]));
  const rows = chooseRows(found).map((row) =>
    JSON.stringify({
      id: row.id,
      competitor: names.get(row.competitorId),
      kind: kindOf(row),
      says: row.snippet?.slice(0, maximumSnippet) ?? null,
    }),
  );
  return {
    task: 'plan',
    purpose: 'Compare the competitors',
    instructions,
    data: [
      { label: 'The founder’s sentence', text: idea.original },
      { label: 'Rows of evidence, one a line', text: rows.join('\n') },
      {
        label: 'Gaps that are known, one a line',
        text: gaps.map(({ id, statement }) => JSON.stringify({ id, statement })).join('\n'),
      },
    ],
    maxOutputTokens: maximumOutputTokens,
    schemaName: 'comparison',
    schema: comparisonSchema,
    repairs: 1,
  };
}
