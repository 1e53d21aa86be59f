import { allTextOf, wordsOf, type Answer, type Subject } from './subject';

// A word of the label itself is stronger evidence than a word that an earlier row of that choice also had.
const LABEL_WEIGHT = 3;

/** Whether two words are forms of one: the same, or the same first five letters. */
const isSame = (a: string, b: string): boolean =>
  a === b || (a.length > 4 && b.length > 4 && a.slice(0, 5) === b.slice(0, 5));

interface Scored {
  value: string;
  label: string;
  score: number;
  shared: string[];
}

function scoreOptions(subject: Subject): Scored[] {
  const words = [...new Set(wordsOf(allTextOf(subject)))];
  const { options = [], earlier = [] } = subject.choice ?? {};
  return options.map(({ value, label }) => {
    const own = wordsOf(`${label} ${value.replaceAll('_', ' ')}`);
    const inLabel = words.filter((word) => own.some((other) => isSame(word, other)));
    const rows = earlier.filter((row) => row.value === value).map((row) => wordsOf(row.text));
    const inRows = words.map((word) => ({
      word,
      share:
        rows.filter((row) => row.some((other) => isSame(word, other))).length / (rows.length || 1),
      // A word that most rows have, whatever they were given, tells nothing.
      all:
        earlier.filter((row) => wordsOf(row.text).some((other) => isSame(word, other))).length /
        (earlier.length || 1),
    }));
    const telling = inRows.filter(({ share, all }) => share > all);
    const score =
      inLabel.length * LABEL_WEIGHT + telling.reduce((sum, { share, all }) => sum + share - all, 0);
    const shared = [...new Set([...inLabel, ...telling.map(({ word }) => word)])].slice(0, 4);
    return { value, label, score, shared };
  });
}

/** The words that a row uses most, for an entity that has no choice to make. */
function keywordsOf(subject: Subject): string[] {
  const counts = new Map<string, number>();
  for (const word of wordsOf(allTextOf(subject))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([word]) => word);
}

/** The choice whose name and earlier rows share most words with the row, and which words those are. */
export function answerByRule(subject: Subject): Answer {
  if (!subject.choice) return { text: `Keywords: ${keywordsOf(subject).join(', ')}`, choice: null };
  const [best] = scoreOptions(subject).sort((a, b) => b.score - a.score);
  if (!best || best.score === 0)
    return {
      text: `No ${subject.choice.label.toLowerCase()} shares a word with this. Choose one yourself; later answers learn from it.`,
      choice: null,
    };
  return {
    text: `${best.label}: it shares ${best.shared.map((word) => `“${word}”`).join(', ')}.`,
    choice: best.value,
  };
}
