import type { JsonSchema } from '@hatchr/language-model';

const sameKey = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/gu, '');
const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typesOf = (schema: JsonSchema): unknown[] => [schema['type']].flat();

function fitObject(value: unknown, schema: JsonSchema): unknown {
  if (!isSchema(value)) return value;
  const given = new Map(Object.entries(value).map(([key, member]) => [sameKey(key), member]));
  const properties = isSchema(schema['properties']) ? schema['properties'] : {};
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, inner]): [string, unknown][] => {
      const member = given.get(sameKey(key));
      if (!isSchema(inner)) return [];
      const fitted = fitShape(member, inner);
      return fitted === undefined ? [] : [[key, fitted]];
    }),
  );
}

function fitText(value: unknown, schema: JsonSchema): unknown {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return value;
  const choices = schema['enum'];
  if (Array.isArray(choices)) {
    const match = choices.find(
      (choice) => typeof choice === 'string' && sameKey(choice) === sameKey(text),
    ) as string | undefined;
    return match ?? text;
  }
  const longest = schema['maxLength'];
  // Half, so that a character of two units fits too, and no longer text than the plan keeps.
  return typeof longest === 'number' && text.length > longest
    ? Array.from(text)
        .slice(0, longest / 2)
        .join('')
    : text;
}

/**
 * A sloppy answer brought nearer to its schema, without adding anything: keys and choices in another case, numbers in
 * quotes, single values where a list belongs, lists and texts that are too long, `null` that was left out. What does
 * not fit after that is left as it is, for the schema to name.
 */
export function fitShape(value: unknown, schema: JsonSchema): unknown {
  const branches = schema['anyOf'];
  if (Array.isArray(branches)) {
    const other = branches.filter(isSchema).find((branch) => branch['type'] !== 'null');
    return value === undefined || value === null || value === '' || !other
      ? null
      : fitShape(value, other);
  }
  const types = typesOf(schema);
  if (types.includes('null') && (value === undefined || value === null || value === ''))
    return null;
  if (value === undefined) return types.includes('array') ? [] : undefined;
  if (types.includes('object')) return fitObject(value, schema);
  if (types.includes('array')) {
    const inner = schema['items'];
    const longest = schema['maxItems'];
    const items = [value].flat() as unknown[];
    const fitted = isSchema(inner) ? items.map((item) => fitShape(item, inner)) : items;
    return typeof longest === 'number' ? fitted.slice(0, longest) : fitted;
  }
  if (types.includes('boolean')) return value === 'true' ? true : value === 'false' ? false : value;
  if (types.includes('number') || types.includes('integer')) {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return Number.isFinite(number) ? number : value;
  }
  return fitText(value, schema);
}
