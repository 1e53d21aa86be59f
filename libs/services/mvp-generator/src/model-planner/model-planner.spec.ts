import { describe, expect, it } from '@jest/globals';
import { productSpecSchema, type DiscoveryResult } from '@hatchr/contracts';
import { corpusPrompts } from '../planner/corpus-prompts.fixture.js';
import { noDiscovery } from '../planner/no-discovery.fixture.js';
import { planProduct } from '../planner/plan-product.js';
import { readPrompt } from '../planner/read-prompt.js';
import { featureLibrary } from '../features/feature-library.js';
import { naturalSpecs } from '../features/natural-specs.fixture.js';
import { checkDraft } from './check-draft.js';
import { draftOfSpec } from './draft-of-spec.js';
import { draftSchema, type Draft } from './draft.schema.js';
import type { DraftSource } from './draft-source.js';
import { featureKinds } from './feature-needs.js';
import { canBind } from './fit-feature.js';
import { mergeDraft } from './merge-draft.js';

function sourceOf(prompt: string, discovery: DiscoveryResult = noDiscovery()): DraftSource {
  const embedded = planProduct(prompt, discovery);
  return { prompt, discovery, embedded, reading: readPrompt(prompt) };
}

const bees = 'Beekeeping journal: hives, inspections, harvests and treatments';

describe('a plan merged with an answer', () => {
  it.each(corpusPrompts.filter((_, index) => index % 7 === 3))(
    'is the embedded plan where nothing was answered: %s',
    (prompt) => {
      const source = sourceOf(prompt);
      expect(mergeDraft({}, source).spec).toEqual(source.embedded);
    },
  );

  it.each(corpusPrompts.filter((_, index) => index % 7 === 3))(
    'keeps what an answer of the same plan says, and finds nothing wrong with it: %s',
    (prompt) => {
      const source = sourceOf(prompt);
      const draft = draftOfSpec(source.embedded);
      expect(draftSchema.safeParse(draft).error).toBeUndefined();
      const structural = /^(?:entities|feature:|publicPage|assistant|flows\.\d+\.checks)/u;
      expect(checkDraft(draft, source).filter((problem) => structural.test(problem))).toEqual([]);
      const { spec } = mergeDraft(draft, source);
      const shapeOf = ({ entities }: typeof spec) =>
        entities.map(({ name, plural, fields }) => [
          name,
          plural,
          fields.map((field) => field.name),
        ]);
      expect(shapeOf(spec)).toEqual(shapeOf(source.embedded));
      expect(spec.feature.kind).toBe(source.embedded.feature.kind);
    },
  );
});

describe('the kinds of feature that a model may choose', () => {
  it('are those of the library', () => {
    expect([...featureKinds].sort()).toEqual(featureLibrary.map(({ kind }) => kind).sort());
  });

  it.each([...naturalSpecs()])('%s is kept on an entity that carries it', (kind, spec) => {
    expect(canBind(spec, kind, spec.feature.entity)).toBe(true);
  });
});

const change = (draft: Draft, changes: Partial<Draft>): Draft => ({ ...draft, ...changes });

describe('checking an answer', () => {
  const source = sourceOf(bees);
  const draft = draftOfSpec(source.embedded);
  const [first, ...others] = draft.entities;
  if (!first) throw new Error('A plan has an entity.');
  const withField = (field: Partial<Draft['entities'][number]['fields'][number]>) =>
    change(draft, {
      entities: [
        {
          ...first,
          fields: [
            ...first.fields,
            {
              name: 'extra',
              label: 'Extra',
              type: 'text',
              required: false,
              values: null,
              target: null,
              min: null,
              max: null,
              default: null,
              hint: null,
              ...field,
            },
          ],
        },
        ...others,
      ],
    });

  it.each<[string, Draft, RegExp]>([
    [
      'a reserved plural',
      change(draft, { entities: [{ ...first, plural: 'Settings' }, ...others] }),
      /entities\.0\.plural: "Settings" is a page/u,
    ],
    [
      'a reserved column',
      withField({ name: 'user_id' }),
      /user_id" is a column that every row has/u,
    ],
    [
      'a relation to nothing',
      withField({ type: 'relation', target: 'moon' }),
      /there is no entity "moon"/u,
    ],
    ['a choice of one', withField({ type: 'enum', values: ['One'] }), /two values or more/u],
    [
      'an invented price',
      change(draft, { tagline: 'All hives for $9 a month' }),
      /tagline: "\$9" is a price/u,
    ],
    [
      'invented customers',
      change(draft, { summary: 'Trusted by 500 teams of beekeepers.' }),
      /summary: "Trusted by" speaks of customers/u,
    ],
    [
      'evidence that is not there',
      change(draft, { positioning: [{ claim: 'Better.', evidenceIds: ['e9'] }] }),
      /no evidence "e9"/u,
    ],
    [
      'a feature without its fields',
      change(draft, { feature: { ...draft.feature, kind: 'auction_bids' } }),
      /feature: auction_bids cannot work on/u,
    ],
    [
      'a check that nothing can test',
      change(draft, {
        flows: [
          {
            name: 'A',
            actor: 'B',
            steps: ['C'],
            checks: [{ kind: 'changed', entity: first.name, field: 'moon' }],
          },
        ],
      }),
      /flows\.0\.checks\.0: no test of kind changed/u,
    ],
  ])('names %s', (_what, wrong, words) => {
    expect(checkDraft(wrong, source).join('\n')).toMatch(words);
    const { spec } = mergeDraft(wrong, source);
    expect(productSpecSchema.safeParse(spec).error).toBeUndefined();
    expect(JSON.stringify(spec)).not.toMatch(/\$9|Trusted by/u);
  });

  it('lets a price stand that the sentence states, and takes its plan from there', () => {
    const stated = sourceOf('Beekeeping journal for $9/month');
    const answer = change(draftOfSpec(stated.embedded), { tagline: 'All hives for $9 a month' });
    expect(checkDraft(answer, stated).filter((problem) => problem.startsWith('tagline'))).toEqual(
      [],
    );
    expect(mergeDraft(answer, stated).spec.pricing).toMatchObject({
      source: 'prompt',
      plans: [{ amount: 900 }],
    });
  });
});
