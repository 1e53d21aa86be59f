import type { HtmlElement } from './parse-html.js';
import { cleanText } from './clean-text.js';
import type { PageModel } from './page-model.js';

export interface TableCell {
  text: string;
  mark: 'yes' | 'no' | null;
}

/** A table of at least two columns, its first row taken as its head. */
export interface Table {
  head: readonly string[];
  rows: readonly { label: string; cells: readonly TableCell[]; element: HtmlElement }[];
  element: HtmlElement;
}

const maximumRows = 200;
const maximumColumns = 12;
const yes = /^(?:✓|✔|✔️|☑|✅|●|yes|included|ja|oui|sí|incluido|inclus|enthalten|true)$/iu;
const no = /^(?:✗|✘|✕|✖|×|❌|no|not included|nein|non|no incluido|false)$/iu;
const yesName = /(?:^|[-_\s])(?:check|tick|yes|included|true)(?:$|[-_\s])|check(?:mark)?$/iu;
const noName = /(?:^|[-_\s])(?:cross|xmark|times|no|excluded|false|not-included)(?:$|[-_\s])/iu;

/** A check or a cross, by its sign, its words or the names of its icon. A dash or nothing at all is neither. */
function readMark(cell: HtmlElement, text: string, model: PageModel): TableCell['mark'] {
  const own = model.$(cell);
  const names = own
    .find('svg, img, i, span, use')
    .toArray()
    .flatMap((element) =>
      ['class', 'alt', 'aria-label', 'title', 'data-icon'].map(
        (name) => model.$(element).attr(name) ?? '',
      ),
    );
  const texts = [text, ...names.map((name) => name.trim())];
  const isYes =
    texts.some((word) => yes.test(word)) ||
    (text === '' && names.some((name) => yesName.test(name)));
  const isNo =
    texts.some((word) => no.test(word)) || (text === '' && names.some((name) => noName.test(name)));
  return isYes === isNo ? null : isYes ? 'yes' : 'no';
}

/** The tables of a page that a visitor sees, without those that only lay out the page. */
export function readTables(model: PageModel): Table[] {
  const { $ } = model;
  return $('table')
    .toArray()
    .filter((element) => model.text.spans.has(element) && $(element).find('table').length === 0)
    .flatMap((element): Table[] => {
      const lines = $(element)
        .find('tr')
        .toArray()
        .slice(0, maximumRows)
        .filter((line) => model.text.spans.has(line))
        .map((line) => ({
          element: line,
          cells: $(line)
            .children('td, th')
            .toArray()
            .slice(0, maximumColumns)
            .map((cell): TableCell => {
              const [start, end] = model.text.spans.get(cell) ?? [0, 0];
              const text = cleanText(
                model.text.blocks
                  .slice(start, end)
                  .filter(({ isStruck, kind }) => !isStruck && kind !== 'action')
                  .map((block) => block.text)
                  .join(' '),
                160,
              );
              return { text, mark: readMark(cell, text, model) };
            }),
        }));
      const [head, ...rest] = lines;
      if (head === undefined || head.cells.length < 2 || rest.length === 0) return [];
      return [
        {
          head: head.cells.map(({ text }) => text),
          rows: rest.flatMap(({ cells: [label, ...cells], element: row }) =>
            label === undefined ? [] : [{ label: label.text, cells, element: row }],
          ),
          element,
        },
      ];
    });
}

/** The text of an element as it stands on the page. */
export function quoteElement(element: HtmlElement, { text }: PageModel): string {
  const [start, end] = text.spans.get(element) ?? [0, 0];
  return text.blocks
    .slice(start, end)
    .map((block) => block.text)
    .join(' ');
}
