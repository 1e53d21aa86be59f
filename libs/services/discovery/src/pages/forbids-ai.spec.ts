import { describe, expect, it } from '@jest/globals';
import { forbidsAi } from './forbids-ai.js';

const header = (value: string) => forbidsAi({ 'x-robots-tag': value }, '<p>text</p>');
const page = (html: string) => forbidsAi({}, html);

describe('forbidsAi', () => {
  it.each([
    'noai',
    'noindex, noai',
    'NoAI, noimageai',
    'hatchrbot: noai',
    'HatchrBot: nofollow, noai',
  ])('obeys the header %s', (value) => {
    expect(header(value)).toBe(true);
  });

  it.each([
    '',
    'noindex',
    'noimageai',
    'otherbot: noai',
    'otherbot: noindex, noai',
    'max-snippet: 10',
  ])('reads nothing into the header %s', (value) => {
    expect(header(value)).toBe(false);
  });

  it('obeys the meta element, to all or to this bot', () => {
    expect(page('<meta name="robots" content="noai, noimageai">')).toBe(true);
    expect(page('<META NAME="HatchrBot" CONTENT="NOAI">')).toBe(true);
    expect(page('<meta name="otherbot" content="noai">')).toBe(false);
    expect(page('<meta name="description" content="noai">')).toBe(false);
    expect(page('<p>The meta element noai is new.</p>')).toBe(false);
  });
});
