import { describe, expect, it } from '@jest/globals';
import { findStatedCurrencies, readMoney, type MoneyContext } from './read-money.js';

const page = (
  language: string | null,
  host = 'acme.example',
  stated: string[] = [],
): MoneyContext => ({
  language,
  host,
  statedCurrencies: new Set(stated),
});
const read = (text: string, context = page('en')): [number, string | null][] =>
  readMoney(text, context).map(({ amount, currency }) => [amount, currency]);

describe('readMoney', () => {
  it.each<[string, string | null, number, string | null]>([
    ['$9', 'en', 9, 'USD'],
    ['$1,299', 'en', 1299, 'USD'],
    ['$1,299.50 / year', 'en', 1299.5, 'USD'],
    ['US$9', 'en', 9, 'USD'],
    ['CA$9', 'en', 9, 'CAD'],
    ['A$ 19.95', 'en', 19.95, 'AUD'],
    ['$9 CAD', 'en', 9, 'CAD'],
    ['9 USD / user / mo', 'en', 9, 'USD'],
    ['USD 1200', 'en', 1200, 'USD'],
    ['£4.50', 'en', 4.5, 'GBP'],
    ['€12', 'en', 12, 'EUR'],
    ['1.299,00 €', 'de', 1299, 'EUR'],
    ['1.299 €', 'de', 1299, 'EUR'],
    ['1 299,90 €', 'fr', 1299.9, 'EUR'],
    ['12,– €', 'de', 12, 'EUR'],
    ['CHF 12.–', 'de', 12, 'CHF'],
    ['CHF 1’290.00', 'de', 1290, 'CHF'],
    ['₹999', 'en', 999, 'INR'],
    ['₹1,00,000', 'en', 100_000, 'INR'],
    ['R$ 49,90', 'pt', 49.9, 'BRL'],
    ['49 zł', 'pl', 49, 'PLN'],
    ['299 Kč', 'cs', 299, 'CZK'],
    ['99 kr', 'sv', 99, 'SEK'],
    ['99 kr', 'da', 99, 'DKK'],
    ['¥980', 'ja', 980, 'JPY'],
    ['€0.005', 'en', 0.005, 'EUR'],
    ['Free, then $0.40', 'en', 0.4, 'USD'],
  ])('reads %s on a page in %s', (text, language, amount, currency) => {
    expect(read(text, page(language))).toEqual([[amount, currency]]);
  });

  it.each([
    ['cents set apart', '$29 99'],
    ['a range', '$9 – $29'],
    ['thousands in short', '$10k MRR'],
    ['millions', 'over $2M paid out'],
    ['a share', '2.9% + something'],
    ['a number that two languages read differently', '$1.299'],
    ['digits alone', '24/7 since 2019'],
  ])('leaves out what is not clear: %s', (_what, text) => {
    expect(read(text)).toEqual([]);
  });

  it('does not name a currency that the page leaves open', () => {
    expect(read('$9', page('es', 'acme.example'))).toEqual([[9, null]]);
    expect(read('$9', page('en', 'acme.com.au'))).toEqual([[9, 'AUD']]);
    expect(read('$9', page('en', 'acme.example', ['CAD']))).toEqual([[9, 'CAD']]);
    expect(read('$9', page('en', 'acme.example', ['CAD', 'USD']))).toEqual([[9, null]]);
    expect(read('99 kr', page('en'))).toEqual([[99, null]]);
    expect(read('¥980', page('en'))).toEqual([[980, null]]);
  });

  it('reads several amounts in order', () => {
    expect(read('$8/mo, $96 billed yearly')).toEqual([
      [8, 'USD'],
      [96, 'USD'],
    ]);
  });

  it('collects the currencies that a page writes out', () => {
    expect([...findStatedCurrencies('All prices in CAD. US$9 outside.')].toSorted()).toEqual([
      'CAD',
      'USD',
    ]);
  });

  it('answers on long text of nothing but digits and signs', () => {
    expect(read('1,'.repeat(50_000)).length).toBe(0);
    expect(read('$ '.repeat(50_000)).length).toBe(0);
  });
});
