import { sentencesOf, type Answer, type Subject, type SubjectField } from './subject';

// How to reach or whom it concerns does not belong in a text that others may read.
const left = new Set([
  'email',
  'phone',
  'address',
  'relation',
  'boolean',
  'long_text',
  'url',
  'file',
]);
const inner = /note|internal|private|secret|cost|margin|status|stage/u;

const phraseOf = ({ label, text }: SubjectField): string => `${label}: ${text}.`;

/** A plain first text from the row's own fields: what it is, its facts, and what was noted of it. */
export function answerByRule(subject: Subject): Answer {
  const shown = subject.fields.filter(
    ({ kind, name, text }) =>
      text !== '' && text !== subject.title && !left.has(kind) && !inner.test(name),
  );
  const kinds = shown.filter(({ kind }) => kind === 'enum').map(({ text }) => text.toLowerCase());
  const facts = shown.filter(({ kind }) => kind !== 'enum').map(phraseOf);
  const traits = subject.fields
    .filter(({ kind, value }) => kind === 'boolean' && value === true)
    .map(({ label }) => label);
  const body = subject.fields
    .filter(({ kind, name }) => kind === 'long_text' && !inner.test(name))
    .flatMap(({ text }) => sentencesOf(text))
    .slice(0, 3);
  const opening = `${subject.title}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''} ${body[0] ? `— ${body[0]}` : ''}`;
  return {
    text: [
      opening.trim(),
      body.slice(1).join(' '),
      facts.join(' '),
      traits.length > 0 ? `Included: ${traits.join(', ')}.` : '',
    ]
      .filter((line) => line !== '')
      .join('\n\n'),
    choice: null,
  };
}
