/** A form of a page as a browser without JavaScript would send it. */
export interface PageForm {
  html: string;
  /** Every control by its name, with the value that it has as the page comes. */
  values: ReadonlyMap<string, string>;
  /** What the choices of a select offer, without the empty one. */
  choices: ReadonlyMap<string, readonly string[]>;
}

const entities: Record<string, string> = {
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

/** The text that escaped HTML stands for. */
export const unescapeHtml = (text: string): string =>
  text.replace(/&(?:quot|#x27|#39|lt|gt|amp);/gu, (entity) => entities[entity] ?? entity);

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1];
  return found === undefined ? undefined : unescapeHtml(found);
};
const hasFlag = (tag: string, name: string): boolean =>
  new RegExp(`\\s${name}(?:=""|[\\s/>])`, 'u').test(tag);

function readForm(html: string): PageForm {
  const values = new Map<string, string>();
  const choices = new Map<string, string[]>();
  for (const [tag] of html.matchAll(/<input\b[^>]*>/gu)) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type') ?? 'text';
    if (name === undefined) continue;
    if ((type === 'checkbox' || type === 'radio') && !hasFlag(tag, 'checked')) continue;
    values.set(name, attribute(tag, 'value') ?? '');
  }
  for (const [, tag = '', text = ''] of html.matchAll(
    /<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/gu,
  ))
    values.set(attribute(tag, 'name') ?? '', unescapeHtml(text));
  for (const [, tag = '', body = ''] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/gu)) {
    const name = attribute(tag, 'name') ?? '';
    const options = [...body.matchAll(/<option\b[^>]*>/gu)].map(([option]) => option);
    const chosen = options.find((option) => hasFlag(option, 'selected')) ?? options[0] ?? '';
    values.set(name, attribute(chosen, 'value') ?? '');
    choices.set(
      name,
      options.map((option) => attribute(option, 'value') ?? '').filter((value) => value !== ''),
    );
  }
  values.delete('');
  return { html, values, choices };
}

/** The first form of a page whose HTML holds `mark`, or undefined. */
export function findForm(page: string, mark: string): PageForm | undefined {
  const found = [...page.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/gu)].find(([html]) =>
    html.includes(mark),
  );
  return found && readForm(found[0]);
}
