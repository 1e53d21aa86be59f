import { addDays, daysBetween } from '@/lib/time';
import { isClosed, statusOf, type Answer, type Subject, type SubjectField } from './subject';

// A week ahead is what people plan; two weeks without a change is when a thing is usually forgotten.
const AHEAD_DAYS = 7;
const QUIET_DAYS = 14;

const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`;
const isDate = ({ kind, value }: SubjectField): boolean =>
  (kind === 'date' || kind === 'datetime') && typeof value === 'string' && value !== '';

function stepOfDate({ label, value, text }: SubjectField, today: string): string[] {
  const left = daysBetween(today, String(value).slice(0, 10));
  if (left < 0) return [`${label} was ${text}, ${days(-left)} ago: finish it, or set a new date.`];
  if (left === 0) return [`${label} is today: do it now.`];
  return left <= AHEAD_DAYS ? [`${label} is ${text}, in ${days(left)}: prepare it.`] : [];
}

function stepOfStatus(status: SubjectField | undefined): string[] {
  if (!status) return [];
  const at = status.options.findIndex(({ value }) => value === status.value);
  const next = status.options[at + 1];
  return at >= 0 && next && !/cancel|lost|reject|declin/u.test(next.value)
    ? [`${status.label} is ${status.text}: when that is done, set it to ${next.label}.`]
    : [];
}

/** What to do with a row, by its dates, its status, what is missing and how long it has rested. */
export function answerByRule(subject: Subject): Answer {
  const status = statusOf(subject);
  if (status && isClosed(status.value))
    return {
      text: `${status.label} is ${status.text}: nothing is left to do.`,
      choice: null,
    };
  const dates = subject.fields
    .filter(isDate)
    .sort((a, b) => (String(a.value) < String(b.value) ? -1 : 1));
  const quiet = daysBetween(subject.changedOn, subject.today);
  const missing = subject.fields.filter(({ text, kind }) => text === '' && kind !== 'boolean');
  const steps = [
    ...dates.flatMap((field) => stepOfDate(field, subject.today)),
    ...stepOfStatus(status),
    ...(quiet >= QUIET_DAYS
      ? [`Nothing has changed for ${days(quiet)}: ask where it stands.`]
      : []),
    ...(missing.length > 0
      ? [
          `Fill in what is missing: ${missing
            .slice(0, 4)
            .map(({ label }) => label)
            .join(', ')}.`,
        ]
      : []),
  ];
  const fallback = `Nothing is due. Look again on ${addDays(subject.today, AHEAD_DAYS)}.`;
  return {
    text: (steps.length > 0 ? steps : [fallback])
      .slice(0, 4)
      .map((step, at) => `${at + 1}. ${step}`)
      .join('\n'),
    choice: null,
  };
}
