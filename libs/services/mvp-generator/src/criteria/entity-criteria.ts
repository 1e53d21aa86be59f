import type { EntitySpec, FieldSpec, ProductSpec } from '@hatchr/contracts';

export const criterionKinds = [
  'created',
  'required',
  'found',
  'changed',
  'private_file',
  'isolated',
  'answered',
] as const;

/** An acceptance criterion in words that a test can be written for. */
export interface Criterion {
  kind: (typeof criterionKinds)[number];
  text: string;
  entity: string;
  field?: string;
  value?: string;
}

const isEnglish = (language: string): boolean => language === 'en' || language === 'und';

// Capitals that English keeps inside a sentence: languages, days and feasts.
const properWord =
  /^(?:Welsh|English|French|German|Spanish|Italian|Portuguese|Dutch|Polish|Swedish|Greek|Latin|Irish|Japanese|Chinese|Arabic|Christmas|Easter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/u;

/** A label inside a sentence: lower case in English, as it stands in every other language. */
export function inSentence(label: string, language: string): string {
  // Only a plain capitalised phrase is lowered: an abbreviation such as "CRM note" keeps its form.
  const isPlain = /^[A-Z][a-z' -]*$/u.test(label) && !properWord.test(label);
  return isEnglish(language) && isPlain ? label.toLowerCase() : label;
}

/** "a" or "an" by the first letter, which is right for nearly every noun that names a kind of row. */
export const withArticle = (noun: string): string =>
  `${/^[aeio]|^u(?!ni|se|ti)/iu.test(noun) ? 'an' : 'a'} ${noun}`;

const cut = (text: string): string =>
  text.length > 400 ? `${text.slice(0, 398).trimEnd()}…` : text;

function fieldCriteria(entity: EntitySpec, field: FieldSpec, language: string): Criterion[] {
  const one = inSentence(entity.label, language);
  const name = inSentence(field.label, language);
  const base = { entity: entity.name, field: field.name };
  const isTitle = field.name === entity.titleField;
  const last = field.values?.at(-1);
  return [
    ...(field.required && !['boolean', 'relation', 'file'].includes(field.type)
      ? [
          {
            ...base,
            kind: 'required' as const,
            text: `One cannot save ${withArticle(one)} without ${name}.`,
          },
        ]
      : []),
    ...(isTitle && field.type === 'text'
      ? [{ ...base, kind: 'found' as const, text: `Searching for its ${name} finds the ${one}.` }]
      : []),
    ...(field.type === 'file'
      ? [
          {
            ...base,
            kind: 'private_file' as const,
            text: `The ${name} of ${withArticle(one)} is a file that only its account can open, replace or remove.`,
          },
        ]
      : []),
    ...(field.type === 'enum' && last
      ? [
          {
            ...base,
            kind: 'changed' as const,
            value: last.value,
            text: `Changing the ${name} of ${withArticle(one)} to “${last.label}” is kept.`,
          },
        ]
      : []),
  ];
}

/** That the feature of the product answers from the rows of its entity, to the account that they belong to. */
export function featureCriterion(
  { name, entity }: ProductSpec['feature'],
  labelPlural: string,
  language: string,
): Criterion {
  const many = inSentence(labelPlural, language);
  return {
    kind: 'answered',
    entity,
    text: cut(
      `“${name}” answers from the ${many} that are there, and shows them to no other account.`,
    ),
  };
}

/**
 * Every criterion that can be tested of an entity. The planner picks its flows' acceptance from here and the
 * writer finds the test by the words, so each sentence in the spec that is one of these becomes a real test.
 */
export function criteriaOf(entity: EntitySpec, language: string): Criterion[] {
  const one = inSentence(entity.label, language);
  const many = inSentence(entity.labelPlural, language);
  const criteria: Criterion[] = [
    { kind: 'created', entity: entity.name, text: `A new ${one} appears in the list of ${many}.` },
    {
      kind: 'isolated',
      entity: entity.name,
      text: `Another account cannot see, change or delete ${withArticle(one)}.`,
    },
    ...entity.fields.flatMap((field) => fieldCriteria(entity, field, language)),
  ];
  return criteria.map((criterion) => ({ ...criterion, text: cut(criterion.text) }));
}
