import { proseOf, sentencesOf, statusOf, type Answer, type Subject } from './subject';

const personField =
  /(?:^|_)(?:name|customer|client|contact|guest|sender|requester|member|patient|student|author|from|reporter)(?:$|_)/u;

/** The first name of whom the row is about, or of the person that it points at; empty when it names nobody. */
function nameOf(subject: Subject): string {
  const person = subject.fields.find(
    ({ kind, name, text }) =>
      text !== '' && (kind === 'text' || kind === 'relation') && personField.test(name),
  );
  const hasContact = subject.fields.some(({ kind }) => kind === 'email' || kind === 'phone');
  const name = person?.text ?? (hasContact ? subject.title : '');
  return name.split(/\s+/u)[0] ?? '';
}

/** A reply with what the row says for sure; the answer to a question is left for the person who sends it. */
export function answerByRule(subject: Subject): Answer {
  const name = nameOf(subject);
  const questions = proseOf(subject)
    .flatMap(sentencesOf)
    .filter((sentence) => /[?？]$/u.test(sentence))
    .slice(0, 3);
  const status = statusOf(subject);
  const dates = subject.fields.filter(
    ({ kind, text }) => text !== '' && (kind === 'date' || kind === 'datetime'),
  );
  const facts = [...(status ? [status] : []), ...dates].map(
    ({ label, text }) => `- ${label}: ${text}`,
  );
  const about = name !== '' && subject.title.startsWith(name) ? '' : ` about “${subject.title}”`;
  return {
    text: [
      name === '' ? 'Hello,' : `Hello ${name},`,
      `Thank you for your message${about}.`,
      ...questions.map((question) => `You asked: “${question}”\n[Your answer]`),
      ...(facts.length > 0 ? [`This is where it stands:\n${facts.join('\n')}`] : []),
      ...(questions.length === 0 ? ['[What you want to tell them]'] : []),
      ['Kind regards', subject.author].filter(Boolean).join(',\n'),
    ].join('\n\n'),
    choice: null,
  };
}
