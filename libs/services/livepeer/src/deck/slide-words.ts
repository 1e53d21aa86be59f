import { type StepContext } from '@hatchr/contracts';
import { type StepModel } from '@hatchr/language-model';
import { z } from 'zod';
import { askInTime } from '../copy/model/ask-in-time.js';
import { type CopyGround } from '../copy/model/copy-ground.js';
import { findInventions } from '../copy/model/find-inventions.js';
import { cleanText } from '../text/clean-text.js';

/** The slides whose headline may be written by others than us; the cover is name and tagline. */
export const wordedSlides = {
  problem: 'the problem in one line',
  why_now: 'what is still open',
  solution: 'what it does about it',
  product: 'what the product looks like',
  how_it_works: 'the way from first visit to result',
  market: 'what is known of the market and what is not',
  competition: 'what the compared products are known to do',
  business_model: 'how it earns money',
  go_to_market: 'where its audience will hear of it',
  roadmap: 'what is there, what comes next, what waits',
  team_and_ask: 'who builds it and what it needs; neither is known',
} as const;
export type WordedSlide = keyof typeof wordedSlides;
const slideKeys = Object.keys(wordedSlides) as WordedSlide[];

/** What stands above a slide, and what its speaker says first. */
export interface SlideWords {
  headline: string;
  talk: string;
}

const longestHeadline = 70;
const longestTalk = 320;
const maximumOutputTokens = 2500;

const wordsSchema = z.object({ headline: z.string().max(200), talk: z.string().max(800) });

const instructions = `You write for the pitch deck of one product: for each slide a headline and what its speaker says first. Write in the language whose tag is given.

A headline is one line of at most ${String(longestHeadline - 10)} characters in sentence case, without a full stop; it says what the slide shows. "talk" is one or two sentences, at most 280 characters. Use only the facts and the research that are given: no users, figures, prices, names, dates, quotations or superlatives that are not there, no links and no markup.

${slideKeys.map((key) => `- ${key}: ${wordedSlides[key]}`).join('\n')}`;

/** The words that were kept, and why there are no others. */
export interface WordedDeck {
  kept: ReadonlyMap<WordedSlide, SlideWords>;
  refused: number;
  failure: string | null;
}

function problemsOf({ headline, talk }: SlideWords, ground: CopyGround): string[] {
  return [
    ...(headline === '' || talk === '' ? ['is empty'] : []),
    ...(headline.length > longestHeadline
      ? [`headline has ${String(headline.length)} of ${String(longestHeadline)} characters`]
      : []),
    ...(talk.length > longestTalk
      ? [`talk has ${String(talk.length)} of ${String(longestTalk)} characters`]
      : []),
    ...findInventions(headline, ground),
    ...findInventions(talk, ground),
  ];
}

/** Has a model write headlines and speaker notes, and keeps those that fit and that the facts back. */
export async function writeSlideWords(
  model: StepModel,
  ground: CopyGround,
  deadline: AbortSignal,
  context: StepContext,
): Promise<WordedDeck> {
  const kept = new Map<WordedSlide, SlideWords>();
  const take = (answer: unknown): string[] => {
    const slides = z.record(z.string(), z.unknown()).safeParse(answer).data ?? {};
    return slideKeys.flatMap((key) => {
      if (kept.has(key)) return [];
      const given = wordsSchema.safeParse(slides[key]).data;
      if (!given) return [`${key}: has the wrong form`];
      const words = { headline: cleanText(given.headline), talk: cleanText(given.talk) };
      const isTwice = [...kept.values()].some(({ headline }) => headline === words.headline);
      const problems = [...problemsOf(words, ground), ...(isTwice ? ['repeats a headline'] : [])];
      if (problems.length === 0) kept.set(key, words);
      return problems.map((problem) => `${key}: ${problem}`);
    });
  };
  const asked = await askInTime(
    model,
    {
      ...{ task: 'copy', purpose: 'Write headlines and notes of the deck', instructions },
      data: [
        { label: 'Tag of the language to write in', text: ground.language },
        { label: 'Facts of the product', text: ground.facts },
        { label: 'What research found', text: ground.research },
      ],
      ...{ maxOutputTokens: maximumOutputTokens, schemaName: 'deck_words' },
      schema: z.object(Object.fromEntries(slideKeys.map((key) => [key, wordsSchema]))),
      ...{ check: take, onTurnedDown: (answer: unknown) => void take(answer), repairs: 1 },
    },
    deadline,
    context,
  );
  return {
    kept,
    refused: slideKeys.length - kept.size,
    failure: 'reason' in asked && kept.size === 0 ? asked.reason : null,
  };
}
