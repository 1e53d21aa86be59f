import { describe, expect, it } from 'vitest';
import { answerByRule } from '@/assistant/assistant-rules';
import type { SubjectField } from '@/assistant/subject';
import { field, subjectWith } from './assistant-subject';

const options = [
  { value: 'open', label: 'Open' },
  { value: 'in_progress', label: 'In progress' },
  { value: 'done', label: 'Done' },
];
const status = (value: string) => field('status', 'enum', value, { options });
const stepsOf = (...fields: SubjectField[]) => answerByRule(subjectWith({ fields })).text;

describe('suggest next', () => {
  it('puts what is overdue before what is near, and leaves out what is far', () => {
    const text = stepsOf(
      field('review_on', 'date', '2026-03-12'),
      field('due_on', 'date', '2026-03-07'),
      field('ends_on', 'date', '2027-01-01'),
    );
    expect(text).toMatch(/^1\. Due on was 2026-03-07, 3 days ago/u);
    expect(text).toContain('2. Review on is 2026-03-12, in 2 days');
    expect(text).not.toContain('2027');
  });
  it('names the step after the present status', () => {
    expect(stepsOf(status('open'))).toContain('set it to In progress');
  });
  it('has nothing to do for what is closed', () => {
    expect(stepsOf(status('done'), field('due_on', 'date', '2026-03-07'))).toContain(
      'nothing is left to do',
    );
  });
  it('asks after a row that has rested, and for what is missing', () => {
    const { text } = answerByRule(
      subjectWith({ changedOn: '2026-02-01', fields: [field('phone', 'phone', null)] }),
    );
    expect(text).toContain('Nothing has changed for 37 days');
    expect(text).toContain('missing: Phone');
  });
  it('says so when nothing is due', () => {
    expect(stepsOf()).toContain('Nothing is due. Look again on 2026-03-17');
  });
});
