import { addressesModel } from './clean-text.js';
import { makeFact, type Fact } from './fact.js';
import { listAncestors } from './find-hidden.js';
import { featureWords, integrationWords, pricingWords, type PageModel } from './page-model.js';
import { readMoney, type MoneyContext } from './read-money.js';
import type { Block } from './read-blocks.js';
import { quoteElement, readTables, type Table } from './read-table.js';
import { freeWords, readTrialDays, requestWords } from './read-terms.js';
import { asList, readString } from './structured-data.js';

const maximumFeatures = 60;
const noFeatures =
  /^(?:learn more|read more|get started|sign up|start .*|try .*|contact.*|book a demo|see (?:all|pricing|plans).*|everything in .*|everything .* plus.*|all .* features.*|alles aus .*|tout (?:de|ce).*|todo lo de .*|plus:?|includes?:?|features?|funktionen|fonctionnalités|funciones|faq|frequently asked.*|questions.*|testimonials?|what (?:our )?customers say.*|trusted by.*|loved by.*|our team|about.*|blog|ready to .*|why .*|how it works|join .*|stay .*|newsletter.*|subscribe.*|no credit card.*|cancel any ?time.*|price|cost|users?|support|preis|prix|precio)$/iu;

/** Whether a text names something that a product can do: a short phrase, no question, price or call to act. */
export function isFeature(text: string, money: MoneyContext): boolean {
  return (
    text.length >= 3 &&
    text.length <= 90 &&
    text.split(' ').length <= 12 &&
    /\p{L}{3}/u.test(text) &&
    !/[?]|^["“„«]|https?:/u.test(text) &&
    !noFeatures.test(text.replace(/[.!:]$/u, '')) &&
    !freeWords.test(text) &&
    !requestWords.test(text) &&
    !pricingWords.test(text.length < 20 ? text : '') &&
    readTrialDays(text) === null &&
    !addressesModel(text) &&
    readMoney(text, money).length === 0
  );
}

const cutEnd = (text: string): string =>
  text.replace(/\s*[.:]$/u, '').replace(/^[✓✔☑✅•–-]\s*/u, '');

function toFact(
  text: string,
  snippet: string,
  confidence: number,
  model: PageModel,
): Fact<string>[] {
  const value = cutEnd(text);
  return isFeature(value, model.money) ? [makeFact(model.page, value, snippet, confidence)] : [];
}

/** Headings and list items below a heading on features, up to the next heading of its rank. */
function findInSections(model: PageModel): Fact<string>[] {
  const { blocks } = model.text;
  let level = model.subject === 'features' ? 1 : 0;
  let isList = false;
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') {
      if (level === 0 || block.level <= level) {
        const opens =
          block.text.length < 70 &&
          featureWords.test(block.text) &&
          !pricingWords.test(block.text) &&
          !integrationWords.test(block.text) &&
          !/compare/iu.test(block.text);
        level = opens ? block.level : model.subject === 'features' && block.level > 1 ? 1 : 0;
        isList = opens;
        return opens || level === 0 ? [] : toFact(block.text, block.text, 0.7, model);
      }
      isList = isList && integrationWords.test(block.text);
      return toFact(block.text, block.text, 0.75, model);
    }
    const isDeep = block.kind === 'item' && level > 0 && isList;
    return isDeep ? toFact(block.text, block.text, 0.75, model) : [];
  });
}

/** What the plans list: items of a list in the same element as a price. */
function findInPlans(model: PageModel): Fact<string>[] {
  const { blocks, spans } = model.text;
  const hasPrice = (block: Block): boolean =>
    block.kind !== 'item' &&
    !block.isStruck &&
    block.text.length < 90 &&
    (readMoney(block.text, model.money).length > 0 ||
      freeWords.test(block.text) ||
      requestWords.test(block.text));
  return blocks.flatMap((block) => {
    if (block.kind !== 'item') return [];
    const list = listAncestors(block.element).find(({ name }) => ['ul', 'ol', 'dl'].includes(name));
    const card = list?.parent;
    const span =
      card === null || card === undefined || !('attribs' in card) ? undefined : spans.get(card);
    if (
      span === undefined ||
      card === null ||
      card === undefined ||
      ('name' in card && card.name === 'body')
    )
      return [];
    const inside = blocks.slice(...span);
    return inside.some(hasPrice) ? toFact(block.text, block.text, 0.7, model) : [];
  });
}

export interface TableFeatures {
  has: Fact<string>[];
  /** What a cross in the product's own column says it does not do. */
  lacks: Fact<string>[];
}

/** The column of the product itself in a table against others; null where its columns are its own plans. */
function findOwnColumn(table: Table, name: string | null): number | 'plans' | 'others' {
  const own =
    name === null
      ? -1
      : table.head.findIndex(
          (head, place) => place > 0 && head.toLowerCase().startsWith(name.toLowerCase()),
        );
  if (own > 0) return own - 1;
  return 'plans';
}

/** Features of comparison tables: a check is a yes, a cross is a no, a dash or an empty cell is neither. */
export function findTableFeatures(
  model: PageModel,
  name: string | null,
  planNames: readonly string[],
): TableFeatures {
  const result: TableFeatures = { has: [], lacks: [] };
  const plans = new Set(planNames.map((plan) => plan.toLowerCase()));
  for (const table of readTables(model)) {
    const own = findOwnColumn(table, name);
    const isOfPlans = table.head
      .slice(1)
      .some((head) => [...plans].some((plan) => head.toLowerCase().startsWith(plan)));
    if (own === 'plans' && !isOfPlans) continue;
    for (const { label, cells, element } of table.rows) {
      const marks = (typeof own === 'number' ? [cells[own]] : cells).map(
        (cell) => cell?.mark ?? null,
      );
      const quote = quoteElement(element, model);
      const fact = toFact(label, quote === '' ? label : quote, 0.85, model);
      if (marks.includes('yes')) result.has.push(...fact);
      else if (marks.length > 0 && marks.every((mark) => mark === 'no')) result.lacks.push(...fact);
    }
  }
  return result;
}

/** What the product can do, each named by the page itself. */
export function findFeatures(model: PageModel, hasPlans: boolean): Fact<string>[] {
  const stated = model.data.nodes.flatMap(({ node }) =>
    asList(node['featureList']).flatMap((item) =>
      (readString(item, 2000) ?? '')
        .split(/\s*[,;\n]\s*/u)
        .flatMap((text) => (text === '' ? [] : toFact(text, text, 0.9, model))),
    ),
  );
  return mergeFeatures([
    ...stated,
    ...findInSections(model),
    ...(hasPlans ? findInPlans(model) : []),
  ]);
}

/** Each feature once, whatever the case, the first of equal ones. */
export function mergeFeatures(facts: readonly Fact<string>[]): Fact<string>[] {
  const byText = new Map<string, Fact<string>>();
  for (const fact of facts) {
    const key = fact.value.toLowerCase();
    if (!byText.has(key)) byText.set(key, fact);
  }
  return [...byText.values()].slice(0, maximumFeatures);
}
