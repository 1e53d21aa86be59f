import { type CopyGround } from './copy-ground.js';

const leadsOut =
  /https?:|www\.|[<>{}[\]\\`|]|\S@\S|#\w|\b[a-z\d-]+\.(?:com|net|org|io|ai|app|co|dev|test|example)\b/iu;
/** Crowds that nobody has counted, and praise that nobody has given. */
const socialProof =
  /\b(?:dozens|hundreds|thousands|millions|billions) of\b|\b(?:our|happy|satisfied|existing|paying) (?:customers|users|clients)\b|\b(?:trusted|loved|used|backed|funded) by\b|\baward|\btestimonial|\bas seen (?:in|on)\b|(?<!\p{L})(?:hunderte|tausende|millionen|des (?:centaines|milliers|millions)|cientos|miles|millones) (?:von|de|zufriedene\p{L}*)?(?!\p{L})|\b(?:utilisé|plébiscité|recommandé) par\b|\bvertrauen\b.{0,20}\bauf\b/iu;
const superlative =
  /\bthe (?:best|fastest|leading|easiest|cheapest|smartest|number one)\b|\bthe (?:first|only) (?:app|application|tool|product|service|one|platform|solution|software)\b|\bthe most (?:powerful|advanced|popular|trusted|complete|loved)\b|#1|\bno (?:other|competing) \p{L}+|\b(?:nobody|no one|nothing) else\b|\bnobody (?:offers|does|has|proposes)\b|\bunlike (?:any|every|all) other\b|\bmarket leader\b|\bguaranteed?\b/iu;
const money =
  /(?:[$€£¥₹]\s?(\d+(?:[.,]\d+)*))|(?:(\d+(?:[.,]\d+)*)\s?(?:[$€£¥₹]|EUR|USD|GBP|CHF|euros?|dollars?|Euro)(?!\p{L}))/giu;
const free =
  /\b(?:for free|free (?:plan|trial|forever|version|tier|account)|free of charge|kostenlos|gratuit\w*|gratis)\b/iu;
/** Sizes and shares, which stand in words beside a small number. */
const magnitude =
  /\b(?:thousand|million|billion|trillion|percent|tausend|milliarden?|millones|milliards?)s?\b|%/giu;
const quotation = /[“„«"]([^“”„«»"]+)[”“»"]/gu;
/** Somebody who says or does something at the start of a sentence: `Maria uses it`. */
const somebody = /(?<!\p{L})(\p{Lu}\p{Ll}+) (?:uses|used|says|said|loves|told|writes|switched)\b/gu;
/** Names that anybody may use: of days and months, of the places where the copy is posted. */
const commonNames = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december i product hunt hacker news show hn reddit linkedin indie hackers betalist english ai ok`.split(
    /\s+/u,
  ),
);

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const numbersOf = (text: string): string[] => text.match(/\p{N}+(?:[.,]\p{N}+)*/gu) ?? [];

/** Capitalised words in the middle of sentences that no fact knows; in other languages, where nouns have capitals, two in a row. */
function findNames(text: string, known: ReadonlySet<string>, isEnglish: boolean): string[] {
  const isStrange = (word: string): boolean =>
    wordsOf(word).some(
      (part) => !known.has(part) && !known.has(part.replace(/s$/u, '')) && !commonNames.has(part),
    );
  const pattern = isEnglish
    ? /(?<=[\p{L}\p{N},;’'] )\p{Lu}[\p{L}\p{N}’'-]*/gu
    : /(?<=[\p{L}\p{N},;] )\p{Lu}[\p{L}\p{N}]+ \p{Lu}[\p{L}\p{N}]+/gu;
  return (text.match(pattern) ?? []).filter((name) =>
    isEnglish ? isStrange(name) : name.split(' ').every(isStrange),
  );
}

/**
 * What a text says that nothing backs, in words for whoever has to write it again; none where all of it is known.
 * Judged are links and markup, numbers, prices, names, quotations, crowds and praise.
 */
export function findInventions(text: string, ground: CopyGround): string[] {
  const backed = `${ground.facts} ${ground.research}`;
  const known = new Set(wordsOf(backed));
  const numbers = new Set(numbersOf(backed));
  const lower = backed.toLowerCase();
  const named = text.replaceAll(ground.productName, 'it');
  const quotes = [...text.matchAll(quotation)].map(([, words]) => words ?? '');
  const prices = [...text.matchAll(money)].map(([, before, after]) => before ?? after ?? '');
  const people = [...named.matchAll(somebody)].map(([, name]) => name ?? '');
  return [
    ...(leadsOut.test(named) ? ['holds a link, an address or markup'] : []),
    ...numbersOf(named)
      .filter((number) => !numbers.has(number))
      .map((number) => `states the number ${number}, which nothing backs`),
    ...(named.match(magnitude) ?? [])
      .filter((word) => !lower.includes(word.toLowerCase()))
      .map((word) => `states a size (${word}), which nothing backs`),
    ...prices
      .filter((amount) => !ground.amounts.has(amount))
      .map((amount) => `states the price ${amount}, which no plan has`),
    ...(free.test(named) && !ground.hasFreePlan ? ['says that it is free, which no plan is'] : []),
    ...(socialProof.test(named) ? ['claims users, customers or praise that nobody knows of'] : []),
    ...(superlative.test(named) ? ['claims to be the best, first or only one'] : []),
    ...quotes
      .filter((words) => wordsOf(words).length > 2 && !lower.includes(words.toLowerCase().trim()))
      .map(() => 'quotes words that nobody said'),
    ...findNames(named, known, ground.isEnglish).map(
      (name) => `names ${name}, which nothing knows`,
    ),
    ...people
      .filter(
        (name) =>
          !known.has(name.toLowerCase()) && !/^(?:It|He|She|Who|Nobody|Everyone)$/u.test(name),
      )
      .map((name) => `speaks of ${name}, whom nothing knows`),
  ];
}
