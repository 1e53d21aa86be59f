import type { BlockField } from './blocks/block.js';
import { choice } from './blocks/fields.js';
import { englishFor } from './foreign-glossary.js';
import { toIdentifier, toLabel } from './to-identifier.js';

// Nouns that say something of a thing and are none themselves, by the type of field that holds them.
const heads: [BlockField['type'], RegExp][] = [
  ['date', /^(?:date|deadline|birthday|anniversary|expiry|warranty)$/u],
  ['money', /^(?:price|cost|deposit|value|amount|rate|discount|budget|estimate)$/u],
  ['integer', /^(?:mileage|age|quantity|capacity|count|number|calorie|seat)$/u],
  [
    'decimal',
    /^(?:distance|height|length|size|volume|metre|meter|litre|liter|kilo|kilogram|gram|kilometre|mile|acre|hectare)$/u,
  ],
  ['duration', /^(?:duration|hour)$/u],
  ['rating', /^(?:rating|star)$/u],
  ['address', /^(?:address|location|whereabouts)$/u],
  ['url', /^(?:link|website)$/u],
  [
    'file',
    /^(?:photo|photograph|picture|image|selfie|screenshot|receipt|scan|certificate|attachment|upload|pdf|recording|file)$/u,
  ],
  ['phone', /^phone$/u],
  ['email', /^e-?mail$/u],
  [
    'text',
    /^(?:species|allergy|colour|color|tag|brand|barcode|unit|reference|label|category|genre|dosage|nickname|breed|variety|provenance|origin)$/u,
  ],
];

/**
 * The field that a noun phrase names, in English or in a language of the glossary; null when it names a thing: "pickup date" is a date of something else. The
 * label keeps the words of the sentence.
 */
export function attributeOf(singular: string, language = 'en'): BlockField | null {
  if (language !== 'en' && language !== 'und') return foreignAttributeOf(singular);
  const head = singular.split(/\s+/u).at(-1)?.toLowerCase() ?? '';
  const name = toIdentifier(singular, '');
  const label = toLabel(singular);
  if (name === '') return null;
  if (head === 'condition')
    return { ...choice(name, label, ['As new', 'Good', 'Worn', 'Damaged']), required: false };
  if (head === 'priority') return choice(name, label, ['Normal', 'High', 'Low']);
  const type = heads.find(([, pattern]) => pattern.test(head))?.[0];
  if (!type) return null;
  const bounds = type === 'integer' ? { min: 0, max: 10_000_000 } : {};
  return { name, label, type, required: false, ...bounds };
}

/** The English field, under the word of the sentence. */
function foreignAttributeOf(word: string): BlockField | null {
  const english = englishFor(word);
  const field = english ? attributeOf(english) : null;
  return field ? { ...field, label: toLabel(word) } : null;
}
