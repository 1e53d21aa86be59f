import { describe, expect, it } from 'vitest';
import { answerByRule } from '@/assistant/assistant-rules';
import { field, subjectWith } from './assistant-subject';

const read = (text: string) =>
  answerByRule(subjectWith({ fields: [field('body', 'long_text', text)] })).text;

describe('extract', () => {
  it('finds dates in several forms', () => {
    expect(read('From 2026-03-12 to 3 April 2026, or May 5th.')).toContain(
      'Dates: 2026-03-12, 3 April 2026, May 5th',
    );
  });
  it('finds amounts with a currency and no bare numbers', () => {
    const text = read('Pay $1,250.50 or 40 EUR for 7 items.');
    expect(text).toContain('Amounts: $1,250.50, 40 EUR');
    expect(text).not.toContain('7');
  });
  it('finds addresses and links once each', () => {
    const text = read('Write to a.b@example.com or a.b@example.com, see https://example.com/x.');
    expect(text).toContain('E-mail addresses: a.b@example.com\n');
    expect(text).toContain('Links: https://example.com/x');
  });
  it('lists the dates and amounts that the row keeps in fields', () => {
    const fields = [field('due_on', 'date', '2026-04-01')];
    expect(answerByRule(subjectWith({ fields })).text).toBe('Due on: 2026-04-01');
  });
  it('says so when there are none', () => {
    expect(read('Nothing to see.')).toContain('no dates');
  });
});
