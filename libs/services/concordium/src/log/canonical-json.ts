/**
 * JSON with the keys of every object in UTF-16 order and no spaces, as RFC 8785 prescribes, for values made of
 * objects, arrays, strings, booleans, null and whole numbers. The same value gives the same bytes everywhere,
 * which is what makes a digest of it repeatable. `verify.mjs` holds the same few lines without an import.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
