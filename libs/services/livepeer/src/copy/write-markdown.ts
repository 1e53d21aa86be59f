import { type ChannelCopy } from '@hatchr/contracts';

/** The copy of one channel as a file to copy from: each part in a fence that nothing in it can close. */
export function channelMarkdown(copy: ChannelCopy): string {
  const parts = copy.parts.map(({ label, text, limit }) => {
    const fence = fenceFor(text);
    const size =
      limit === null
        ? `${String(text.length)} characters`
        : `${String(text.length)} of ${String(limit)} characters`;
    return `## ${label}\n\n${size}\n\n${fence}text\n${text}\n${fence}\n`;
  });
  const place = copy.url === null ? '' : `Post at <${copy.url}>.\n\n`;
  return `# ${copy.label}\n\n${place}Replace everything in double braces, and every “not known yet”, before you send it.\n\n${parts.join('\n')}`;
}

function fenceFor(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/gu), ([run]) => run.length));
  return '`'.repeat(longest + 1);
}

/** Any text as one cell of a Markdown table: it can close nothing, link nowhere and hold no HTML. */
export function escapeCell(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[&<>|`*_[\]\\~#!@$^:]/gu, (mark) => `&#${String(mark.codePointAt(0))};`);
}
