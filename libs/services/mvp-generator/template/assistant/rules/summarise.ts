import { proseOf, sentencesOf, statusOf, wordsOf, type Answer, type Subject } from './subject';

// Three sentences fit on a phone's screen and are still a summary of a page of text.
const KEPT = 3;

/** How often each telling word occurs: the subject of a text is what it keeps coming back to. */
function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Mean frequency of a sentence's words (Luhn 1958), more for the one that opens and for those with figures. */
function scoreOf(sentence: string, at: number, counts: ReadonlyMap<string, number>): number {
  const words = [...new Set(wordsOf(sentence))];
  if (words.length < 2) return 0;
  const sum = words.reduce((total, word) => total + (counts.get(word) ?? 0), 0);
  const mean = sum / Math.max(words.length, 6);
  return mean * (at === 0 ? 1.5 : 1) * (/\d/u.test(sentence) ? 1.2 : 1);
}

/** The sentences of a row that carry most of its words, in their own order, and where the row stands. */
export function answerByRule(subject: Subject): Answer {
  const sentences = [...new Set(proseOf(subject).flatMap(sentencesOf))];
  const counts = countWords([subject.title, ...sentences]);
  const kept = sentences
    .map((sentence, at) => ({ sentence, at, score: scoreOf(sentence, at, counts) }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, KEPT)
    .sort((a, b) => a.at - b.at)
    .map(({ sentence }) => `- ${sentence}`);
  const status = statusOf(subject);
  const dated = subject.fields.filter(
    ({ kind, text }) => text !== '' && ['date', 'datetime', 'money'].includes(kind),
  );
  const facts = [...(status ? [status] : []), ...dated].map(
    ({ label, text }) => `${label}: ${text}`,
  );
  return {
    text: [subject.title, ...kept, ...(facts.length > 0 ? [facts.join(' · ')] : [])].join('\n'),
    choice: null,
  };
}
