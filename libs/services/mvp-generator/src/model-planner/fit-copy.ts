import type { ProductSpec } from '@hatchr/contracts';
import { knownBrands } from '../planner/brand-names/refused-names.js';
import type { Draft, DraftParts } from './draft.schema.js';
import type { DraftSource } from './draft-source.js';
import { findRefused } from './find-unfounded.js';
import { plainText } from './plain-text.js';

const flat = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The name of the answer, unless the sentence gives one or another product has it. */
export function nameOf(
  given: string | undefined,
  { embedded, discovery, reading }: DraftSource,
): string {
  const name = plainText(given ?? '', 40)
    .replace(/…$/u, '')
    .trim();
  const isFit =
    /^\p{L}[\p{L}\p{N} .&'’-]{1,39}$/u.test(name) &&
    !knownBrands.has(flat(name)) &&
    !discovery.competitors.some((other) => flat(other.name) === flat(name));
  return reading.givenName === null && isFit ? name : embedded.name;
}

/** Keeps a text of the model where it says something and claims nothing that is not so. */
export class TextChoice {
  readonly turnedDown: string[] = [];
  isUsed = false;
  constructor(private readonly source: DraftSource) {}

  choose(given: string | undefined, embedded: string, longest: number): string {
    const text = plainText(given ?? '', longest);
    const problems = findRefused(text, this.source);
    this.turnedDown.push(...problems);
    if (text === '' || problems.length > 0) return embedded;
    this.isUsed = true;
    return text;
  }
}

type Copy = Pick<ProductSpec, 'tagline' | 'summary' | 'problem' | 'audience' | 'category'>;

/** Tagline, summary, problem, audience and category, each of the answer where it can stand. */
export function copyOf(parts: DraftParts, embedded: ProductSpec, texts: TextChoice): Copy {
  return {
    tagline: texts.choose(parts.tagline, embedded.tagline, 110),
    summary: texts.choose(parts.summary, embedded.summary, 500),
    problem: texts.choose(parts.problem, embedded.problem, 300),
    audience: texts.choose(parts.audience, embedded.audience, 70),
    category: texts.choose(parts.category, embedded.category, 50),
  };
}

/** Words of the landing page; undefined unless all three steps and the title can stand. */
export function landingOf(
  landing: Draft['landing'] | undefined,
  source: DraftSource,
  texts: TextChoice,
): ProductSpec['landing'] {
  const steps = (landing?.steps ?? []).flatMap(({ title, text }) => {
    const step = { title: texts.choose(title, '', 60), text: texts.choose(text, '', 240) };
    return step.title && step.text ? [step] : [];
  });
  const highlightsTitle = texts.choose(landing?.highlightsTitle, '', 90);
  if (steps.length !== 3 || !highlightsTitle) return undefined;
  const questions = (landing?.questions ?? []).flatMap((item) => {
    const own = new TextChoice(source);
    const question = own.choose(item.question, '', 70);
    const answer = own.choose(item.answer, '', 300);
    texts.turnedDown.push(...own.turnedDown);
    return question && answer ? [{ question, answer }] : [];
  });
  return { highlightsTitle, steps, questions };
}

/** Claims of the answer that rest on evidence that there is, else those of the embedded plan. */
export function positioningOf(parts: DraftParts, source: DraftSource): ProductSpec['positioning'] {
  const { discovery, embedded } = source;
  const known = new Set(discovery.evidence.map(({ id }) => id));
  const claims = (parts.positioning ?? []).flatMap(({ claim, evidenceIds }) => {
    const ids = [...new Set(evidenceIds.filter((id) => known.has(id)))];
    const text = plainText(claim, 300);
    return ids.length > 0 && text && findRefused(text, source).length === 0
      ? [{ claim: text, evidenceIds: ids }]
      : [];
  });
  return claims.length > 0 ? claims : embedded.positioning;
}
