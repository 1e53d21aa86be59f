import { describe, expect, it } from 'vitest';
import { describeSurvey, summariseSurvey, type Answer } from '@/features/survey-summary';

const answer = (id: string, value: string | null, comment: string | null = null): Answer => ({
  id,
  title: id,
  href: `/answers/${id}`,
  answer: value,
  comment,
});
const scale = [1, 2, 3, 4, 5].map((score) => ({ label: String(score), score }));
const choice = ['Yes', 'No'].map((label) => ({ label, score: null }));

describe('summariseSurvey', () => {
  it('counts every option, also one that nobody chose', () => {
    const { options } = summariseSurvey([answer('a', 'Yes'), answer('b', 'Yes')], choice);
    expect(options.map(({ label, count, share }) => [label, count, share])).toEqual([
      ['Yes', 2, 1],
      ['No', 0, 0],
    ]);
  });
  it('gives the mean of a scale but not of a choice', () => {
    const answers = [answer('a', '5'), answer('b', '4'), answer('c', '4')];
    expect(summariseSurvey(answers, scale).mean).toBe(4.3);
    expect(summariseSurvey([answer('a', 'Yes')], choice).mean).toBeNull();
    expect(summariseSurvey([], scale).mean).toBeNull();
  });
  it('leaves out what was not answered and what is no option', () => {
    expect(summariseSurvey([answer('a', null), answer('b', 'Maybe')], choice).answered).toBe(0);
  });
});

describe('describeSurvey', () => {
  it('shows answers with a comment first', () => {
    const answers = [answer('a', 'Yes'), answer('b', 'No', 'Too slow')];
    const report = describeSurvey(summariseSurvey(answers, choice), answers);
    expect(report.rows.map((row) => row.id)).toEqual(['b', 'a']);
  });
});
