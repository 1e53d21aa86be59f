import { describe, expect, it } from '@jest/globals';
import { fitText, isRightToLeft, type MeasureText } from './fit-text.js';

/** Every character is one em wide. */
const square: MeasureText = (text) => Array.from(text).length;

// At size 72 this box takes ten characters a line and, with a leading of 1, three lines.
const box = {
  w: 10.06,
  h: 3,
  size: 72,
  minSize: 72,
  weight: 400,
  leading: 1,
  tracking: 0,
  paragraphGap: 0,
} as const;

describe('fitting text', () => {
  it('breaks between words', () => {
    expect(fitText({ ...box, text: 'one two three four' }, square).lines).toEqual([
      'one two',
      'three four',
    ]);
  });

  it('lowers the size until the text fits', () => {
    const fit = fitText(
      { ...box, text: 'one two three four five six seven eight', minSize: 20 },
      square,
    );
    expect(fit.isCut).toBe(false);
    expect(fit.size).toBeLessThan(72);
    expect(fit.lines.join(' ')).toBe('one two three four five six seven eight');
  });

  it('prefers smaller type to a broken word', () => {
    const fit = fitText({ ...box, text: 'abcdefghijkl', minSize: 20 }, square);
    expect(fit.lines).toEqual(['abcdefghijkl']);
  });

  it('breaks a word that is far too long for the line', () => {
    expect(fitText({ ...box, text: 'abcdefghijklmnopqrstuvwxyz' }, square).lines).toEqual([
      'abcdefghij',
      'klmnopqrst',
      'uvwxyz',
    ]);
  });

  it('ends in an ellipsis where the text does not fit at the lowest size', () => {
    const fit = fitText({ ...box, text: 'aaaa bbbb cccc dddd eeee ffff gggg hhhh' }, square);
    expect(fit.isCut).toBe(true);
    expect(fit.lines).toHaveLength(3);
    expect(fit.lines.at(-1)).toBe('eeee ffff…');
  });

  it('breaks Japanese between characters and keeps a full stop with what it ends', () => {
    const fit = fitText({ ...box, text: '電話に出られない時でも。予約を' }, square);
    expect(fit.lines.every((line) => !line.startsWith('。'))).toBe(true);
    expect(fit.lines.join('')).toBe('電話に出られない時でも。予約を');
  });

  it('keeps paragraphs apart and counts the gap between them', () => {
    expect(fitText({ ...box, text: 'one\ntwo' }, square)).toMatchObject({
      lines: ['one', 'two'],
      breaks: [0],
    });
    expect(fitText({ ...box, text: 'one\ntwo\nthree', paragraphGap: 10 }, square).isCut).toBe(true);
  });

  it('never splits an emoji', () => {
    const family = '👩‍👩‍👧';
    const { lines } = fitText({ ...box, w: 1, h: 99, text: family.repeat(3) }, square);
    expect(lines.filter(Boolean).every((line) => line === family)).toBe(true);
  });
});

describe('the direction of a text', () => {
  it('follows its first letter', () => {
    expect(isRightToLeft('“مرحبا”')).toBe(true);
    expect(isRightToLeft('Hello مرحبا')).toBe(false);
    expect(isRightToLeft('123')).toBe(false);
  });
});
