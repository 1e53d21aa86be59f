import { describe, expect, it } from '@jest/globals';
import { productSpecSchema } from '@hatchr/contracts';
import { chooseFeature } from '../../features/feature-library.js';
import { buildAppModel } from '../../model/app-model.js';
import { contrast } from '../../writer/brand-colours.js';
import { chooseBlocks } from '../choose-blocks.js';
import { noDiscovery } from '../no-discovery.fixture.js';
import { planProduct } from '../plan-product.js';
import { readPrompt } from '../read-prompt.js';
import { fieldSentences } from './field-sentences.fixture.js';
import { groupedSentences } from './grouped-sentences.fixture.js';
import { communityBlocks } from './community-blocks.js';
import { hobbyBlocks } from './hobby-blocks.js';
import { domainBlocks } from './index.js';
import { placeBlocks } from './place-blocks.js';
import { researchBlocks } from './research-blocks.js';
import { tradeBlocks } from './trade-blocks.js';
import { viewNeeds } from './view-needs.fixture.js';

const blocks = [
  ...tradeBlocks,
  ...placeBlocks,
  ...hobbyBlocks,
  ...communityBlocks,
  ...researchBlocks,
];
const entityNames = ({ entities }: (typeof blocks)[number]): string[] =>
  entities.map(({ name }) => name);

const sentences = [...groupedSentences, ...fieldSentences];

describe('grouped blocks', () => {
  it.each(sentences)('chooses %s first for “%s” and builds its own feature', (id, prompt) => {
    const block = chooseBlocks(readPrompt(prompt))[0]?.block;
    expect(block?.id).toBe(id);
    const spec = planProduct(prompt, noDiscovery());
    expect(productSpecSchema.safeParse(spec).error).toBeUndefined();
    expect(chooseFeature(buildAppModel(spec)).feature.kind).toBe(block?.feature.kind);
  });

  it.each(blocks.map((block) => [block.id, block] as const))(
    'knows %s from two sentences and keeps its parts inside',
    (id, block) => {
      expect(sentences.filter(([other]) => other === id).length).toBeGreaterThanOrEqual(2);
      const names = entityNames(block);
      const plurals = block.entities.map(({ plural }) => plural);
      expect(new Set([...names, ...plurals]).size).toBe(names.length * 2);
      const used = [
        ...block.entities.flatMap(({ fields }) => fields.flatMap(({ target }) => target ?? [])),
        block.feature.entity,
        ...(block.publicPage ? [block.publicPage.entity] : []),
        ...(block.assistant ? [block.assistant.entity] : []),
      ];
      expect(used.filter((name) => !names.includes(name))).toEqual([]);
    },
  );

  it.each(blocks.map((block) => [block.id, block] as const))(
    'gives each entity of %s a view that its fields can fill, and believable titles',
    (_, block) => {
      for (const { name, view, titleField, fields, sampleTitles } of block.entities) {
        const types = fields.map(({ type }) => type);
        const missing = viewNeeds[view].filter((type) => !types.some((other) => other === type));
        const title = fields.find((field) => field.name === titleField);
        const isPerson = types.includes('phone') || types.includes('email');
        const isNamed = title?.type === 'relation' || isPerson || view === 'thread';
        const hasTitles = isNamed || (sampleTitles ?? []).length >= 6;
        expect({ name, missing, hasTitle: title !== undefined, hasTitles }).toEqual({
          name,
          missing: [],
          hasTitle: true,
          hasTitles: true,
        });
        expect(new Set(fields.map((field) => field.name)).size).toBe(fields.length);
      }
    },
  );

  it('gives every block of the library its own set of entities', () => {
    const sets = domainBlocks.map((block) => entityNames(block).sort().join(' '));
    expect(sets.filter((set, index) => sets.indexOf(set) !== index)).toEqual([]);
  });

  it('gives every block primaries of its own that carry white text', () => {
    const primaries = domainBlocks.map(({ brand }) => brand.primary);
    for (const { brand } of blocks) {
      expect(primaries.filter((primary) => primary === brand.primary)).toEqual([brand.primary]);
      expect(contrast(brand.primary, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    }
  });
});
