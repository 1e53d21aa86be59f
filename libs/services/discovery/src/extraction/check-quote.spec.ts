import { describe, expect, it } from '@jest/globals';
import type { Passage } from './choose-passages.js';
import { findForeignNumbers, findQuote, restsOn } from './check-quote.js';

const passage: Passage = {
  ...{ url: 'http://a.test/', fetchedAt: '2026-01-01T00:00:00.000Z', language: 'en' },
  ...{ host: 'a.test', currencies: [] },
  lines: [
    'Plan shifts and swap them.',
    'No card is needed. Reminders go out 24 hours before, in 3 languages.',
    'Termine ohne Anruf vereinbaren',
    '予約をオンラインで受け付けます',
  ],
};
const quote = (text: string) => {
  const found = findQuote(text, [passage]);
  if (!found) throw new Error(`“${text}” stands nowhere.`);
  return found;
};

describe('a quote', () => {
  it('stands on a page only letter by letter, by whole words and within one line', () => {
    expect(findQuote('swap  them', [passage])?.place).toBe(0);
    for (const text of ['swap Them', 'hift', 'swap them. No card', 'swap … them', 'Re', ''])
      expect(findQuote(text, [passage])).toBeNull();
  });

  it('is known with its sentence', () => {
    expect(quote('Reminders go out').sentence).toBe(
      'Reminders go out 24 hours before, in 3 languages.',
    );
    expect(quote('card is needed').sentence).toBe('No card is needed.');
  });
});

describe('a statement', () => {
  it.each([
    ['Reminders 24 hours before', 'Reminders go out 24 hours before'],
    ['swapping shifts', 'Plan shifts and swap them'],
    ['予約をオンラインで', '予約をオンラインで受け付けます'],
  ])('“%s” rests on “%s”', (statement, words) => {
    expect(restsOn(statement, quote(words))).toBe(true);
  });

  it.each([
    ['Reminders 48 hours before', 'Reminders go out 24 hours before'],
    ['Reminders by fax', 'Reminders go out 24 hours before'],
    ['Termine vereinbaren', 'Termine ohne Anruf vereinbaren'],
    ['card is needed', 'card is needed'],
    ['the', 'Plan shifts and swap them'],
    ['予約を電話で', '予約をオンラインで受け付けます'],
  ])('“%s” does not rest on “%s”', (statement, words) => {
    expect(restsOn(statement, quote(words))).toBe(false);
  });

  it('has its numbers from its sources, as they are written there', () => {
    expect(findForeignNumbers('10,000 users in 3 countries', ['3 languages', '10.000'])).toEqual([
      '10,000',
    ]);
  });
});
