import type { DraftSource } from './draft-source.js';
import { plainText } from './plain-text.js';

type NamedOthers = Pick<DraftSource, 'discovery' | 'prompt'>;

interface Rule {
  pattern: RegExp;
  /** What is said of it, after the words themselves. */
  problem: string;
}

const rules: readonly Rule[] = [
  {
    pattern:
      /[$€£¥₹]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:usd|eur|gbp|chf|dollars?|euros?|pounds)\b|\bfree (?:trial|forever|plan)\b|\bfor free\b/giu,
    problem: 'is a price or an offer that the sentence does not state',
  },
  {
    pattern: /\b\d+(?:[.,]\d+)?\s?(?:%|percent\b|x (?:faster|more)|times (?:faster|more|less))/giu,
    problem: 'is a figure that nobody has measured',
  },
  {
    pattern:
      /\b(?:trusted|loved|chosen|recommended|used) by\b|\bjoin (?:over |more than )?\d|\b\d[\d,.]*\s?[k+]?\+? (?:happy |active |paying )?(?:customers|users|teams|companies|businesses|subscribers|reviews)\b|\baward[- ]winning\b|\bas seen (?:in|on)\b|\bmarket[- ]lead(?:er|ing)\b|#1\b|\bnumber one\b|\btestimonials?\b|\bour customers (?:say|love)\b/giu,
    problem: 'speaks of customers or praise that the product does not have',
  },
  {
    pattern:
      /\bmoney[- ]back\b|\bguarante\w+|\bhipaa\b|\bgdpr[- ]compliant\b|\bsoc ?2\b|\biso ?\d{4,5}\b|\b(?:bank|military)[- ](?:level|grade)\b|\bend-to-end encrypt\w*|\b24\/7\b|\b99\.\d+\b/giu,
    problem: 'is a promise that the app does not keep',
  },
  {
    pattern:
      /\b(?:integrat\w+|syncs?|synchroni[sz]\w+|connects) with\b|\b(?:android|ios|iphone) app\b|\bworks offline\b/giu,
    problem: 'is something that the app does not do',
  },
  {
    pattern:
      /\$[({]|&&|\|\||\b(?:eval|require|import|fetch|alert)\s*\(|\bprocess\.\w+|\.\.[\\/]|\bdrop table\b|['"]\s*\)\s*;|\*\//giu,
    problem: 'is code and no words',
  },
  { pattern: /\b(?:www\.\S+|[\w.+-]+@[\w-]+\.[a-z]{2,})/giu, problem: 'is an address' },
];

/** What a text claims that neither the sentence nor the app backs, each with the words themselves; empty when nothing. */
export function findUnfounded(text: string, sentence: string): string[] {
  const said = sentence.toLowerCase();
  return rules.flatMap(({ pattern, problem }) =>
    (text.match(pattern) ?? [])
      .map((words) => words.trim())
      .filter((words) => !said.includes(words.toLowerCase()))
      .map((words) => `"${words.slice(0, 60)}" ${problem}.`),
  );
}

/**
 * Competitors that a text names and the sentence does not. What the pages of the app say of others would stand there in
 * the founder's name, and a page of the web may have told the model to say it.
 */
export function findNamed(text: string, { discovery, prompt }: NamedOthers): string[] {
  const said = prompt.toLowerCase();
  const words = ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return discovery.competitors
    .map(({ name }) => name)
    .filter((name) => {
      const flat = name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
      return flat.length > 2 && words.includes(` ${flat} `) && !said.includes(flat.toLowerCase());
    })
    .map((name) => `"${name.slice(0, 60)}" is the name of a competitor.`);
}

/** What a text says that may not stand on the pages of the app, each in words with a reason; empty when nothing. */
export const findRefused = (text: string, source: NamedOthers): string[] => [
  ...findUnfounded(text, source.prompt),
  ...findNamed(text, source),
];

/** Words of an answer as they may be shown; empty where they claim what nothing backs. */
export function soundText(text: string, longest: number, sentence: string): string {
  const plain = plainText(text, longest);
  return findUnfounded(plain, sentence).length > 0 ? '' : plain;
}
