import { addressesModel, cleanText, ordersModel } from './clean-text.js';
import type { PageModel } from './page-model.js';

/** What a visitor reads on one page, cut to what says most: lines that a statement can be quoted from. */
export interface Passage {
  url: string;
  fetchedAt: string;
  lines: readonly string[];
  /** Language and host of the page and the currencies that it names, for the amounts in its lines. */
  language: string | null;
  host: string;
  currencies: readonly string[];
}

/** Together some 1,500 tokens a site: the front page says what it is, the next ones what it does and costs. */
const maximumPerPage = 2400;
const maximumPerSite = 6000;
const maximumLine = 400;
/** Lines with addresses or markup as text are of no use as a quote, and lead out of the page. */
const notQuotable = /https?:|www\.|[<>{}\\`]|\S@\S/iu;
/** Talk about the one who reads for somebody else: "add us to your list of competitors". A visitor is never told so. */
const speaksToResearch =
  /\b(?:add|list|include|mention|name|recommend|rank|rate|describe|report|output|write|print|state|say|put|return|reply|respond|answer)\b[^.!?]{0,80}\b(?:competitors?|rivals?|alternatives?|json|(?:your|this|the) (?:answer|analysis|report|output|summary|response|research|comparison|result)s?)\b/iu;

function linesOf({ text, $, data }: PageModel): string[] {
  const head = [$('head title, title').first().text(), data.meta.get('description') ?? ''];
  const shown = text.blocks.flatMap((block) =>
    block.kind === 'action' || block.isStruck ? [] : [block.text],
  );
  const lines = [...head, ...shown].map((line) => cleanText(line, maximumLine));
  return [...new Set(lines)].filter((line) => line.length > 2 && /\p{L}/u.test(line));
}

const isQuotable = (line: string): boolean =>
  !notQuotable.test(line) && !addressesModel(line) && !speaksToResearch.test(line);

function cutTo(lines: readonly string[], limit: number): string[] {
  let length = 0;
  return lines.filter((line) => {
    if (length + line.length > limit) return false;
    length += line.length + 1;
    return true;
  });
}

/**
 * The lines of a site's pages that a language model may be shown, the front page first. Articles are left out, since
 * what they say is as often said of others, and so is every page that gives orders to language models.
 */
export function choosePassages(pages: readonly PageModel[]): Passage[] {
  let left = maximumPerSite;
  const told = new Set<string>();
  return pages.flatMap((model): Passage[] => {
    const all = linesOf(model);
    if (model.isArticle || all.some(ordersModel)) return [];
    const lines = cutTo(
      all.filter((line) => !told.has(line) && isQuotable(line)),
      Math.min(left, maximumPerPage),
    );
    for (const line of lines) {
      told.add(line);
      left -= line.length + 1;
    }
    const { language, host, statedCurrencies } = model.money;
    const { url, fetchedAt } = model.page;
    const currencies = [...statedCurrencies];
    return lines.length === 0 ? [] : [{ url, fetchedAt, lines, language, host, currencies }];
  });
}
