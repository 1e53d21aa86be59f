import { describe, expect, it } from '@jest/globals';
import { productSpecSchema } from '@hatchr/contracts';
import ts from 'typescript';
import { findFileProblems } from '../gates/check-files.js';
import { domainBlocks } from '../planner/blocks/index.js';
import { buildAppModel } from '../model/app-model.js';
import { writeApp } from '../writer/write-app.js';
import { chooseFeature, featureLibrary } from './feature-library.js';
import { naturalSpecs } from './natural-specs.fixture.js';

const specs = naturalSpecs();

describe('featureLibrary', () => {
  it('has at least forty kinds, each once, and a natural spec for every one', () => {
    const kinds = featureLibrary.map((feature) => feature.kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(kinds.length).toBeGreaterThanOrEqual(40);
    expect([...specs.keys()].sort()).toEqual([...kinds].sort());
  });

  it('has no kind that is the feature of no domain', () => {
    const used = new Set(domainBlocks.map(({ feature }) => feature.kind));
    expect(featureLibrary.map(({ kind }) => kind).filter((kind) => !used.has(kind))).toEqual([]);
  });

  it.each([...specs])(
    'binds %s to its natural entity and writes code that parses',
    (kind, spec) => {
      expect(productSpecSchema.safeParse(spec).error).toBeUndefined();
      const { feature } = chooseFeature(buildAppModel(spec));
      expect(feature.kind).toBe(kind);
      const files = writeApp(spec);
      expect(findFileProblems(files)).toEqual([]);
      const written = files.filter((file) => file.path.startsWith('src/features/'));
      expect(written.map((file) => file.path)).toContain(`src/features/${feature.fileName}.ts`);
      for (const { path, content } of written) {
        const { diagnostics } = ts.transpileModule(String(content), {
          reportDiagnostics: true,
          fileName: path,
        });
        expect(diagnostics).toEqual([]);
      }
    },
  );

  it('gives buttons only to features that can answer them', () => {
    for (const [kind, spec] of specs) {
      const paths = writeApp(spec).map((file) => file.path);
      const { binding } = chooseFeature(buildAppModel(spec));
      expect([kind, paths.includes('src/features/run-feature-action.ts')]).toEqual([
        kind,
        binding.action !== undefined,
      ]);
    }
  });

  it('binds none of the features that need more to an entity with nothing but a name', () => {
    const bare = specs.get('attention_digest');
    if (!bare) throw new Error('The digest has a natural spec.');
    const entity = bare.entities[0];
    if (!entity) throw new Error('A valid spec has an entity.');
    const spec = { ...bare, entities: [{ ...entity, fields: entity.fields.slice(0, 1) }] };
    const model = buildAppModel(spec);
    const bound = featureLibrary.filter((feature) =>
      model.entities.some((item) => feature.bind(item, model) !== null),
    );
    expect(bound.map((feature) => feature.kind)).toEqual(['attention_digest', 'duplicate_check']);
  });
});
