import { describe, expect, it } from '@jest/globals';
import type { ProductSpec } from '@hatchr/contracts';
import { checkDraft } from '../model-planner/check-draft.js';
import { draftSchema } from '../model-planner/draft.schema.js';
import { mergeDraft } from '../model-planner/merge-draft.js';
import { noDiscovery } from '../planner/no-discovery.fixture.js';
import { planProduct } from '../planner/plan-product.js';
import { readPrompt } from '../planner/read-prompt.js';
import { findFileProblems } from '../gates/check-files.js';
import { writeApp } from '../writer/write-app.js';
import { richDraft } from './rich-draft.js';
import { richIdeas } from './rich-ideas.js';

const fieldsIn = ({ entities }: ProductSpec): number =>
  entities.reduce((sum, { fields }) => sum + fields.length, 0);

describe('a rich answer', () => {
  it('is there for twenty sentences', () => {
    expect(new Set(richIdeas.map(({ prompt }) => prompt)).size).toBe(20);
  });

  it.each(richIdeas.map((idea) => [idea.prompt, idea] as const))(
    'passes the checks as a whole and makes more of it: %s',
    (prompt, idea) => {
      const discovery = noDiscovery();
      const embedded = planProduct(prompt, discovery);
      const source = { prompt, discovery, embedded, reading: readPrompt(prompt) };
      const draft = richDraft(idea, discovery);
      expect(draftSchema.safeParse(draft).error).toBeUndefined();
      expect(checkDraft(draft, source)).toEqual([]);
      const { spec } = mergeDraft(draft, source);
      expect(spec.entities.length).toBeGreaterThan(embedded.entities.length);
      expect(fieldsIn(spec)).toBeGreaterThan(fieldsIn(embedded));
      expect(spec.flows.length).toBeGreaterThan(embedded.flows.length);
      expect(spec).toMatchObject({
        name: idea.name,
        tagline: idea.tagline,
        summary: idea.summary,
        problem: idea.problem,
        landing: { highlightsTitle: idea.highlightsTitle },
      });
      expect(findFileProblems(writeApp(spec))).toEqual([]);
    },
  );
});
