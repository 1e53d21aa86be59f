import anyAscii from 'any-ascii';
import pluralize from 'pluralize';

// Nouns without a plural that the library inflects.
for (const word of [
  'music',
  'honey',
  'homework',
  'paperwork',
  'artwork',
  'laundry',
  'inventory',
  'jewelry',
  'jewellery',
  'coffee',
  'wine',
  'beer',
  'food',
  'cash',
  'staff',
  'gear',
  'yarn',
  'fabric',
  'compost',
  'soil',
  'water',
  'energy',
  'attendance',
  'maintenance',
  'childcare',
  'footage',
  'housing',
  'clothing',
  'health',
  'medicine',
  'poetry',
  'knowledge',
  'storage',
  'parking',
  'progress',
  'maths',
  'physics',
  'mathematics',
  'electronics',
  'genetics',
  'economics',
  'linguistics',
  'politics',
  'athletics',
  'gymnastics',
  'ceramics',
  'payroll',
  'luggage',
  'traffic',
  'feedback',
  'stock',
  'spending',
  'pottery',
  'chemistry',
  'vocabulary',
  'glassware',
  'firewood',
  'livestock',
  'welsh',
  'english',
  'spanish',
  'french',
  'german',
  'access',
])
  pluralize.addUncountableRule(word);

/**
 * A snake_case identifier from words in any script: transliterated where that gives letters, otherwise
 * `fallback`. At most 40 characters, so that a suffix still fits into the schema's 48.
 */
export function toIdentifier(text: string, fallback: string): string {
  const ascii = anyAscii(text)
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/^3d\b/u, 'three_d')
    .replace(/[^a-z0-9]+/gu, '_')
    .replace(/^[^a-z]+|_+$/gu, '')
    .slice(0, 40)
    .replace(/_+$/u, '');
  return ascii.length >= 2 ? ascii : fallback;
}

/** A kebab-case slug of at most 40 characters, `fallback` when nothing latin is left. */
export function toSlug(text: string, fallback: string): string {
  const slug = anyAscii(text)
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 40)
    .replace(/-+$/u, '');
  return slug || fallback;
}

const isLatinWord = /^[a-z][a-z' -]*$/iu;

/** Plural of an English noun phrase; other words keep their form, because guessing their grammar breaks them. */
export function pluralOf(words: string, language: string): string {
  if (language !== 'en' || !isLatinWord.test(words)) return words;
  return words.replace(/\S+$/u, (last) => pluralize.plural(last));
}

// Words whose last letter is no plural, and that the library would cut ("yes", "Leeds", "canvas").
const endsInS =
  /(?:ss|us|is|ics|leeds|canvas|atlas|lens|bias|gas|tennis|maths|paris|glasses|news|series|species|always|yes)$/iu;

// Words in "us" that are plurals all the same.
const pluralInUs = /^(?:menus|gurus|emus|haikus)$/iu;

export const singularOf = (word: string): string =>
  !pluralInUs.test(word) && endsInS.test(word) ? word : pluralize.singular(word);

/** First letter upper case, the rest as it is; at most 60 characters, cut between words. */
export function toLabel(text: string): string {
  const clean = text.replace(/\s+/gu, ' ').trim();
  const characters = Array.from(clean);
  const short =
    characters.length > 60
      ? characters
          .slice(0, 60)
          .join('')
          .replace(/\s\S*$/u, '')
      : clean;
  const [first = '', ...rest] = Array.from(short);
  return first.toLocaleUpperCase('en') + rest.join('');
}

/** A plural identifier that differs from the singular one. */
export function pluralIdentifier(identifier: string): string {
  const parts = identifier.split('_');
  const last = parts.pop() ?? identifier;
  const plural = pluralize.plural(last);
  const joined = [...parts, plural].join('_');
  return joined === identifier ? `${identifier}_list` : joined.slice(0, 47);
}
