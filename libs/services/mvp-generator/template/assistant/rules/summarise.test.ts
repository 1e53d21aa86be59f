import { describe, expect, it } from 'vitest';
import { answerByRule } from '@/assistant/assistant-rules';
import { field, subjectWith } from './assistant-subject';

const notes =
  'The boiler leaks at the lower valve. The weather was fine. The valve of the boiler was replaced in 2019. Somebody whistled outside. A new valve costs 40 euros and fits the boiler.';

describe('summarise', () => {
  it('keeps the sentences that carry the subject, in their order, and leaves out the rest', () => {
    const { text } = answerByRule(subjectWith({ fields: [field('notes', 'long_text', notes)] }));
    expect(text).toContain('The boiler leaks');
    expect(text).toContain('A new valve costs 40 euros');
    expect(text).not.toMatch(/whistled|weather/u);
    expect(text.indexOf('leaks')).toBeLessThan(text.indexOf('40 euros'));
  });
  it('takes every sentence from the row and invents none', () => {
    const { text } = answerByRule(subjectWith({ fields: [field('notes', 'long_text', notes)] }));
    const kept = text.split('\n').filter((line) => line.startsWith('- '));
    expect(kept).toHaveLength(3);
    for (const line of kept) expect(notes).toContain(line.slice(2));
  });
  it('reads what belongs to the row and says where it stands', () => {
    const { text } = answerByRule(
      subjectWith({
        related: ['The plumber comes on Monday.'],
        fields: [field('status', 'enum', 'open')],
      }),
    );
    expect(text).toContain('The plumber comes on Monday.');
    expect(text).toContain('Status: open');
  });
  it('says what it knows of a row without text', () => {
    expect(answerByRule(subjectWith({})).text).toBe('Leaking boiler');
  });
});
