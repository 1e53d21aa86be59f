import type { Plan } from '@hatchr/contracts';
import { makeFact, type Fact } from './fact.js';
import { pricingWords, type PageModel } from './page-model.js';
import { readMoney } from './read-money.js';
import { readPlanName } from './read-plan-name.js';
import { quoteElement, readTables, type Table } from './read-table.js';
import {
  freeWords,
  isOtherAmount,
  isStartingPrice,
  readTerms,
  readTrialDays,
  requestWords,
} from './read-terms.js';

const priceLabel =
  /price|cost|monthly|yearly|annual|month|year|preis|kosten|monat|jahr|prix|mois|precio|mes|año/iu;

interface PriceCell {
  name: string;
  text: string;
  /** Words of the row or column that the cell stands in. */
  label: string;
  trialDays: number | null;
  quote: string;
}

function readCell(
  { name, text, label, trialDays, quote }: PriceCell,
  model: PageModel,
): Fact<Plan>[] {
  const money = readMoney(text, model.money).filter(
    ({ index }) => !isOtherAmount(text.slice(0, index)),
  );
  const [only] = money;
  const isFree = freeWords.test(text) || only?.amount === 0;
  const isOnRequest = requestWords.test(text);
  if (money.length > 1 || (only === undefined && !isFree && !isOnRequest)) return [];
  const own = readTerms(
    only === undefined
      ? ''
      : `${text.slice(0, only.index)} ${text.slice(only.index + only.length)}`,
  );
  const shared = readTerms(label);
  const hasOwn = own.period !== null;
  const plan: Plan = {
    name,
    amount: isFree ? 0 : (only?.amount ?? null),
    currency: only?.currency ?? null,
    period: isFree || isOnRequest ? null : hasOwn ? own.period : shared.period,
    billed: isFree || isOnRequest ? null : (own.billed ?? (hasOwn ? null : shared.billed)),
    per: own.per ?? shared.per,
    isFrom: only !== undefined && isStartingPrice(text.slice(0, only.index)),
    isFree,
    isOnRequest,
    trialDays,
  };
  return [makeFact(model.page, plan, quote, 0.85)];
}

/** Plans side by side: names in the head, a row of prices. */
function readColumns(table: Table, model: PageModel): Fact<Plan>[] {
  const rows = table.rows.filter(
    ({ label, cells }) =>
      priceLabel.test(label) && cells.some(({ text }) => readMoney(text, model.money).length > 0),
  );
  return rows.flatMap(({ label, cells, element }) =>
    cells.flatMap(({ text }, place) => {
      const name = readPlanName(table.head[place + 1] ?? '');
      return name === null
        ? []
        : readCell(
            { name, text, label, trialDays: null, quote: quoteElement(element, model) },
            model,
          );
    }),
  );
}

/** Plans one below the other: a column of prices. */
function readRows(table: Table, model: PageModel): Fact<Plan>[] {
  const columns = table.head.flatMap((label, place) =>
    place > 0 && priceLabel.test(label) ? [{ label, place: place - 1 }] : [],
  );
  return columns.flatMap(({ label, place }) =>
    table.rows.flatMap((row) => {
      const name = readPlanName(row.label);
      const text = row.cells[place]?.text ?? '';
      const trialDays =
        row.cells.map((cell) => readTrialDays(cell.text)).find((days) => days !== null) ?? null;
      return name === null
        ? []
        : readCell(
            { name, text, label, trialDays, quote: quoteElement(row.element, model) },
            model,
          );
    }),
  );
}

/** Whether a table is about this site's own plans and not about other products or articles. */
function isPriceList(table: Table, model: PageModel): boolean {
  if (model.subject === 'pricing') return true;
  const [start] = model.text.spans.get(table.element) ?? [0, 0];
  return model.text.blocks
    .slice(Math.max(0, start - 4), start)
    .some(({ kind, text }) => kind === 'heading' && pricingWords.test(text));
}

/** The plans that a page lists in tables. */
export function findTablePlans(model: PageModel): Fact<Plan>[] {
  return readTables(model)
    .filter((table) => isPriceList(table, model))
    .flatMap((table) => {
      const columns = readColumns(table, model);
      return columns.length > 0 ? columns : readRows(table, model);
    });
}
