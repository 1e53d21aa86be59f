import type { EntitySpec, FieldSpec, ProductSpec } from '@hatchr/contracts';
import { reservedColumns, reservedPlurals, reservedTypes } from './reserved-names.js';

export interface FieldModel {
  spec: FieldSpec;
  /** Column, form field and property. */
  column: string;
  isRequired: boolean;
  target: EntityModel | undefined;
}

/** An entity with every name that the generated code uses for it. */
export interface EntityModel {
  spec: EntitySpec;
  /** `Booking` */
  typeName: string;
  /** `booking`: prefix of its exported constants. */
  variable: string;
  /** `bookings`: name of its repository. */
  key: string;
  table: string;
  /** `/bookings` */
  route: string;
  /** `booking`: name of its file. */
  fileName: string;
  fields: FieldModel[];
  titleColumn: string;
  searchColumns: string[];
  orderBy: { column: string; ascending: boolean };
}

export interface AppModel {
  spec: ProductSpec;
  /** In an order in which rows can be inserted. */
  entities: EntityModel[];
}

const pascal = (name: string): string =>
  name
    .replace(/(?:^|_+)([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase())
    .replaceAll('_', '');
const camel = (name: string): string => {
  const text = pascal(name);
  return text.charAt(0).toLowerCase() + text.slice(1);
};
const kebab = (name: string): string => name.replace(/_+/gu, '-').replace(/^-|-$/gu, '');

/** Path of an entity's list page. */
export function routeOf(plural: string): string {
  return `/${kebab(reservedPlurals.has(plural) ? `${plural}_list` : plural)}`;
}

/** The value in `taken` order: the name itself, or the name with a number where it is used already. */
function unique(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}${String(count)}`;
  taken.add(candidate);
  return candidate;
}

/** Field name to column name: its own, unless the app keeps that name for itself. */
function columnsOf(entity: EntitySpec): (name: string) => string {
  const taken = new Set(reservedColumns);
  const columns = new Map(entity.fields.map((field) => [field.name, unique(field.name, taken)]));
  return (name) => columns.get(name) ?? name;
}

function orderOf(entity: EntitySpec): { column: string; ascending: boolean } {
  const columnOf = columnsOf(entity);
  const dated = entity.fields.find((field) => field.type === 'datetime' || field.type === 'date');
  const title = entity.fields.find((field) => field.name === entity.titleField);
  if (dated) return { column: columnOf(dated.name), ascending: entity.view === 'calendar' };
  if (title?.type === 'text' && entity.view === 'table')
    return { column: columnOf(title.name), ascending: true };
  return { column: 'created_at', ascending: false };
}

const searchable = new Set(['text', 'long_text', 'email', 'phone', 'url', 'address']);

function nameEntity(
  spec: EntitySpec,
  taken: Record<'types' | 'tables' | 'keys' | 'routes', Set<string>>,
): EntityModel {
  const typeName = pascal(spec.name);
  const columnOf = columnsOf(spec);
  const plural = reservedPlurals.has(spec.plural) ? `${spec.plural}_list` : spec.plural;
  const distinct = unique(reservedTypes.has(typeName) ? `${typeName}Item` : typeName, taken.types);
  return {
    spec,
    typeName: distinct,
    variable: distinct.charAt(0).toLowerCase() + distinct.slice(1),
    key: unique(camel(plural), taken.keys),
    table: unique(plural, taken.tables),
    route: unique(routeOf(spec.plural), taken.routes),
    fileName: kebab(distinct.replace(/(?<=[a-z0-9])(?=[A-Z])/gu, '_').toLowerCase()),
    fields: [],
    titleColumn: columnOf(spec.titleField),
    searchColumns: spec.fields
      .filter((field) => searchable.has(field.type))
      .map((field) => columnOf(field.name)),
    orderBy: orderOf(spec),
  };
}

/** Entities so that each comes after what it needs; a required relation that closes a circle is left for later. */
function insertionOrder(entities: EntityModel[]): EntityModel[] {
  const byName = new Map(entities.map((entity) => [entity.spec.name, entity]));
  const ordered = new Set<EntityModel>();
  const visit = (entity: EntityModel, path: Set<EntityModel>): void => {
    if (ordered.has(entity) || path.has(entity)) return;
    const relations = entity.spec.fields.filter((field) => field.type === 'relation');
    for (const field of [...relations].sort((a, b) => Number(b.required) - Number(a.required))) {
      const target = byName.get(field.target ?? '');
      if (target) visit(target, new Set([...path, entity]));
    }
    ordered.add(entity);
  };
  for (const entity of entities) visit(entity, new Set());
  return [...ordered];
}

/**
 * Everything that the templates need to know about a spec: safe, distinct names for each entity and field,
 * and an order of insertion. Works for any spec that passes `productSpecSchema`.
 */
export function buildAppModel(spec: ProductSpec): AppModel {
  const taken = {
    types: new Set<string>(),
    tables: new Set<string>(),
    keys: new Set<string>(),
    routes: new Set<string>(),
  };
  const named = spec.entities.map((entity) => nameEntity(entity, taken));
  const entities = insertionOrder(named);
  const position = new Map(entities.map((entity, index) => [entity.spec.name, index]));
  entities.forEach((entity, index) => {
    const columnOf = columnsOf(entity.spec);
    entity.fields = entity.spec.fields.map((field) => {
      const target =
        field.type === 'relation'
          ? named.find((candidate) => candidate.spec.name === field.target)
          : undefined;
      // A row must exist before another can require it, so a circle is opened where it closes.
      const canRequire = !target || (position.get(target.spec.name) ?? 0) < index;
      const isRequired = field.required && canRequire && field.type !== 'file';
      return { spec: field, column: columnOf(field.name), isRequired, target };
    });
  });
  return { spec, entities };
}

/** The choice field that a board groups by: `status`, else the first one. Mirrors `statusField` of the app. */
export function statusOf(entity: EntityModel): FieldModel | undefined {
  const choices = entity.fields.filter((field) => field.spec.type === 'enum');
  return choices.find((field) => field.column === 'status') ?? choices[0];
}

/** The view the app builds for an entity: one that needs a field which is not there falls back to the table. */
export function viewOf(
  entity: EntityModel,
): 'table' | 'board' | 'calendar' | 'gallery' | 'timeline' | 'thread' | 'chart' {
  const { view } = entity.spec;
  const isDated = entity.fields.some(
    (field) => field.spec.type === 'date' || field.spec.type === 'datetime',
  );
  if (view === 'board' && statusOf(entity)) return 'board';
  if (view === 'calendar' && isDated) return 'calendar';
  if (view === 'board' || view === 'calendar' || view === 'public') return 'table';
  return view;
}
