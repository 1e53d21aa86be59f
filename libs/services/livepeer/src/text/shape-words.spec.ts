import { describe, expect, it } from '@jest/globals';
import { schedulingSpec } from '../fixtures/scheduling.fixture.js';
import { cleanDeep, cleanText } from './clean-text.js';
import { formatAmount, formatPeriod } from './format-price.js';
import {
  asFragment,
  beginSentence,
  inSentence,
  joinWords,
  kindAndAudience,
  splitSentences,
} from './shape-words.js';

describe('words in sentences', () => {
  it('splits sentences, not abbreviations', () => {
    expect(splitSentences('Tools, e.g. Excel, are slow. Really? Yes!')).toEqual([
      'Tools, e.g. Excel, are slow.',
      'Really?',
      'Yes!',
    ]);
    expect(splitSentences('予約できます。便利です。')).toEqual(['予約できます。', '便利です。']);
  });

  it('takes the first sentence without its mark as a fragment', () => {
    expect(asFragment('Book once. Never chase again.')).toBe('Book once');
    expect(asFragment('')).toBe('');
  });

  it('lowers a label only where the prompt writes it so', () => {
    expect(inSentence('Freelancers', 'a tool for freelancers')).toBe('freelancers');
    expect(inSentence('Portland bakers', 'for Portland bakers')).toBe('Portland bakers');
    expect(inSentence('a small team.', 'crm')).toBe('a small team');
  });

  it('begins a sentence with a capital, and leaves scripts without capitals alone', () => {
    expect([beginSentence('plumbers'), beginSentence('їжаки'), beginSentence('予約')]).toEqual([
      'Plumbers',
      'Їжаки',
      '予約',
    ]);
  });

  it('joins words as a list', () => {
    expect([joinWords([]), joinWords(['a']), joinWords(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a, b and c',
    ]);
  });

  it('says “for” in English only', () => {
    expect(kindAndAudience(schedulingSpec)).toBe('Scheduling for freelancers');
    expect(
      kindAndAudience({ ...schedulingSpec, language: 'ja', category: '予約', audience: '美容室' }),
    ).toBe('予約 · 美容室');
  });
});

describe('prices', () => {
  const plan = {
    name: 'Solo',
    amount: 1250,
    period: 'month',
    features: ['x'],
    isHighlighted: false,
  } as const;

  it('reads minor units by the currency', () => {
    expect(formatAmount({ ...plan, features: ['x'] }, 'USD')).toBe('$12.50');
    expect(formatAmount({ ...plan, features: ['x'], amount: 1200 }, 'EUR')).toBe('€12');
    expect(formatAmount({ ...plan, features: ['x'], amount: 1980 }, 'JPY')).toBe('¥1,980');
  });

  it('never invents one', () => {
    expect(formatAmount({ ...plan, features: ['x'], amount: null }, 'USD')).toBe('To be decided');
    expect(formatPeriod({ ...plan, features: ['x'], amount: null })).toBe('');
  });
});

describe('cleaning', () => {
  it('removes what XML forbids and keeps emoji, joiners and every script', () => {
    expect(cleanText('a\u0000b\u202ec\ufffed\ud83d e\n\tf')).toBe('abcd e f');
    expect(cleanText('👩‍💻 Łódź 日本語')).toBe('👩‍💻 Łódź 日本語');
  });

  it('leaves bytes alone', () => {
    const content = new Uint8Array([1, 2, 3]);
    expect(cleanDeep({ content }).content).toBe(content);
  });

  it('reaches every string and leaves the rest as it is', () => {
    expect(cleanDeep({ a: ['x\u0007'], b: null, c: 1, d: { e: true } })).toEqual({
      a: ['x'],
      b: null,
      c: 1,
      d: { e: true },
    });
  });
});
