export interface StatedPrice {
  /** Minor units. */
  amount: number;
  currency: string;
  period: 'month' | 'year' | 'once' | 'use';
  /** The words of the sentence. */
  words: string;
}

const symbols: Record<string, string> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
};
const names: Record<string, string> = {
  usd: 'USD',
  dollars: 'USD',
  dollar: 'USD',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  gbp: 'GBP',
  pounds: 'GBP',
  chf: 'CHF',
  jpy: 'JPY',
  yen: 'JPY',
  inr: 'INR',
};

const pricePattern =
  /(?:(?<symbol>[$€£¥₹])\s?(?<first>\d[\d,]*(?:\.\d{1,2})?)|(?<second>\d[\d,]*(?:\.\d{1,2})?)\s?(?<name>usd|dollars?|eur|euros?|gbp|pounds|chf|jpy|yen|inr|€|\$|£))(?<rest>\s?(?:\/|per|a|an|each|pro|par|al)?\s?(?<period>month|mo\b|year|yr\b|week|user|seat|use|booking|once|monthly|yearly|annually|monat|jahr|mois|mes)?)/iu;

const periods: [RegExp, StatedPrice['period']][] = [
  [/^(?:year|yr|yearly|annually|jahr)/u, 'year'],
  [/^(?:use|booking)/u, 'use'],
  [/^once/u, 'once'],
  [/^(?:month|mo|monthly|monat|mois|mes|user|seat)/u, 'month'],
];

// "under $20" and "save $500" are a budget or a claim, not what the product costs.
const notAPrice =
  /(?:under|below|budget|save|saves|worth|up to|over|above|raise|raising|limit of)\s*(?:of\s*)?$/iu;

/** The price that the sentence states ("$50/month"), null when it states none. */
export function findPrice(text: string): StatedPrice | null {
  const match = pricePattern.exec(text);
  const groups = match?.groups;
  if (!match || !groups || notAPrice.test(text.slice(0, match.index))) return null;
  const currency =
    symbols[groups['symbol'] ?? ''] ??
    symbols[groups['name'] ?? ''] ??
    names[(groups['name'] ?? '').toLowerCase()];
  const number = Number((groups['first'] ?? groups['second'] ?? '').replaceAll(',', ''));
  if (!currency || !Number.isFinite(number) || number > 1e7) return null;
  const word = (groups['period'] ?? '').toLowerCase();
  const period = periods.find(([pattern]) => pattern.test(word))?.[1];
  // An amount without "a month" and the like may be a price of anything, so it is kept as a constraint only.
  if (!period) return null;
  const amount = Math.round(number * (currency === 'JPY' ? 1 : 100));
  return { amount, currency, period, words: match[0].trim() };
}

const constraintPatterns = [
  /\b(?:in|near|around|across)\s+(?:the\s+)?[A-Z][\p{L}'’-]+(?:\s+[A-Z][\p{L}'’-]+){0,2}/gu,
  /\b(?:under|below|up to|at most|no more than|less than|at least|within|max(?:imum)?(?: of)?|minimum(?: of)?|min)\s+[$€£]?\d[\d,.]*(?:\s?[\p{L}%]+){0,2}/giu,
  /\b\d[\d,.]*\s(?:people|persons|users|seats|guests|children|kids|teams|boats|horses|desks|beds|spots|places|members|employees|rooms|tables|units|students|players|vehicles|locations|items|kg|km|miles|minutes|hours|days|weeks|months)\b/giu,
  /[$€£¥₹]\s?\d[\d,.]*(?:\s?(?:\/|per|a)\s?\p{L}+)?/gu,
  /\b(?:without|no)\s+(?:an?\s+)?(?:login|signup|sign-up|ads|account|accounts|internet|subscription|credit card|tracking)\b/giu,
  /\b(?:for\s+)?(?:kids|children|teenagers|adults|people)\s+(?:under|over|above|from|aged?)\s+\d+(?:\s*(?:to|-)\s*\d+)?/giu,
  /\b(?:offline|open[- ]source|self[- ]hosted|gdpr|hipaa|mobile[- ]first)\b/giu,
];

/** Limits that the sentence states, each in its own words, in the order of the sentence. */
export function findConstraints(text: string): string[] {
  const found = constraintPatterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      at: match.index,
      words: match[0].trim().replace(/[,.]+$/u, ''),
    })),
  );
  const ordered = found.sort((a, b) => a.at - b.at).map(({ words }) => words);
  const distinct = ordered.filter(
    (words, index) =>
      ordered.indexOf(words) === index &&
      !ordered.some((other) => other !== words && other.includes(words)),
  );
  return distinct.slice(0, 8);
}

const namePattern =
  /\b(?:called|named|heißt|namens|appelée?|llamad[oa])\s+["“«']?([\p{Lu}\p{N}][\p{L}\p{N}-]{1,24})/u;

/** The product's name where the sentence gives one ("called Sprout"). */
export const findGivenName = (text: string): string | null => namePattern.exec(text)?.[1] ?? null;
