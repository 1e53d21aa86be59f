import type { Plan } from '@hatchr/contracts';
import { makeFact, type Fact } from './fact.js';
import type { PageModel } from './page-model.js';
import { readPlanName } from './read-plan-name.js';
import { readMoney, readNumber } from './read-money.js';
import {
  asList,
  isObject,
  listObjects,
  quoteSource,
  readString,
  type EmbeddedJson,
  type JsonObject,
} from './structured-data.js';

const empty: Plan = {
  name: null,
  amount: null,
  currency: null,
  period: null,
  billed: null,
  per: null,
  isFrom: false,
  isFree: false,
  isOnRequest: false,
  trialDays: null,
};

const periodCodes: Readonly<Record<string, 'month' | 'year'>> = {
  MON: 'month',
  P1M: 'month',
  MONTH: 'month',
  MONTHLY: 'month',
  ANN: 'year',
  P1Y: 'year',
  YEAR: 'year',
  YEARLY: 'year',
  ANNUAL: 'year',
};

function readAmount(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : null;
  // schema.org wants a dot for decimals and no other sign.
  return typeof value === 'string' && /^\d[\d.,]*$/u.test(value.trim())
    ? readNumber(value.trim(), false)
    : null;
}

function readCurrency(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Z]{3}$/u.test(value) ? value : null;
}

function readPeriodCode(value: unknown): 'month' | 'year' | null {
  return typeof value === 'string' ? (periodCodes[value.toUpperCase()] ?? null) : null;
}

/** The period of a price specification, where it covers exactly one. */
function periodOf(node: JsonObject): 'month' | 'year' | null {
  const quantity = isObject(node['referenceQuantity']) ? node['referenceQuantity'] : {};
  const count = node['billingDuration'] ?? quantity['value'] ?? node['billingIncrement'] ?? 1;
  if (typeof count === 'string' && readPeriodCode(count) !== null) return readPeriodCode(count);
  if (Number(count) !== 1) return null;
  return (
    readPeriodCode(node['unitCode']) ??
    readPeriodCode(quantity['unitCode']) ??
    readPeriodCode(node['unitText'])
  );
}

function readOffer(node: JsonObject): Plan | null {
  const specification = asList(node['priceSpecification']).find(isObject) ?? {};
  const isRange = node['lowPrice'] !== undefined && node['price'] === undefined;
  const amount = readAmount(node['price'] ?? specification['price'] ?? node['lowPrice']);
  const currency = readCurrency(node['priceCurrency'] ?? specification['priceCurrency']);
  if (amount === null || (currency === null && amount > 0)) return null;
  const name = readString(node['name'], 60);
  return {
    ...empty,
    name: name === null ? null : readPlanName(name),
    amount,
    currency,
    period: amount === 0 ? null : (periodOf(specification) ?? periodOf(node)),
    isFrom: isRange,
    isFree: amount === 0,
  };
}

/**
 * The offers that a page makes in schema.org. Only those that have a name or a period: an offer with neither
 * is as often a placeholder or an article on sale as it is a plan.
 */
export function findSchemaPlans(model: PageModel): Fact<Plan>[] {
  return model.data.nodes.flatMap(({ node, types, source }): Fact<Plan>[] => {
    if (!types.some((type) => type === 'Offer' || type === 'AggregateOffer')) return [];
    const plan = readOffer(node);
    if (plan === null || (plan.name === null && plan.period === null)) return [];
    const price = [node['price'], node['lowPrice']].find(
      (value) => typeof value === 'string' || typeof value === 'number',
    );
    const texts = [readString(node['name'], 60), price === undefined ? null : `${price}`].filter(
      (text) => text !== null,
    );
    return [
      makeFact(model.page, plan, quoteSource(source, texts), plan.period === null ? 0.7 : 0.9),
    ];
  });
}

const monthKeys = [
  'monthlyPrice',
  'priceMonthly',
  'monthly_price',
  'price_monthly',
  'pricePerMonth',
  'monthly',
];
const yearKeys = [
  'yearlyPrice',
  'priceYearly',
  'yearly_price',
  'price_yearly',
  'annualPrice',
  'priceAnnual',
  'annual_price',
  'pricePerYear',
  'yearly',
  'annual',
];

interface StatedPrice {
  value: unknown;
  period: 'month' | 'year' | null;
}

function listPrices(object: JsonObject): StatedPrice[] {
  const own = (keys: readonly string[], period: StatedPrice['period']): StatedPrice[] =>
    keys
      .filter((key) => object[key] !== undefined)
      .slice(0, 1)
      .map((key) => ({ value: object[key], period }));
  const interval = readPeriodCode(
    object['interval'] ?? object['billingPeriod'] ?? object['period'],
  );
  return [
    ...own(monthKeys, 'month'),
    ...own(yearKeys, 'year'),
    ...(interval === null ? [] : own(['price', 'amount'], interval)),
  ];
}

/** Plans in the state of a client-rendered page: objects with a name, an amount, a period and a currency. */
export function findStatePlans(model: PageModel): Fact<Plan>[] {
  return model.data.states.flatMap(({ data, source }) =>
    listObjects(data).flatMap(({ object, parents }) =>
      readStatePlan(object, parents, model, source),
    ),
  );
}

function currencyNear(object: JsonObject, parents: readonly JsonObject[]): string | null {
  for (const place of [object, ...parents.toReversed().slice(0, 2)]) {
    const currency = readCurrency(
      typeof place['currency'] === 'string' ? place['currency'].toUpperCase() : undefined,
    );
    if (currency !== null) return currency;
  }
  return null;
}

function readStatePlan(
  object: JsonObject,
  parents: readonly JsonObject[],
  model: PageModel,
  source: EmbeddedJson['source'],
): Fact<Plan>[] {
  const stated = readString(object['name'] ?? object['title'], 60);
  const name = stated === null ? null : readPlanName(stated);
  if (name === null || stated === null) return [];
  return listPrices(object).flatMap(({ value, period }): Fact<Plan>[] => {
    const money = typeof value === 'string' ? readMoney(value, model.money) : [];
    const [only] = money.length === 1 ? money : [];
    const amount = only?.amount ?? readAmount(value);
    const currency = only?.currency ?? currencyNear(object, parents);
    if (amount === null || (currency === null && amount > 0)) return [];
    const isFree = amount === 0;
    const plan: Plan = { ...empty, name, amount, currency, period: isFree ? null : period, isFree };
    return [makeFact(model.page, plan, quoteSource(source, [stated, String(value)]), 0.75)];
  });
}
