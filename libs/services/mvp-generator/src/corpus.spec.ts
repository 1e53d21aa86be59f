import { productSpecSchema } from '@hatchr/contracts';
import { describe, expect, it } from '@jest/globals';
import { findFileProblems } from './gates/check-files.js';
import { measureFiles } from './gates/measure-files.js';
import { corpusPrompts } from './planner/corpus-prompts.fixture.js';
import { noDiscovery } from './planner/no-discovery.fixture.js';
import { planProduct } from './planner/plan-product.js';
import { writeApp } from './writer/write-app.js';

/**
 * Pieces of a sentence to look for in its app: the beginnings of its words, which survive plurals and tenses, and
 * pairs of signs where a script writes without spaces.
 */
const piecesOf = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).flatMap((word) =>
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)
      ? Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))
      : [word.slice(0, Math.max(3, word.length - 3))],
  );

describe('the corpus', () => {
  it('has at least a hundred sentences, each once', () => {
    expect(corpusPrompts.length).toBeGreaterThanOrEqual(100);
    expect(new Set(corpusPrompts).size).toBe(corpusPrompts.length);
  });

  it.each(corpusPrompts)('gives a consistent specification and whole files: %s', (prompt) => {
    const spec = planProduct(prompt, noDiscovery());
    expect(productSpecSchema.safeParse(spec).error).toBeUndefined();
    const files = writeApp(spec);
    expect(findFileProblems(files)).toEqual([]);
    expect(measureFiles(files).problems).toEqual([]);
    const said = JSON.stringify({ ...spec, prompt: '', constraints: [] }).toLowerCase();
    expect(piecesOf(prompt).filter((piece) => said.includes(piece))).not.toEqual([]);
  });
});
