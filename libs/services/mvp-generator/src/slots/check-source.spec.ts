import { describe, expect, it } from '@jest/globals';
import { buildAppModel } from '../model/app-model.js';
import { noDiscovery } from '../planner/no-discovery.fixture.js';
import { planProduct } from '../planner/plan-product.js';
import { goodRule, goodSection, hostileCode } from '../testing/slot-behaviours.js';
import { checkSource } from './check-source.js';
import { slotsOf } from './fill-slots.js';
import { readSource } from './read-source.js';

const spec = planProduct('Beekeeping journal: hives, inspections, harvests', noDiscovery());
const [rule, section] = slotsOf(buildAppModel(spec));
if (!rule || !section) throw new Error('An app has two slots.');

const behaviours = hostileCode('http://127.0.0.1:9/canary', '/root/secret');

describe('checking the source of a slot', () => {
  it('lets honest code through', async () => {
    expect(await checkSource(goodRule, rule)).toEqual([]);
    expect(await checkSource(goodSection, section)).toEqual([]);
  });

  it.each(behaviours.filter(({ isWellFormed }) => !isWellFormed))(
    'refuses $name, before anything runs',
    async ({ rule: ruleSource, section: sectionSource }) => {
      expect(await checkSource(ruleSource, rule)).not.toEqual([]);
      expect(await checkSource(sectionSource, section)).not.toEqual([]);
    },
  );

  it.each(behaviours.filter(({ isWellFormed }) => isWellFormed))(
    'leaves $name to the contained process',
    async ({ rule: ruleSource, section: sectionSource }) => {
      expect(await checkSource(ruleSource, rule)).toEqual([]);
      expect(await checkSource(sectionSource, section)).toEqual([]);
    },
  );

  it.each([
    'class Row {}',
    'async function wait() { await 1; }',
    'function* all() { yield 1; }',
    'const text = String.raw`x`;',
    'try { x(); } catch { y(); }',
    'throw new Error("x");',
    'delete rows.at(0);',
    'const now = Date.now();',
    'const day = new Date();',
    'const luck = Math.random();',
    'label: for (;;) break label;',
    'const slow = /(a+)+$/;',
    'const spread = Object.assign({}, rows);',
    'enum Kind { One }',
    'namespace Own {}',
    'declare const process: { env: unknown };',
    'export default 1;',
    "export * from 'node:fs';",
    "import fs = require('fs');",
    'const meta = import.meta.url;',
    'const members = rows[today];',
    'with (rows) { today; }',
    'debugger;',
  ])('knows of no use for %s', async (statement) => {
    expect(await checkSource(`${goodRule}\n${statement}\n`, rule)).not.toEqual([]);
  });
});

describe('reading the source of an answer', () => {
  it('takes the first fence, or all of it', () => {
    expect(readSource('Here:\n```ts\nconst a = 1;\n```\nDone.')).toBe('const a = 1;\n');
    expect(readSource('const a = 1;\r\n')).toBe('const a = 1;\n');
  });
});
