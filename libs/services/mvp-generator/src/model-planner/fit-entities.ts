import type { EntitySpec, FieldSpec, ProductSpec } from '@hatchr/contracts';
import { pluralIdentifier, toIdentifier } from '../planner/to-identifier.js';
import type { EntityDraft, FieldDraft } from './draft.schema.js';
import { soundText } from './find-unfounded.js';
import { plainLabel } from './plain-text.js';

const maxFields = 14;
// What Postgres keeps in an integer, with room for sums.
const largest = 1_000_000_000;

/** The sentence and its language. */
type Said = Pick<ProductSpec, 'prompt' | 'language'>;

/** The identifier that a name of an answer stands for; the same name gives the same one. */
export const identifierOf = (name: string): string => toIdentifier(name, 'item');

function unique(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}_${String(count)}`;
  taken.add(candidate);
  return candidate;
}

/** The label, or the name in its place where another one has that label already. */
function distinctLabel(label: string, name: string, taken: Set<string>): string {
  const own = taken.has(label.toLowerCase()) ? plainLabel(name, 60) : label;
  taken.add(own.toLowerCase());
  return own;
}

function valuesOf(draft: FieldDraft, language: string): FieldSpec['values'] {
  const labels = new Map<string, string>();
  for (const [index, value] of (draft.values ?? []).entries()) {
    const label = plainLabel(value, 40, language);
    const key = toIdentifier(label, `value_${String(index + 1)}`);
    if (label && !labels.has(key)) labels.set(key, label);
  }
  const values = [...labels].map(([value, label]) => ({ value, label })).slice(0, 12);
  return values.length >= 2 ? values : undefined;
}

const measured = new Set<FieldSpec['type']>(['integer', 'decimal', 'money', 'duration']);

function boundsOf({ type, min, max }: FieldDraft): Pick<FieldSpec, 'min' | 'max'> {
  if (!measured.has(type)) return {};
  const inside = (value: number | null): value is number =>
    value !== null && Math.abs(value) <= largest;
  const [low, high] = [inside(min) ? min : undefined, inside(max) ? max : undefined];
  // Bounds that leave no room for a value are no bounds.
  if (low !== undefined && high !== undefined && high - low < 1) return {};
  return {
    ...(low === undefined ? {} : { min: Math.trunc(low) }),
    ...(high === undefined ? {} : { max: Math.trunc(high) }),
  };
}

function defaultOf(
  draft: FieldDraft,
  values: FieldSpec['values'],
): Pick<FieldSpec, 'defaultValue'> {
  const given = draft.default?.trim() ?? '';
  const first = values?.[0]?.value;
  const chosen = values?.find(
    ({ value, label }) => value === identifierOf(given) || label === given,
  );
  if (draft.type === 'enum' && first !== undefined) return { defaultValue: chosen?.value ?? first };
  if (draft.type === 'boolean') return { defaultValue: given === 'true' };
  return {};
}

/** A field of the answer as the app can keep it; null where it points at nothing or says nothing. */
function fieldOf(
  draft: FieldDraft,
  isTitle: boolean,
  names: ReadonlyMap<string, string>,
  { language, prompt }: Said,
): FieldSpec | null {
  const label = plainLabel(draft.label, 60, language) || plainLabel(draft.name, 60, language);
  if (!label) return null;
  const name = identifierOf(draft.name);
  const hint = draft.hint ? soundText(draft.hint, 120, prompt) : '';
  const base = { name, label, ...(hint ? { hint } : {}) };
  if (isTitle && draft.type === 'text') return { ...base, type: 'text', required: true };
  if (draft.type === 'relation') {
    const target = names.get(identifierOf(draft.target ?? ''));
    return target ? { ...base, type: 'relation', required: draft.required, target } : null;
  }
  const values = draft.type === 'enum' ? valuesOf(draft, language) : undefined;
  if (draft.type === 'enum' && !values) return { ...base, type: 'text', required: false };
  return {
    ...base,
    type: draft.type,
    required: draft.required && draft.type !== 'file',
    ...(values ? { values } : {}),
    ...boundsOf(draft),
    ...defaultOf(draft, values),
  };
}

/** Types that can name a row: a lesson is called by its pupil, an inspection by its day. */
const naming = new Set<FieldSpec['type']>(['text', 'relation', 'enum', 'date', 'datetime']);

/** The draft of the field that names a row: the one that is said to, where it can, else the first text. */
export function titleOf({ fields, titleField }: EntityDraft): FieldDraft | undefined {
  const said = fields.find(({ name }) => identifierOf(name) === identifierOf(titleField));
  return said && naming.has(said.type) ? said : fields.find(({ type }) => type === 'text');
}

const madeTitle: FieldSpec = { name: 'title', label: 'Title', type: 'text', required: true };

function fieldsOf(
  draft: EntityDraft,
  names: ReadonlyMap<string, string>,
  said: Said,
): { fields: FieldSpec[]; titleField: string } {
  const title = titleOf(draft);
  const taken = new Set<string>();
  const labels = new Set<string>();
  const made: FieldSpec[] = title ? [] : [{ ...madeTitle, name: unique(madeTitle.name, taken) }];
  let titleField = madeTitle.name;
  for (const field of draft.fields) {
    const fitted = fieldOf(field, field === title, names, said);
    if (!fitted || made.length >= maxFields) continue;
    const name = unique(fitted.name, taken);
    const named = { ...fitted, name, label: distinctLabel(fitted.label, name, labels) };
    if (field === title) titleField = named.name;
    made.push(named);
  }
  // What was to name the row may have pointed at nothing.
  if (!made.some(({ name }) => name === titleField))
    made.unshift({ ...madeTitle, name: titleField });
  return { fields: made, titleField };
}

const isDated = (fields: readonly FieldSpec[]): boolean =>
  fields.some(({ type }) => type === 'date' || type === 'datetime');

function viewOf(view: EntityDraft['view'], fields: readonly FieldSpec[]): EntitySpec['view'] {
  if (view === 'board' && !fields.some(({ type }) => type === 'enum')) return 'table';
  if ((view === 'calendar' || view === 'timeline') && !isDated(fields)) return 'table';
  const isMeasured = fields.some(({ type }) => measured.has(type) || type === 'rating');
  return view === 'chart' && !(isDated(fields) && isMeasured) ? 'table' : view;
}

/**
 * The entities of an answer with safe and distinct names, fields that hold together and views that they can fill.
 * What points at nothing is left out; an entity without a single field of its own is too.
 */
export function fitEntities(drafts: readonly EntityDraft[], said: Said): EntitySpec[] {
  const { language, prompt } = said;
  const names = new Map<string, string>();
  const [taken, plurals] = [new Set<string>(), new Set<string>()];
  const [labels, manyLabels] = [new Set<string>(), new Set<string>()];
  const named = drafts.flatMap((draft) => {
    const own = identifierOf(draft.name);
    const label = plainLabel(draft.label, 60, language) || plainLabel(draft.name, 60, language);
    // Twice the same is one.
    if (!label || names.has(own)) return [];
    const name = unique(own, taken);
    names.set(own, name);
    const plural = identifierOf(draft.plural);
    const distinct = plural === name ? pluralIdentifier(name) : plural;
    return [{ draft, name, plural: unique(distinct, plurals), label }];
  });
  return named.map(({ draft, name, plural, label }): EntitySpec => {
    const { fields, titleField } = fieldsOf(draft, names, said);
    const sampleTitles = draft.sampleTitles
      .map((title) => soundText(title, 80, prompt))
      .filter((title) => title !== '');
    return {
      name,
      plural,
      label: distinctLabel(label, name, labels),
      labelPlural: distinctLabel(
        plainLabel(draft.labelPlural, 60, language) || label,
        plural,
        manyLabels,
      ),
      description: soundText(draft.description, 200, prompt) || `Everything about ${label}.`,
      icon: draft.icon,
      titleField,
      fields,
      view: viewOf(draft.view, fields),
      ownership: 'user',
      ...(sampleTitles.length > 0 ? { sampleTitles: [...new Set(sampleTitles)] } : {}),
    };
  });
}
