import type { JsonSchema } from '../model-client.port.js';

/**
 * The rules by which providers take a strict schema, as a server applies them: written apart from the code that makes
 * such schemas, so that one can prove the other. Sources: the providers' guides on structured outputs, 2026-10.
 */
interface Rules {
  keywords: ReadonlySet<string>;
  depth: number;
  properties: number;
  enumValues: number;
  /** Properties of more than one type; null: any number. */
  unions: number | null;
  isRecursionTaken: boolean;
  isRootUnionTaken: boolean;
}

const structure = ['type', 'properties', 'required', 'additionalProperties', 'items', 'anyOf'];
const words = ['title', 'description', 'enum', 'const', '$ref', '$defs'];
const ranges = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];

const rulesOf: Record<'openai' | 'anthropic', Rules> = {
  openai: {
    keywords: new Set([
      ...structure,
      ...words,
      ...ranges,
      ...['pattern', 'format', 'minItems', 'maxItems'],
    ]),
    depth: 10,
    properties: 5000,
    enumValues: 1000,
    unions: null,
    isRecursionTaken: true,
    isRootUnionTaken: false,
  },
  anthropic: {
    keywords: new Set([...structure, ...words, 'pattern', 'format', 'minItems', 'allOf']),
    depth: Number.POSITIVE_INFINITY,
    properties: 5000,
    enumValues: 1000,
    unions: 16,
    isRecursionTaken: false,
    isRootUnionTaken: true,
  },
};

interface Walk {
  rules: Rules;
  root: JsonSchema;
  properties: number;
  enumValues: number;
  unions: number;
}

/** The first rule that the schema breaks, in words; null where it keeps all. */
export function findSchemaProblem(schema: unknown, dialect: 'openai' | 'anthropic'): string | null {
  if (!isSchema(schema)) return 'schema is not an object';
  const rules = rulesOf[dialect];
  if (schema.type !== 'object' && !(rules.isRootUnionTaken && schema.anyOf))
    return 'schema must be a JSON Schema of \'type: "object"\'';
  const walk: Walk = { rules, root: schema, properties: 0, enumValues: 0, unions: 0 };
  const problem = findProblem(schema, walk, [], 1, []);
  if (problem) return problem;
  if (walk.properties > rules.properties) return `more than ${rules.properties} properties`;
  if (walk.enumValues > rules.enumValues) return `more than ${rules.enumValues} enum values`;
  if (rules.unions !== null && walk.unions > rules.unions)
    return `too many parameters with union types (${walk.unions} parameters with type arrays or anyOf; limit: ${rules.unions})`;
  return null;
}

function findProblem(
  schema: unknown,
  walk: Walk,
  path: string[],
  depth: number,
  refs: string[],
): string | null {
  const at = `In context=(${path.join(', ')})`;
  if (!isSchema(schema)) return `${at}, schema is not an object`;
  if (depth > walk.rules.depth) return `${at}, more than ${walk.rules.depth} levels of nesting`;
  const unknown = Object.keys(schema).find((key) => !walk.rules.keywords.has(key));
  if (unknown) return `${at}, '${unknown}' is not permitted`;
  if (Array.isArray(schema.enum)) walk.enumValues += schema.enum.length;
  if (schema.anyOf || Array.isArray(schema.type)) walk.unions++;
  return (
    findReferenceProblem(schema, walk, path, depth, refs) ??
    findObjectProblem(schema, at) ??
    findArrayProblem(schema, at, walk) ??
    findProblemWithin(schema, walk, path, depth, refs)
  );
}

function findReferenceProblem(
  schema: JsonSchema,
  walk: Walk,
  path: string[],
  depth: number,
  refs: string[],
): string | null {
  const ref = schema.$ref;
  const at = `In context=(${path.join(', ')})`;
  if (ref === undefined) {
    const isTyped = ['type', 'anyOf', 'allOf', 'enum', 'const'].some((key) => key in schema);
    return isTyped ? null : `${at}, schema must have a 'type' key`;
  }
  if (Object.keys(schema).some((key) => key !== '$ref' && key !== '$defs'))
    return `${at}, $ref cannot have keywords beside it`;
  if (typeof ref !== 'string' || !ref.startsWith('#')) return `${at}, $ref is not local`;
  if (refs.includes(ref) || ref === '#')
    return walk.rules.isRecursionTaken ? null : `${at}, recursive schemas are not supported`;
  const definitions = walk.root.$defs as Record<string, unknown> | undefined;
  const target = definitions?.[ref.replace('#/$defs/', '')];
  if (target === undefined) return `${at}, $ref ${ref} has no definition`;
  return findProblem(target, walk, [...path, ref], depth, [...refs, ref]);
}

function findObjectProblem(schema: JsonSchema, at: string): string | null {
  if (schema.type !== 'object') return null;
  if (schema.additionalProperties !== false)
    return `${at}, 'additionalProperties' is required to be supplied and to be false`;
  const properties = Object.keys((schema.properties as object | undefined) ?? {});
  const required = Array.isArray(schema.required) ? (schema.required as string[]) : [];
  const missing = properties.find((key) => !required.includes(key));
  if (missing !== undefined)
    return `${at}, 'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'`;
  const extra = required.find((key) => !properties.includes(key));
  return extra === undefined ? null : `${at}, 'required' names '${extra}', which is no property`;
}

function findArrayProblem(schema: JsonSchema, at: string, { rules }: Walk): string | null {
  if (schema.type !== 'array') return null;
  if (schema.items === undefined) return `${at}, array schema missing items`;
  const isBounded = rules === rulesOf.anthropic && Number(schema.minItems ?? 0) > 1;
  return isBounded
    ? `${at}, for 'array' type, 'minItems' values other than 0 or 1 are not supported`
    : null;
}

function findProblemWithin(
  schema: JsonSchema,
  walk: Walk,
  path: string[],
  depth: number,
  refs: string[],
): string | null {
  const properties = Object.entries(
    (schema.properties as Record<string, unknown> | undefined) ?? {},
  );
  walk.properties += properties.length;
  const variants = Array.isArray(schema.anyOf) ? (schema.anyOf as unknown[]) : [];
  const parts: [string, unknown, number][] = [
    ...properties.map(([key, part]): [string, unknown, number] => [key, part, depth + 1]),
    ...variants.map((part, index): [string, unknown, number] => [`anyOf ${index}`, part, depth]),
    ...(schema.items === undefined
      ? []
      : [['items', schema.items, depth + 1] as [string, unknown, number]]),
  ];
  for (const [key, part, level] of parts) {
    const problem = findProblem(part, walk, [...path, `'${key}'`], level, refs);
    if (problem) return problem;
  }
  return null;
}

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
