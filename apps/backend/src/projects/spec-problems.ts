import type { DraftSpec } from '@hatchr/contracts';
import type { ZodError } from 'zod';

type Issue = ZodError['issues'][number];

/** More than this a person does not read at once; the rest shows when these are gone. */
const MAX_PROBLEMS = 50;

/** What a schema says about a specification as sentences that say where it is, for a person who sees no schema. */
export function toSpecProblems(error: ZodError, spec: unknown): DraftSpec['problems'] {
  return error.issues.slice(0, MAX_PROBLEMS).map((issue) => ({
    path: issue.path.join('.'),
    message: `${placeOf(issue.path, spec)}${reasonOf(issue)}`,
  }));
}

function reasonOf(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return 'this cannot be empty.';
      return issue.origin === 'array'
        ? `at least ${String(issue.minimum)} ${issue.minimum === 1 ? 'is' : 'are'} needed.`
        : `it must be at least ${String(issue.minimum)}.`;
    case 'too_big':
      if (issue.origin === 'string') return `use at most ${String(issue.maximum)} characters.`;
      return issue.origin === 'array'
        ? `there can be at most ${String(issue.maximum)}.`
        : `it must be at most ${String(issue.maximum)}.`;
    case 'invalid_format':
      return /colour|primary|accent/.test(issue.path.join('.'))
        ? 'give a colour such as #166534.'
        : 'it has characters that cannot be used there; use small letters, digits and underscores.';
    case 'invalid_value':
      return `choose one of ${issue.values.map(String).join(', ')}.`;
    case 'invalid_type':
      return issue.input === undefined ? 'this is missing.' : `a ${issue.expected} belongs here.`;
    default:
      return issue.message;
  }
}

/** `Booking, Starts at: `: the labels on the way to the problem; the name of the last part where there are none. */
function placeOf(path: PropertyKey[], spec: unknown): string {
  const names: string[] = [];
  let at = spec;
  for (const key of path) {
    at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
    const label = labelOf(at);
    if (label) names.push(label);
    else if (typeof key === 'number') names.push(`no. ${String(key + 1)}`);
  }
  const last = path.at(-1);
  if (typeof last === 'string') names.push(wordsOf(last));
  const place = names.join(', ');
  return place ? `${place.charAt(0).toUpperCase()}${place.slice(1)}: ` : '';
}

function labelOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  for (const key of ['label', 'title', 'name']) {
    const text: unknown = Reflect.get(value, key);
    if (typeof text === 'string' && text.trim() !== '') return text.trim().slice(0, 80);
  }
  return '';
}

const wordsOf = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
