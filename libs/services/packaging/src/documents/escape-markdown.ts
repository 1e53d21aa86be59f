// Structure characters become entities: CommonMark never reads an entity as structure, in tables neither, whereas
// a backslash before a pipe is counted differently by different renderers.
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '|': '&#124;',
  '`': '&#96;',
  '\\': '&#92;',
  '@': '&#64;',
};
// Controls and line ends would leave the line; bidi marks would show it in another order than it has.
const lineBreaking = /[\u0000-\u0020\u007f-\u00a0\u2028-\u202e\u2066-\u2069\ufeff]+/gu; // eslint-disable-line no-control-regex -- they are what is removed
const linkStarts = /(?<=https?|ftp|mailto|xmpp):|(?<=www)\./giu;

/**
 * Any text as one line of Markdown that shows exactly its characters: no markup, no HTML, no link, and safe in a
 * table cell. Line ends and control characters become one space. Empty text stays empty.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(lineBreaking, ' ')
    .trim()
    .replace(/[&<>|`\\@]/gu, (character) => entities[character] ?? character)
    .replace(/[*_[\]~!$^{}]/gu, '\\$&')
    .replace(linkStarts, (mark) => (mark === ':' ? '&#58;' : '&#46;'))
    .replace(/^(?=[#=+-])/u, '\\')
    .replace(/^(\d+)(?=[.)])/u, '$1\\');
}

/** A known text escaped, an unknown one said to be so. */
export function textOrUnknown(text: string | null): string {
  return text === null || text.trim() === '' ? 'unknown' : escapeMarkdown(text);
}

/**
 * A source as a link that shows its address. Only http and https become links: the address came from outside, and
 * a `javascript:` one must not be clickable.
 */
export function linkTo(address: string): string {
  const url = parseUrl(address);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return escapeMarkdown(address);
  const escaped = url.href.replace(/[<>|`\\\s]/gu, (character) => encodeURIComponent(character));
  return `<${escaped}>`;
}

/** By trying: compiled by Node, `URL.canParse` refuses addresses with a letter such as ü. */
function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** Table of GitHub-flavoured Markdown; header and cells are already escaped. */
export function markdownTable(header: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Blocks with one empty line between them and a newline at the end; empty blocks vanish. */
export function markdownDocument(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
