import { type SearchPage } from '@hatchr/contracts';
import { escapeCell } from './write-markdown.js';

const states: Record<SearchPage['state'], string> = {
  in_app: 'is in the app',
  to_write: 'to write',
  once_offered: 'to write once the product offers it',
};

/** `launch/SEO-PLAN.md`: the pages to be found by, with what each rests on. */
export function writeSearchPlan(pages: readonly SearchPage[]): string {
  const rows = pages.map((page) =>
    [
      page.path,
      page.phrase,
      page.title,
      page.description,
      page.intent,
      page.restsOn,
      states[page.state],
    ]
      .map(escapeCell)
      .join(' | '),
  );
  return `# Pages to be found by

How often a phrase is searched is not known. Look each one up in a keyword tool before you write its page, and begin with those that people who pay would type.

| Path | Phrase | Title | Description | Intent | Rests on | State |
| --- | --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join('\n')}

Titles have at most 60 characters and descriptions at most 155, so that a result shows them whole. Sources for pages about competitors and gaps are in \`docs/competitors.md\`; repeat their dates, and take a page down when its statement no longer holds.
`;
}
