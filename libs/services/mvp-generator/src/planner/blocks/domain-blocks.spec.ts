import { describe, expect, it } from '@jest/globals';
import { chooseBlocks } from '../choose-blocks.js';
import { noDiscovery } from '../no-discovery.fixture.js';
import { planProduct } from '../plan-product.js';
import { readPrompt } from '../read-prompt.js';
import { domainBlocks } from './index.js';

describe('domainBlocks', () => {
  it.each([
    ['lending', 'A tool library for our street'],
    ['lending', 'Lending board games between neighbours, with return dates'],
    ['flashcards', 'Flashcards for medical students'],
    ['flashcards', 'Learn Portuguese words with spaced repetition'],
    ['sports_league', 'Fixtures and standings for an amateur football league'],
    ['sports_league', 'A table tennis tournament with scores'],
    ['time_tracking', 'Time tracking for freelance designers'],
    ['time_tracking', 'Timesheets and billable hours for consultants'],
    ['expiry', 'Cut food waste in a hotel kitchen'],
    ['expiry', 'Keep an eye on the shelf life of yoghurt in a shop'],
    ['shift_planning', 'A rota for care homes'],
    ['shift_planning', 'Shift planning for cafe staff'],
  ])('chooses %s first for “%s” and plans a valid product with its feature', (id, prompt) => {
    const block = chooseBlocks(readPrompt(prompt))[0]?.block;
    expect(block?.id).toBe(id);
    expect(planProduct(prompt, noDiscovery()).feature.kind).toBe(block?.feature.kind);
  });

  it.each(domainBlocks.map((block) => [block.id, block] as const))(
    'keeps the entities of %s apart and its relations inside',
    (_, block) => {
      const names = block.entities.map((entity) => entity.name);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toContain(block.feature.entity);
      const targets = block.entities.flatMap((entity) =>
        entity.fields.flatMap((field) => (field.type === 'relation' ? [field.target] : [])),
      );
      expect(targets.filter((target) => !names.includes(target ?? ''))).toEqual([]);
    },
  );
});
