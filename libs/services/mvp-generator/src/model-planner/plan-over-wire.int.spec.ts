import { describe, expect, it } from '@jest/globals';
import { silentStepContext } from '@hatchr/contracts';
import { startModelServer, stepModelOver } from '@hatchr/language-model/testing';
import { noDiscovery } from '../planner/no-discovery.fixture.js';
import { richDraft } from '../testing/rich-draft.js';
import { richIdeas } from '../testing/rich-ideas.js';
import { makePlan } from './make-plan.js';

const idea = richIdeas[5];
if (!idea) throw new Error('There are rich ideas.');
const good = richDraft(idea, noDiscovery());

// The real clients against servers that hold the schema to the rules of the strict modes.
describe.each(['openai', 'openai_compatible', 'anthropic'] as const)(
  'a plan over the wire of %s',
  (protocol) => {
    const planOver = async (answers: unknown[]) => {
      let turn = 0;
      const server = await startModelServer({
        protocol,
        answer: () => ({ json: answers[Math.min(turn++, answers.length - 1)] }),
      });
      try {
        const model = stepModelOver(server);
        const request = { prompt: idea.prompt, discovery: noDiscovery(), model };
        const plan = await makePlan(request, silentStepContext());
        return { ...plan, asked: server.requests.length };
      } finally {
        await server.close();
      }
    };

    it('is asked for once, with a schema that the provider takes', async () => {
      const { spec, servedBy, asked } = await planOver([good]);
      expect(asked).toBe(1);
      expect(servedBy.mode).toBe('live');
      expect(spec.name).toBe(idea.name);
    });

    it('is asked for again with what is wrong', async () => {
      const { spec, asked } = await planOver([{ ...good, tagline: 'Only $9 a month' }, good]);
      expect(asked).toBe(2);
      expect(spec.tagline).toBe(idea.tagline);
    });
  },
);
