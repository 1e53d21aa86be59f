import { describe, expect, it } from 'vitest';
import { answerByRule } from '@/assistant/assistant-rules';
import { field, subjectWith } from './assistant-subject';

const choice = {
  field: 'category',
  label: 'Category',
  options: [
    { value: 'billing', label: 'Billing' },
    { value: 'plumbing', label: 'Plumbing' },
  ],
  earlier: [
    { value: 'plumbing', text: 'The boiler is cold' },
    { value: 'plumbing', text: 'A boiler makes noise' },
    { value: 'billing', text: 'Charged twice for the visit' },
  ],
};
const sort = (text: string, change: object = { choice }) =>
  answerByRule(
    subjectWith({ title: 'Message', fields: [field('message', 'long_text', text)], ...change }),
  );

describe('categorise', () => {
  it('follows a word of the label', () => {
    expect(sort('A question on billing').choice).toBe('billing');
  });
  it('learns from the rows before, and names the words', () => {
    const given = sort('My boiler again');
    expect(given.choice).toBe('plumbing');
    expect(given.text).toContain('“boiler”');
    expect(sort('You charged me').choice).toBe('billing');
  });
  it('chooses nothing where no word is shared', () => {
    expect(sort('Zebra').choice).toBeNull();
  });
  it('gives keywords where there is nothing to choose', () => {
    expect(sort('Zebra zebra stripes', { choice: null }).text).toMatch(/^Keywords: zebra, /u);
  });
});
