import type { FeatureReport } from './feature-report';

export interface Answer {
  id: string;
  title: string;
  href: string;
  /** What was answered, as a person reads it; null for no answer. */
  answer: string | null;
  comment: string | null;
}

export interface SurveyOption {
  label: string;
  /** Value on a scale; null for a choice without an order. */
  score: number | null;
}

export interface SurveyResult {
  options: { label: string; count: number; share: number }[];
  answered: number;
  /** Mean on the scale, one decimal; null for a choice or without answers. */
  mean: number | null;
}

/** How the answers spread over the options, each option also when nobody chose it. */
export function summariseSurvey(
  answers: readonly Answer[],
  options: readonly SurveyOption[],
): SurveyResult {
  const given = answers.filter((item) => options.some((option) => option.label === item.answer));
  const countOf = (label: string) => given.filter((item) => item.answer === label).length;
  const sum = options.reduce(
    (total, option) => total + (option.score ?? 0) * countOf(option.label),
    0,
  );
  const isScale = options.length > 0 && options.every((option) => option.score !== null);
  return {
    options: options.map(({ label }) => ({
      label,
      count: countOf(label),
      share: given.length === 0 ? 0 : countOf(label) / given.length,
    })),
    answered: given.length,
    mean: isScale && given.length > 0 ? Math.round((sum / given.length) * 10) / 10 : null,
  };
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const MAX_COMMENTS = 12;

export function describeSurvey(result: SurveyResult, answers: readonly Answer[]): FeatureReport {
  const top = [...result.options].sort((a, b) => b.count - a.count)[0];
  return {
    headline:
      top && result.answered > 0
        ? `“${top.label}” leads with ${percent(top.share)} of ${result.answered}.`
        : 'No answers yet.',
    facts: [
      { label: 'Answers', value: String(result.answered) },
      ...(result.mean === null ? [] : [{ label: 'Mean', value: result.mean.toFixed(1) }]),
      { label: 'Left open', value: String(answers.length - result.answered) },
    ],
    chart: {
      title: 'Answers',
      kind: 'bars',
      points: result.options.map(({ label, count, share }) => ({
        label,
        value: count,
        text: `${count} (${percent(share)})`,
      })),
    },
    rows: answers
      .filter((item) => item.answer !== null)
      .sort((a, b) => Number(Boolean(b.comment)) - Number(Boolean(a.comment)))
      .slice(0, MAX_COMMENTS)
      .map((item) => ({
        id: item.id,
        title: item.title,
        href: item.href,
        detail: item.comment ?? '',
        badge: item.answer ?? '',
        tone: 'brand',
      })),
    empty: 'The first answers appear here.',
  };
}
