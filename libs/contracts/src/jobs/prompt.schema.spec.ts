import { describe, expect, it } from '@jest/globals';
import { promptSchema } from './prompt.schema.js';

const refusalOf = (text: unknown): string | undefined =>
  promptSchema.safeParse(text).error?.issues[0]?.message;

describe('promptSchema', () => {
  it('trims and keeps any script, line breaks included', () => {
    expect(promptSchema.parse('  フリーランサー向けAI予約ツール \n')).toBe(
      'フリーランサー向けAI予約ツール',
    );
    expect(promptSchema.parse('أداة جدولة\nللمستقلين')).toBe('أداة جدولة\nللمستقلين');
  });

  it('counts code points, so 2,000 emoji are allowed and one more is not', () => {
    expect(promptSchema.parse('🐣'.repeat(2000))).toHaveLength(4000);
    expect(refusalOf('🐣'.repeat(2001))).toBe('prompt.too_long');
  });

  it('refuses what is too short once trimmed', () => {
    expect(refusalOf('  ab  ')).toBe('prompt.too_short');
    expect(promptSchema.parse('abc')).toBe('abc');
  });

  it.each([
    'bell\u0007 ringer',
    'null\u0000byte',
    'hidden \u202e txt',
    'half \ud83d pair',
    'c1 \u0085 control',
  ])('refuses invisible characters in %j', (text) => {
    expect(refusalOf(text)).toBe('prompt.control_characters');
  });

  it('refuses a megabyte before looking at it', () => {
    expect(refusalOf('a'.repeat(1_000_000))).toBe('prompt.too_long');
  });

  it('refuses what is not text', () => {
    expect(promptSchema.safeParse(42).success).toBe(false);
    expect(promptSchema.safeParse(undefined).success).toBe(false);
  });
});
