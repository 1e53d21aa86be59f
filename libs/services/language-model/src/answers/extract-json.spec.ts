import { describe, expect, it } from '@jest/globals';
import { extractJson } from './extract-json.js';

const json = '{"name":"a \\"}\\" b","list":[{"x":1}]}';

describe('extractJson', () => {
  it.each([
    ['JSON alone', json],
    ['a code fence', `\`\`\`json\n${json}\n\`\`\``],
    ['a greeting and a farewell', `Sure! Here it is:\n${json}\nAnything else?`],
    ['braces and brackets in words before it', `For {name} in [1] I chose: ${json}`],
    ['thoughts before it', `<think>Perhaps {"name":"no"}?</think>\n${json}`],
  ])('finds it in %s', (_, answer) => {
    expect(extractJson(answer)).toBe(json);
  });

  it.each([
    ['words', 'I would rather not.'],
    ['a cut object', '{"name":"a'],
    ['objects that are not JSON', '{a} {b}'],
    ['nothing', ''],
  ])('gives back what has none: %s', (_, answer) => {
    expect(extractJson(answer)).toBe(answer);
  });

  it('reads a megabyte of braces only once', () => {
    const answer = '{'.repeat(1_000_000);
    expect(extractJson(answer)).toBe(answer);
    expect(extractJson('{}x'.repeat(300_000))).toBe('{}');
    expect(extractJson('{x}'.repeat(300_000))).toHaveLength(900_000);
  });
});
