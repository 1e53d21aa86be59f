import { describe, expect, it } from '@jest/globals';
import { corpusPrompts } from '../corpus-prompts.fixture.js';
import { noDiscovery } from '../no-discovery.fixture.js';
import { nounSenses } from '../noun-senses.js';
import { planProduct } from '../plan-product.js';
import { coinName, type NameSources } from './coin-name.js';
import { isPronounceable } from './pronounce.js';
import { knownBrands } from './refused-names.js';

const nameOf = (prompt: string): string => planProduct(prompt, noDiscovery()).name;

const hives: NameSources = {
  prompt: 'Beekeeping journal',
  subjects: ['beekeeping journal'],
  labels: ['Hive'],
  domains: ['beekeeping'],
  featureKind: 'trend',
  taken: [],
};

describe('the names of the corpus', () => {
  const names = corpusPrompts.map(nameOf);

  it('are all different', () => {
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('have five to twelve letters that a reader of English can say', () => {
    expect(names.filter((name) => !/^[A-Z][a-z]{4,11}$/u.test(name))).toEqual([]);
    expect(names.filter((name) => !isPronounceable(name.toLowerCase()))).toEqual([]);
  });

  it('are no plain word of the dictionary and no well-known product', () => {
    expect(names.filter((name) => nounSenses(name).length > 0)).toEqual([]);
    expect(names.filter((name) => knownBrands.has(name.toLowerCase()))).toEqual([]);
  });
});

describe('coining a name', () => {
  it('gives the same name for the same sentence and builds it on the world of the idea', () => {
    expect(coinName(hives)).toBe(coinName(hives));
    expect(coinName(hives)).toMatch(/^(?:Hive|Comb|Nectar|Clover)[a-z]+$/u);
  });

  it('passes over the name of a competitor, a word of it, and a name that holds it whole', () => {
    const first = coinName(hives);
    expect(coinName({ ...hives, taken: [first] })).not.toBe(first);
    expect(coinName({ ...hives, taken: [`${first} Pro`] })).not.toBe(first);
    expect(coinName({ ...hives, taken: ['Hive', 'Comb', 'Nectar', 'Clover'] })).not.toMatch(
      /hive|comb|nectar|clover/iu,
    );
  });

  it('makes no bad word where two words meet', () => {
    const meets = { ...hives, domains: [], subjects: ['gas'], labels: [], featureKind: 'none' };
    expect(coinName({ ...meets, subjects: ['pulpit'] })).not.toMatch(/pits?tead$/iu);
    expect(coinName({ ...meets, subjects: ['crap', 'rapist', 'analyst'] })).not.toMatch(
      /crap|rapi|anal/iu,
    );
  });

  it('names an idea in any script with letters of English', () => {
    expect(nameOf('面向小餐馆的库存管理')).toMatch(/^[A-Z][a-z]{4,11}$/u);
    expect(nameOf('Терминал для бронирования переговорных комнат')).toMatch(/^[A-Z][a-z]{4,11}$/u);
  });

  it('keeps the name that the sentence gives', () => {
    expect(nameOf('An app called Moss for allotment gardeners')).toBe('Moss');
  });
});

describe('whether a word can be said', () => {
  it.each(['hivenote', 'plumbline', 'seedbench', 'courtshelf', 'quillbell'])('takes %s', (word) => {
    expect(isPronounceable(word)).toBe(true);
  });

  it.each(['nchbly', 'conshbt', 'metmnt', 'tlink', 'brndx', 'größe'])('refuses %s', (word) => {
    expect(isPronounceable(word)).toBe(false);
  });
});
