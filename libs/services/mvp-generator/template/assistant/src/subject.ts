import type { FieldKind } from '@/lib/entity';

export interface SubjectField {
  name: string;
  label: string;
  kind: FieldKind;
  /** As it is stored; null where it is empty. */
  value: unknown;
  /** As a person reads it; empty where there is no value. */
  text: string;
  options: readonly { value: string; label: string }[];
}

/** The field whose value the assistant proposes, and what the account chose for earlier rows. */
export interface SubjectChoice {
  field: string;
  label: string;
  options: readonly { value: string; label: string }[];
  earlier: readonly { value: string; text: string }[];
}

/** One row as the assistant reads it. */
export interface Subject {
  /** What kind of thing the row is, for example `Ticket`. */
  label: string;
  title: string;
  /** The reader's calendar date, YYYY-MM-DD. */
  today: string;
  /** When the row was last changed, YYYY-MM-DD. */
  changedOn: string;
  /** Who signs a letter; empty when the profile has no name. */
  author: string;
  fields: readonly SubjectField[];
  /** Texts of the rows that belong to this one, oldest first. */
  related: readonly string[];
  choice: SubjectChoice | null;
}

export interface Answer {
  text: string;
  /** A value of the choice field, where the assistant proposes one. */
  choice: string | null;
}

/** What the panel shows: the answer, the model that gave it (null: the rules), and why the rules did. */
export interface AssistantReply extends Answer {
  model: string | null;
  reason: string | null;
}

export interface AssistantSettings {
  /** Key of the entity that it works on. */
  entity: string;
  name: string;
  description: string;
  /** What a model is told to do. */
  task: string;
  /** Where an answer is kept: a text that it replaces or is added to, or a choice. */
  save: {
    field: string;
    label: string;
    mode: 'replace' | 'append' | 'choose';
    limit: number;
  } | null;
}

// So frequent in English that they say nothing of a text's subject.
const commonWords = new Set(
  'about after again also and any are because been before but can could did does for from had has have her here him his how into its just like may more most not now off one only other our out over own per she should some such than that the their them then there these they this those too under until very was were what when where which while who why will with would you your'.split(
    ' ',
  ),
);

/** The telling words of a text in lower case: three letters or more, or a script without spaces in pairs. */
export function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word))
      return Array.from({ length: Math.max(1, word.length - 1) }, (_, at) =>
        word.slice(at, at + 2),
      );
    return word.length > 2 && !commonWords.has(word) ? [word] : [];
  });
}

/** The sentences of a text, without line breaks and bullets. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|(?<=[。！？])|\n+/u)
    .map((sentence) => sentence.replace(/^[\s\-*•]+/u, '').trim())
    .filter((sentence) => sentence !== '');
}

const prose = new Set<FieldKind>(['long_text', 'text']);

/** The running text of a row: its own words first, then what belongs to it. */
export function proseOf(subject: Subject): string[] {
  const long = subject.fields.filter((field) => field.kind === 'long_text' && field.text !== '');
  const short = subject.fields.filter((field) => field.kind === 'text' && field.text !== '');
  return [
    ...long.map(({ text }) => text),
    ...short.filter(({ text }) => text.split(/\s+/u).length > 4).map(({ text }) => text),
    ...subject.related,
  ];
}

/** Everything that a row says in words. */
export const allTextOf = (subject: Subject): string =>
  [
    subject.title,
    ...subject.fields.filter((field) => prose.has(field.kind)).map(({ text }) => text),
    ...subject.related,
  ].join('\n');

const closedWords =
  /done|complet|closed|cancel|paid|won|lost|resolv|archiv|return|reject|declin|finish|publish|deliver/u;

/** The field that says where a row stands: `status`, or the first choice with a value. */
export const statusOf = (subject: Subject): SubjectField | undefined => {
  const choices = subject.fields.filter((field) => field.kind === 'enum' && field.text !== '');
  return choices.find((field) => /status|stage|state/u.test(field.name)) ?? choices[0];
};

/** Whether a choice's value says that nothing is left to do. */
export const isClosed = (value: unknown): boolean => closedWords.test(String(value));
