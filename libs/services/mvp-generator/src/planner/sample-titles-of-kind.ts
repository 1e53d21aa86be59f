import type { NounKind } from './classify-noun.js';

// What a demo row of a kind may be called, with the thing put in: it reads like a row and like nobody's data.
const patterns: Readonly<Record<Exclude<NounKind, 'person'>, string>> = {
  event: 'Spring {}|Early {}|{} with guests|Second {}|Rainy-day {}|Last {} of the month',
  place: 'North {}|{} by the river|Corner {}|Large {}|{} behind the church|Sunny {}',
  money: 'January {}|February {}|Small {}|Yearly {}|Second {}|Last {}',
  document: 'First {}|Short {}|Autumn {}|{} in two parts|Revised {}|{} from the workshop',
  measure: 'Morning {}|Noon {}|Evening {}|{} after rain|Night {}|{} at the gate',
  animal: 'Young {}|{} by the gate|Old {}|Quiet {}|{} with a white mark|Spotted {}',
  group: 'North {}|Thursday {}|Young {}|{} by the station|Evening {}|Founding {}',
  plant: '{} on the sill|Balcony {}|Young {}|Old {}|{} from a cutting|{} by the door',
  food: '{} of the week|Mild {}|Strong {}|Winter {}|{} from the market|House {}',
  material: 'Fine {}|Coarse {}|Blue {}|{} from the second batch|Dark {}|Leftover {}',
  object: 'Spare {}|{} on the left shelf|Oldest {}|{} with a scratch|New {}|{} in the back room',
  order: '{} for Saturday|Large {}|{} with a name on it|Second {}|Small {}|{} as last time',
  record: 'First {}|Small {}|Urgent {}|{} for the spring|Second {}|{} with a deadline',
};

/** Titles of demo rows for a thing that only the sentence knows; none for people, who have names of their own. */
export function sampleTitlesOf(label: string, kind: NounKind): string[] {
  if (kind === 'person') return [];
  const inside = /^[A-Z][a-z' -]*$/u.test(label) ? label.toLowerCase() : label;
  return patterns[kind]
    .split('|')
    .map((pattern) =>
      pattern.replace('{}', pattern.startsWith('{}') ? label : inside).slice(0, 110),
    );
}
