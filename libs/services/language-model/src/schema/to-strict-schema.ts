import type { JsonSchema } from '../model-client.port.js';

/** Who reads the schema: OpenAI, Anthropic, or a server that speaks like OpenAI and knows less. */
export type SchemaDialect = 'openai' | 'anthropic' | 'openai_compatible';

/**
 * Limits that a provider holds a model to while it writes. All others are told in words: OpenAI and Anthropic answer 400
 * to keywords that they do not know, and compilers of grammars on local servers differ from version to version.
 * Sources: the providers' guides on structured outputs, 2026-10.
 */
const enforced: Record<SchemaDialect, ReadonlySet<string>> = {
  openai: new Set([
    ...['minItems', 'maxItems', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
    'multipleOf',
  ]),
  anthropic: new Set(),
  openai_compatible: new Set(),
};

/** What a limit says to a model that reads. */
const inWords: Record<string, (value: unknown) => string> = {
  minLength: (value) => `at least ${String(value)} characters`,
  maxLength: (value) => `at most ${String(value)} characters`,
  pattern: (value) => `matches the regular expression ${String(value)}`,
  format: (value) => `in the format ${String(value)}`,
  minItems: (value) => `at least ${String(value)} items`,
  maxItems: (value) => `at most ${String(value)} items`,
  uniqueItems: () => 'no item twice',
  minimum: (value) => `at least ${String(value)}`,
  maximum: (value) => `at most ${String(value)}`,
  exclusiveMinimum: (value) => `more than ${String(value)}`,
  exclusiveMaximum: (value) => `less than ${String(value)}`,
  multipleOf: (value) => `a multiple of ${String(value)}`,
};

/** Kept as they are, or without meaning for one who writes a value. */
const handled = new Set([
  ...['type', 'description', 'title', 'enum', 'const', 'anyOf', 'oneOf', 'items', 'properties'],
  ...['required', 'additionalProperties', '$ref', '$defs', '$schema', 'id', '$id'],
  ...[
    'propertyNames',
    'default',
    'examples',
    'deprecated',
    'readOnly',
    'writeOnly',
    'contentEncoding',
  ],
]);

/**
 * A schema as the provider's strict mode takes it, from one that zod wrote. A shape that no strict mode can hold
 * (a record, a tuple, an optional key, a value of any kind, one that holds itself) is a mistake of the developer: it is
 * refused for every provider alike, so that a test with one of them finds it.
 *
 * @throws TypeError with the path of the part that cannot be sent
 */
export function toStrictSchema(schema: JsonSchema, dialect: SchemaDialect): JsonSchema {
  const strict = toStrict(schema, dialect, []);
  if (strict.type !== 'object') refuse([], 'is no object, and an answer has to be one');
  refuseRecursion(schema);
  const definitions = Object.entries(asSchemas(schema.$defs));
  if (definitions.length === 0) return strict;
  return {
    ...strict,
    $defs: Object.fromEntries(
      definitions.map(([name, part]) => [name, toStrict(part, dialect, ['$defs', name])]),
    ),
  };
}

/** How many parts of the schema may be of more than one type; Anthropic compiles no more than 16 of them. */
export function countUnions(schema: unknown): number {
  if (typeof schema !== 'object' || schema === null) return 0;
  const own = 'anyOf' in schema || ('type' in schema && Array.isArray(schema.type)) ? 1 : 0;
  return Object.values(schema).reduce<number>((sum, part) => sum + countUnions(part), own);
}

function toStrict(schema: JsonSchema, dialect: SchemaDialect, path: string[]): JsonSchema {
  if (typeof schema.$ref === 'string') return { $ref: schema.$ref };
  const unknown = Object.keys(schema).find((key) => !handled.has(key) && !(key in inWords));
  if (unknown !== undefined) refuse(path, `says ${unknown}, which no strict schema can`);
  return {
    ...shapeOf(schema, dialect, path),
    ...describe(schema, dialect),
  };
}

function shapeOf(schema: JsonSchema, dialect: SchemaDialect, path: string[]): JsonSchema {
  const variants = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(variants)) {
    const parts = variants as JsonSchema[];
    return {
      anyOf: parts.map((part, index) => toStrict(part, dialect, [...path, String(index)])),
    };
  }
  if (schema.const !== undefined) return { type: typeOf(schema.const), enum: [schema.const] };
  if (schema.type === 'object') return objectOf(schema, dialect, path);
  if (schema.type === 'array') {
    if (schema.items === undefined) refuse(path, 'is a tuple or says nothing of its items');
    return {
      type: 'array',
      items: toStrict(schema.items as JsonSchema, dialect, [...path, 'items']),
    };
  }
  if (schema.type === undefined) refuse(path, 'may be anything');
  return { type: schema.type, ...(schema.enum ? { enum: schema.enum } : {}) };
}

function objectOf(schema: JsonSchema, dialect: SchemaDialect, path: string[]): JsonSchema {
  const { additionalProperties, required } = schema;
  if (additionalProperties !== false)
    refuse(
      path,
      additionalProperties === undefined || Object.keys(additionalProperties ?? {}).length === 0
        ? 'is an object with any further keys'
        : 'is a record: make it an array of objects with a key and a value',
    );
  const properties = Object.entries(asSchemas(schema.properties));
  const optional = properties.find(([key]) => !(required as string[] | undefined)?.includes(key));
  if (optional)
    refuse([...path, optional[0]], 'is optional: make it nullable, so that it is always there');
  return {
    type: 'object',
    properties: Object.fromEntries(
      properties.map(([key, part]) => [key, toStrict(part, dialect, [...path, key])]),
    ),
    required: properties.map(([key]) => key),
    additionalProperties: false,
  };
}

/** Title, description and limits: those that the provider enforces as keywords, the others as words. */
function describe(schema: JsonSchema, dialect: SchemaDialect): JsonSchema {
  const limits = Object.entries(schema).filter(
    ([key, value]) => key in inWords && !isBoundOfIntegers(key, value),
  );
  const kept = limits.filter(([key]) => enforced[dialect].has(key));
  const told = limits.filter(([key]) => !enforced[dialect].has(key));
  const rules = told.map(([key, value]) => inWords[key]?.(value)).join(', ');
  const description = [schema.description, rules && `(${rules})`].filter(Boolean).join(' ');
  return { ...Object.fromEntries(kept), ...(description ? { description } : {}) };
}

/** zod bounds every integer by what a double can hold, which tells a model nothing. */
const isBoundOfIntegers = (key: string, value: unknown) =>
  (key === 'minimum' || key === 'maximum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER;

const typeOf = (value: unknown) => (value === null ? 'null' : typeof value);

const asSchemas = (value: unknown) => (value ?? {}) as Record<string, JsonSchema>;

function refuseRecursion(root: JsonSchema) {
  const definitions = asSchemas(root.$defs);
  const visit = (part: unknown, within: string[]): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('$ref' in part && typeof part.$ref === 'string') {
      const name = part.$ref.replace('#/$defs/', '');
      if (within.includes(name) || !(name in definitions))
        refuse([...within, name], 'holds itself: bound its depth by shapes of their own');
      visit(definitions[name], [...within, name]);
      return;
    }
    for (const [key, inner] of Object.entries(part)) if (key !== '$defs') visit(inner, within);
  };
  visit(root, []);
}

function refuse(path: string[], why: string): never {
  throw new TypeError(
    `This schema cannot be asked of a language model: ${path.length ? path.join('.') : 'its root'} ${why}.`,
  );
}
