/** An amount of money as a text states it. */
export interface Money {
  amount: number;
  /** ISO 4217; null where the sign is shared by several currencies and nothing says which is meant. */
  currency: string | null;
  /** Place and length in the text. */
  index: number;
  length: number;
}

export interface MoneyContext {
  /** Language of the page, two letters in lower case; null where it is not stated. */
  language: string | null;
  /** Host of the page. */
  host: string;
  /** ISO 4217 of the dollar, crown or yen that the page is known to mean, where it says so elsewhere. */
  statedCurrencies: ReadonlySet<string>;
}

/** Signs that stand for one currency. */
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  R$: 'BRL',
  '₺': 'TRY',
  '₩': 'KRW',
  '₽': 'RUB',
  '₪': 'ILS',
  '₫': 'VND',
  '฿': 'THB',
  '₱': 'PHP',
  '₦': 'NGN',
  '₴': 'UAH',
  zł: 'PLN',
  Kč: 'CZK',
  Ft: 'HUF',
  лв: 'BGN',
  lei: 'RON',
  'Fr.': 'CHF',
  US$: 'USD',
  CA$: 'CAD',
  C$: 'CAD',
  AU$: 'AUD',
  A$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  NT$: 'TWD',
  MX$: 'MXN',
};
/** ISO 4217 codes that pages write out. */
const codes =
  'USD EUR GBP CHF CAD AUD NZD JPY CNY INR BRL SEK NOK DKK PLN CZK HUF RON BGN TRY ILS ZAR SGD HKD TWD KRW MXN THB PHP IDR MYR VND AED SAR NGN UAH RUB ARS CLP COP'.split(
    ' ',
  );
/** Signs of several currencies, and how a page's language or address decides. */
const sharedSigns: Readonly<
  Record<
    string,
    {
      all: string;
      byHost: Record<string, string>;
      byLanguage: Record<string, string>;
      usual: string | null;
    }
  >
> = {
  $: {
    all: 'USD CAD AUD NZD SGD HKD MXN ARS CLP COP',
    byHost: {
      ca: 'CAD',
      au: 'AUD',
      nz: 'NZD',
      sg: 'SGD',
      hk: 'HKD',
      mx: 'MXN',
      ar: 'ARS',
      cl: 'CLP',
      co: '',
    },
    byLanguage: { en: 'USD' },
    usual: null,
  },
  '¥': {
    all: 'JPY CNY',
    byHost: { jp: 'JPY', cn: 'CNY' },
    byLanguage: { ja: 'JPY', zh: 'CNY' },
    usual: null,
  },
  kr: {
    all: 'SEK NOK DKK',
    byHost: { se: 'SEK', no: 'NOK', dk: 'DKK' },
    byLanguage: { sv: 'SEK', nb: 'NOK', no: 'NOK', nn: 'NOK', da: 'DKK' },
    usual: null,
  },
};
const commaLanguages = new Set(
  'de fr es it pt nl pl cs sv nb no nn da fi ru uk tr hu ro bg el hr sk sl id vi'.split(' '),
);

const quoteSign = (sign: string): string => sign.replace(/[$.]/gu, '\\$&');
const symbol = [...Object.keys(signs), ...Object.keys(sharedSigns)]
  .toSorted((a, b) => b.length - a.length)
  .map(quoteSign)
  .join('|');
const letterSymbol = symbol
  .split('|')
  .filter((sign) => /^\p{L}/u.test(sign))
  .join('|');
const code = codes.join('|');
const number = String.raw`\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d[\d.,]{0,14}(?<=\d)`;
const cents = String.raw`(?:[.,](?:[–—-]{1,2}|[–—]))?`;
const moneyPattern = new RegExp(
  `(?<before>(?<![\\p{L}])(?:${code}|${letterSymbol})|[$¥€£₹₺₩₽₪₫฿₱₦₴])\\s?(?<first>${number})${cents}(?:\\s?(?<code>${code})\\b)?|` +
    `(?<![\\p{L}\\d.,])(?<second>${number})${cents}\\s?(?:(?<afterCode>${code})\\b|(?<afterSign>${symbol})(?![\\p{L}\\d]))`,
  'gu',
);
/** What follows an amount that is no price: "$10k", "$2M", "29 99" (cents set apart), "9 – 29", "5 %". */
const notAPrice =
  /^\s?(?:[kKMB]\b|bn\b|million|billion|%|\+)|^\s\d{2}(?!\d)|^\s?[–—-]\s?[\p{Sc}]?\s?\d/u;

/**
 * The number that digits and separators stand for; null where a reader of the page could not be sure: "1.299"
 * is 1299 in German and hardly anything in English.
 */
export function readNumber(raw: string, usesDecimalComma: boolean | null): number | null {
  const plain = raw.replace(/[ '’]/gu, '');
  const separators = plain.replace(/\d/gu, '');
  if (separators === '') return Number(plain);
  const last = separators.at(-1) ?? '';
  const head = plain.slice(0, plain.lastIndexOf(last));
  const tail = plain.slice(plain.lastIndexOf(last) + 1);
  const digits = (text: string): string => text.replace(/[.,]/gu, '');
  const isGrouped = (text: string): boolean => /^\d{1,3}(?:[.,]\d{2,3})*$/u.test(text);
  if (new Set(separators).size === 2)
    return separators.indexOf(last) === separators.length - 1 &&
      isGrouped(head) &&
      tail.length !== 3
      ? Number(`${digits(head)}.${tail}`)
      : null;
  if (separators.length > 1)
    return isGrouped(plain) && tail.length === 3 ? Number(digits(plain)) : null;
  if (tail.length !== 3 || head === '0') return Number(`${head}.${tail}`);
  if (!isGrouped(plain)) return null;
  const groups = last === ',' ? usesDecimalComma !== true : usesDecimalComma === true;
  return groups ? Number(digits(plain)) : null;
}

function resolveShared(sign: string, context: MoneyContext): string | null {
  const rule = sharedSigns[sign];
  if (rule === undefined) return null;
  const stated = rule.all.split(' ').filter((currency) => context.statedCurrencies.has(currency));
  if (stated.length > 0) return stated.length === 1 ? (stated[0] ?? null) : null;
  const top = context.host.slice(context.host.lastIndexOf('.') + 1);
  const byHost = rule.byHost[top];
  if (byHost !== undefined) return byHost === '' ? null : byHost;
  return rule.byLanguage[context.language ?? 'en'] ?? rule.usual;
}

/**
 * Every amount of money in a text, in order. An amount that is not clear is left out; its currency is null
 * where the sign alone does not say. A bare dollar on an English page of no dollar country is read as USD,
 * which is what such pages mean by it, unless the page names another dollar.
 */
export function readMoney(text: string, context: MoneyContext): Money[] {
  return [...text.matchAll(moneyPattern)].flatMap((match): Money[] => {
    const groups = match.groups ?? {};
    const sign =
      groups['code'] ?? groups['before'] ?? groups['afterCode'] ?? groups['afterSign'] ?? '';
    const raw = groups['first'] ?? groups['second'] ?? '';
    if (notAPrice.test(text.slice(match.index + match[0].length))) return [];
    if (/\p{Sc}?\d\s?[–—-]\s?$/u.test(text.slice(Math.max(0, match.index - 8), match.index)))
      return [];
    const isEuroAfter = groups['afterSign'] === '€' || groups['afterCode'] === 'EUR';
    const usesComma =
      context.language === null
        ? isEuroAfter
          ? true
          : null
        : commaLanguages.has(context.language) || isEuroAfter;
    const amount = readNumber(raw, usesComma);
    if (amount === null || !Number.isFinite(amount) || amount > 10_000_000) return [];
    const currency = codes.includes(sign) ? sign : (signs[sign] ?? resolveShared(sign, context));
    return [{ amount, currency, index: match.index, length: match[0].length }];
  });
}

/** Codes that a text writes out, and dollars that it names with their country. */
export function findStatedCurrencies(text: string): Set<string> {
  const found = new Set(text.match(new RegExp(`\\b(?:${code})\\b`, 'gu')) ?? []);
  for (const [sign, currency] of Object.entries(signs))
    if (/^\p{L}+\$$/u.test(sign) && new RegExp(`(?<!\\p{L})${quoteSign(sign)}`, 'u').test(text))
      found.add(currency);
  return found;
}
