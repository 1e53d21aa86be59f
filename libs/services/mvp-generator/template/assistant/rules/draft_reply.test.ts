import { describe, expect, it } from 'vitest';
import { answerByRule } from '@/assistant/assistant-rules';
import { field, subjectWith } from './assistant-subject';

describe('draft reply', () => {
  it('greets by the first name and signs with the own', () => {
    const { text } = answerByRule(
      subjectWith({ fields: [field('customer', 'relation', '1', { text: 'Ada Quill' })] }),
    );
    expect(text).toMatch(/^Hello Ada,/u);
    expect(text).toMatch(/Kind regards,\nRobin Vale$/u);
  });
  it('quotes each question and leaves its answer open', () => {
    const { text } = answerByRule(
      subjectWith({
        fields: [field('message', 'long_text', 'It drips. When can you come? Is it safe?')],
      }),
    );
    expect(text).toContain('“When can you come?”\n[Your answer]');
    expect(text).toContain('“Is it safe?”');
    expect(text).not.toContain('It drips');
  });
  it('states status and dates, and no inner figures or notes', () => {
    const { text } = answerByRule(
      subjectWith({
        fields: [
          field('status', 'enum', 'Open'),
          field('visit_on', 'date', '2026-03-12'),
          field('cost', 'money', 4000),
          field('notes', 'long_text', 'Bad payer.'),
        ],
      }),
    );
    expect(text).toContain('Status: Open');
    expect(text).toContain('Visit on: 2026-03-12');
    expect(text).not.toMatch(/4000|payer/u);
  });
  it('greets without a name where none is known', () => {
    expect(answerByRule(subjectWith({})).text).toMatch(/^Hello,/u);
  });
});
