import type { Plan } from '@hatchr/contracts';
import type { Passage } from '../extraction/choose-passages.js';
import { findQuote, restsOn, type StandingQuote } from '../extraction/check-quote.js';
import { cleanText } from '../extraction/clean-text.js';
import type { SiteFacts } from '../extraction/extract-facts.js';
import { makeFact, type Fact } from '../extraction/fact.js';
import { isFeature, mergeFeatures } from '../extraction/find-features.js';
import { mergePlans } from '../extraction/find-plans.js';
import { readMoney, type MoneyContext } from '../extraction/read-money.js';
import { readPlanName } from '../extraction/read-plan-name.js';
import { isOtherAmount, isStartingPrice, readTerms } from '../extraction/read-terms.js';
import type { QuotedStatement, SiteReading } from './site-reading.js';

/** The words stand on the page; that they mean what they are taken for is the word of a model. */
const confidence = 0.6;
const maximumFeatures = 16;
/** Lines above a price in which the name of its plan may stand. */
const maximumNameDistance = 2;

/** The facts of a site with what of a model's reading holds, and how much did not. */
export interface KeptReading {
  facts: SiteFacts;
  kept: number;
  refused: number;
}

const moneyOf = ({ language, host, currencies }: Passage): MoneyContext => ({
  ...{ language, host, statedCurrencies: new Set(currencies) },
});

/** Takes the statements of a reading one by one, and counts those that do not stand on the pages. */
class Keeper {
  kept = 0;
  refused = 0;

  constructor(private readonly passages: readonly Passage[]) {}

  /** A statement that says no more than its quote; the quote itself where that is fit and the statement says more. */
  state(
    entry: QuotedStatement | null,
    isFit: (text: string, quote: StandingQuote) => boolean,
  ): Fact<string> | null {
    if (entry === null) return null;
    const quote = findQuote(entry.quote, this.passages);
    if (quote === null) return this.count<string>(null);
    const statement = cleanText(entry.statement, 300).replace(/\s*[.:]$/u, '');
    const value = [statement, quote.text].find(
      (text) => restsOn(text, quote) && isFit(text, quote),
    );
    return this.count(
      value === undefined ? null : makeFact(quote.passage, value, quote.text, confidence),
    );
  }

  /** A plan of which everything but the choice of words is read by rules. */
  price({ plan, quote: words }: SiteReading['prices'][number]): Fact<Plan> | null {
    const quote = findQuote(words, this.passages);
    const value = quote && readPlan(plan, quote);
    return this.count(value ? makeFact(quote.passage, value, quote.text, confidence) : null);
  }

  private count<T>(fact: Fact<T> | null): Fact<T> | null {
    if (fact) this.kept += 1;
    else this.refused += 1;
    return fact;
  }
}

/** The plan that a quote states: one amount with its period. Anything less clear is none. */
function readPlan(name: string | null, { text, passage, place }: StandingQuote): Plan | null {
  const [money, ...others] = readMoney(text, moneyOf(passage));
  if (money === undefined || others.length > 0) return null;
  const before = text.slice(0, money.index);
  if (isOtherAmount(before)) return null;
  const terms = readTerms(text.slice(money.index + money.length));
  if (terms.period === null) return null;
  const near = passage.lines.slice(Math.max(0, place - maximumNameDistance), place + 1).join('\n');
  const planName = name === null ? null : readPlanName(name);
  return {
    ...{ name: planName !== null && near.includes(planName) ? planName : null, ...terms },
    ...{ amount: money.amount, currency: money.currency, isFrom: isStartingPrice(before) },
    ...{ isFree: money.amount === 0, isOnRequest: false, trialDays: null },
  };
}

const isSentence = (text: string): boolean =>
  text.length >= 15 && text.length <= 240 && /\p{L}\s\p{L}/u.test(text);
const isPhrase = (text: string): boolean => text.length <= 60 && text.split(' ').length <= 8;

/**
 * Adds to what the rules found on a site what a model read there, as far as it stands there: a quote is on the page
 * word for word, a statement says no more than its quote. What the rules know stays as it is.
 */
export function keepWhatStands(
  reading: SiteReading,
  facts: SiteFacts,
  passages: readonly Passage[],
): KeptReading {
  const keeper = new Keeper(passages);
  const features = reading.features.flatMap(
    (entry) => keeper.state(entry, (text, { passage }) => isFeature(text, moneyOf(passage))) ?? [],
  );
  const lacks = new Set(facts.lacks.map(({ value }) => value.toLowerCase()));
  const positioning = keeper.state(reading.positioning, isSentence);
  const plans = reading.prices.flatMap((entry) => keeper.price(entry) ?? []);
  const summary = keeper.state(reading.summary, isSentence);
  const audience = keeper.state(reading.audience, isPhrase);
  return {
    facts: {
      ...facts,
      summary: facts.summary ?? summary,
      audience: facts.audience ?? audience,
      features: mergeFeatures([
        ...facts.features,
        ...features
          .slice(0, maximumFeatures)
          .filter(({ value }) => !lacks.has(value.toLowerCase())),
      ]),
      // Cards and tables say more than a sentence: where the rules read prices, they are the prices.
      plans: facts.plans.length > 0 ? facts.plans : mergePlans(plans),
      ...(positioning ? { positioning } : {}),
    },
    kept: keeper.kept,
    refused: keeper.refused,
  };
}
