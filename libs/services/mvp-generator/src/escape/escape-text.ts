/**
 * One escaper for each place that a string of the spec can reach. A string is never put into generated code
 * by any other way, so quotes, braces, angle brackets, backticks and line ends stay text.
 */

// U+2028 and U+2029 end a line in JavaScript source but not in JSON.
const lineSeparators = /[\u2028\u2029]/gu;

/** A TypeScript string literal in single quotes. */
export function tsString(text: string): string {
  const inner = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    .replace(lineSeparators, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
  return `'${inner}'`;
}

export type TsLiteral =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly TsLiteral[]
  | { readonly [key: string]: TsLiteral };

/** A TypeScript literal of plain data, indented by two spaces a level; `undefined` members are left out. */
export function tsLiteral(value: TsLiteral, indent = ''): string {
  if (typeof value === 'string') return tsString(value);
  if (value === null || typeof value !== 'object') return String(value);
  const deeper = `${indent}  `;
  if (isList(value)) {
    if (value.length === 0) return '[]';
    const items = value.map((item) => tsLiteral(item, deeper));
    const short = `[${items.join(', ')}]`;
    if (short.length + indent.length < 90 && !short.includes('\n')) return short;
    return `[\n${items.map((item) => `${deeper}${item},`).join('\n')}\n${indent}]`;
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${tsKey(key)}: ${tsLiteral(member, deeper)}`);
  const short = `{ ${members.join(', ')} }`;
  if (short.length + indent.length < 90 && !short.includes('\n'))
    return members.length ? short : '{}';
  return `{\n${members.map((member) => `${deeper}${member},`).join('\n')}\n${indent}}`;
}

function isList(value: object): value is readonly TsLiteral[] {
  return Array.isArray(value);
}

const tsKey = (key: string): string => (/^[a-zA-Z_$][\w$]*$/u.test(key) ? key : tsString(key));

/** An SQL string literal. NUL is dropped because no text of Postgres may hold it. */
export function sqlString(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;
}

/** A quoted SQL identifier. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Text for an SQL line comment. */
export function sqlComment(text: string): string {
  return `-- ${text.replace(/\s+/gu, ' ').trim()}`;
}

/** Text as one line of Markdown that shows exactly these characters. */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()#+!|~<>]/gu, (character) => `\\${character}`)
    .replace(/^(\d+)\./u, '$1\\.')
    .replace(/^([-=])/u, '\\$1');
}
