import { describe, expect, it } from '@jest/globals';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import ts from 'typescript';
import {
  markdownText,
  sqlComment,
  sqlName,
  sqlString,
  tsLiteral,
  tsString,
} from './escape-text.js';

const evaluate = (code: string): unknown => runInNewContext(`(${code})`);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom("'", '"', '`', '\\', '$', '{', '}', '\n', '\u2028', '*', '/', '<', '-'),
  }),
);

describe('TypeScript literals', () => {
  it('read back as the same text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(evaluate(tsString(text))).toBe(text);
      }),
    );
  });
  it('read back as the same data, and stay one expression for the compiler', () => {
    const data = fc.dictionary(
      fc.constantFrom('a', 'b-c', "d'e", 'type'),
      fc.oneof(anyText, fc.boolean(), fc.integer(), fc.array(anyText)),
    );
    fc.assert(
      fc.property(data, (value) => {
        const code = tsLiteral(value);
        expect(JSON.stringify(evaluate(code))).toBe(JSON.stringify(value));
        expect(
          ts.transpileModule(`const x = ${code};`, { reportDiagnostics: true }).diagnostics,
        ).toEqual([]);
      }),
    );
  });
});

describe('SQL text', () => {
  it('cannot end its literal, identifier or comment', () => {
    expect(sqlString("it's; drop table x; --")).toBe("'it''s; drop table x; --'");
    expect(sqlString('a\0b')).toBe("'ab'");
    expect(sqlName('a"b')).toBe('"a""b"');
    expect(sqlComment('one\ntwo\r\nthree')).toBe('-- one two three');
  });
});

describe('Markdown text', () => {
  it('shows markup as characters and stays on one line', () => {
    expect(markdownText('# a\n<b> [c](d) | `e`')).toBe('\\# a \\<b\\> \\[c\\]\\(d\\) \\| \\`e\\`');
  });
});
