import { allTextOf, type Answer, type Subject } from './subject';

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const patterns: readonly (readonly [string, RegExp])[] = [
  [
    'Dates',
    new RegExp(
      `\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b|\\b\\d{1,2}(?:st|nd|rd|th)? ${month}\\.?(?:,? \\d{4})?\\b|\\b${month}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?\\b`,
      'giu',
    ),
  ],
  ['Times', /\b\d{1,2}:\d{2}(?:\s?[ap]m)?\b|\b\d{1,2}\s?[ap]m\b/giu],
  [
    'Amounts',
    /(?:[$€£¥₹]\s?|\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|INR)\s?)\d[\d.,]*\d|[$€£¥₹]\s?\d|\b\d[\d.,]*\s?(?:[€£¥₹]|(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|INR)\b)/gu,
  ],
  ['E-mail addresses', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  ['Links', /https?:\/\/[^\s<>"')\]]+/gu],
  ['Phone numbers', /(?<![\w.-])\+\d[\d ()-]{6,}\d/gu],
];

/** Dates, times, amounts, addresses and links that stand in the row's text, each once and as written. */
export function answerByRule(subject: Subject): Answer {
  const texts = [
    allTextOf(subject),
    ...subject.fields
      .filter(({ kind }) => ['email', 'url', 'phone', 'address'].includes(kind))
      .map(({ text }) => text),
  ].join('\n');
  const found = patterns.flatMap(([label, pattern]) => {
    const matches = [...texts.matchAll(pattern)].map(([match]) => match.replace(/[.,;]+$/u, ''));
    return matches.length > 0 ? [`${label}: ${[...new Set(matches)].join(', ')}`] : [];
  });
  const stored = subject.fields
    .filter(({ kind, text }) => text !== '' && ['date', 'datetime', 'money'].includes(kind))
    .map(({ label, text }) => `${label}: ${text}`);
  const lines = [...found, ...stored];
  return {
    text:
      lines.length > 0
        ? lines.join('\n')
        : 'The text holds no dates, amounts, e-mail addresses or links.',
    choice: null,
  };
}
