import type { EntitySpec, FieldSpec, FieldType, ProductSpec } from '@hatchr/contracts';

/** A label as an identifier that none of `taken` has; letters outside a to z fall back to `fallback`. */
export function nameOfLabel(label: string, taken: string[], fallback: string): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40);
  const base = plain || fallback;
  let name = base;
  for (let count = 2; taken.includes(name); count += 1) name = `${base}_${String(count)}`;
  return name;
}

const newField = (fields: FieldSpec[]): FieldSpec => {
  const taken = fields.map(({ name }) => name);
  return { name: nameOfLabel('', taken, 'field'), label: '', type: 'text', required: false };
};

/** The entity with one more empty text field at the end. */
export const addField = (entity: EntitySpec): EntitySpec => ({
  ...entity,
  fields: [...entity.fields, newField(entity.fields)],
});

/** The entity without the field at `index`; its title moves on when that was the removed one. */
export function removeField(entity: EntitySpec, index: number): EntitySpec {
  const fields = entity.fields.filter((_, at) => at !== index);
  const hasTitle = fields.some(({ name }) => name === entity.titleField);
  return { ...entity, fields, titleField: hasTitle ? entity.titleField : (fields[0]?.name ?? '') };
}

/** The field as another type, with what that type needs and without what only the old one had. */
export function changeFieldType(field: FieldSpec, type: FieldType, target: string): FieldSpec {
  const { values, target: known, defaultValue: _default, min: _min, max: _max, ...rest } = field;
  if (type === 'enum') {
    const first = [
      { value: 'open', label: 'Open' },
      { value: 'done', label: 'Done' },
    ];
    return { ...rest, type, values: values ?? first };
  }
  if (type === 'relation') return { ...rest, type, target: known ?? target };
  // A row can be saved before there is a file.
  return { ...rest, type, required: type === 'file' ? false : rest.required };
}

/** A list with one item moved by a place; out of range it stays as it is. */
export function moveItem<T>(items: T[], index: number, by: -1 | 1): T[] {
  const moved = items[index];
  const other = items[index + by];
  if (moved === undefined || other === undefined) return items;
  return items.map((item, at) => (at === index ? other : at === index + by ? moved : item));
}

/** The specification with one more entity, which has a title and nothing else yet. */
export function addEntity(spec: ProductSpec): ProductSpec {
  const name = nameOfLabel(
    '',
    spec.entities.flatMap((entity) => [entity.name, entity.plural]),
    'item',
  );
  const entity: EntitySpec = {
    name,
    plural: `${name}_list`,
    label: '',
    labelPlural: '',
    description: '',
    icon: 'box',
    titleField: 'name',
    view: 'table',
    ownership: 'user',
    fields: [{ name: 'name', label: 'Name', type: 'text', required: true }],
  };
  return { ...spec, entities: [...spec.entities, entity] };
}

/**
 * The specification without an entity and without what pointed at it: relation fields, pages, its public page and
 * assistant. The feature moves to the first entity that is left. The last entity cannot be removed.
 */
export function removeEntity(spec: ProductSpec, name: string): ProductSpec {
  const rest = spec.entities.filter((entity) => entity.name !== name);
  const first = rest[0];
  if (!first) return spec;
  const entities = rest.map((entity) => {
    const kept = entity.fields.filter((field) => field.target !== name);
    if (kept.length === entity.fields.length) return entity;
    const fields = kept.length > 0 ? kept : [{ ...newField([]), label: 'Name' }];
    const hasTitle = fields.some((field) => field.name === entity.titleField);
    return {
      ...entity,
      fields,
      titleField: hasTitle ? entity.titleField : (fields[0]?.name ?? ''),
    };
  });
  const { publicPage, assistant, ...others } = spec;
  return {
    ...others,
    entities,
    pages: spec.pages.filter((page) => page.entity !== name),
    feature: spec.feature.entity === name ? { ...spec.feature, entity: first.name } : spec.feature,
    ...(publicPage && publicPage.entity !== name ? { publicPage } : {}),
    ...(assistant && assistant.entity !== name ? { assistant } : {}),
  };
}

/** What would be lost with an entity, in words; empty when nothing else refers to it. */
export function dependantsOf(spec: ProductSpec, name: string): string[] {
  const fields = spec.entities.flatMap((entity) =>
    entity.name === name
      ? []
      : entity.fields
          .filter((field) => field.target === name)
          .map((field) => `${entity.label}: ${field.label}`),
  );
  return [
    ...fields,
    ...(spec.publicPage?.entity === name ? [`the public page “${spec.publicPage.title}”`] : []),
    ...(spec.assistant?.entity === name ? [`the assistant “${spec.assistant.name}”`] : []),
  ];
}
