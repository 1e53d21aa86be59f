import { countOf } from '../../text/shape-words.js';
import { type Channel } from '../channel.js';
import { fitAround, lengthOnX } from '../fit-copy.js';
import { type LaunchFacts, taggedLink } from '../launch-facts.js';

const limit = 280;

/** Six posts of at most 280 characters as X counts them. */
export const xThread: Channel = {
  channel: 'x_thread',
  label: 'X thread',
  url: 'https://x.com/compose/post',
  angle: 'Six short posts, one thought in each',
  count: lengthOnX,
  write: (facts) =>
    posts(facts).map(([words, build], index) => ({
      label: `Post ${String(index + 1)}`,
      text: fitAround(words, limit, build, lengthOnX),
      limit,
    })),
};

type Post = readonly [words: string, build: (words: string) => string];

function posts(facts: LaunchFacts): Post[] {
  return [
    [facts.problem, (words) => `1/ Today’s trouble: “${words}”`],
    [
      facts.audience,
      (words) => `2/ So here is ${facts.name}. It is small, it is early, and it is for ${words}.`,
    ],
    [facts.featureText, (words) => `3/ The bit that makes it more than a spreadsheet → ${words}.`],
    [
      facts.records,
      (words) =>
        `4/ What it remembers for you: ${words}. ${countOf(facts.pageCount, 'page')} in all.`,
    ],
    [
      facts.nonGoals,
      (words) =>
        words === ''
          ? '5/ What it will not do yet? You tell me. The list is open.'
          : `5/ What it will not do, for now: ${words}. Fewer things first.`,
    ],
    [
      taggedLink(facts, 'x', 'social'),
      (words) => `6/ Have a look, then tell me what annoyed you: ${words}`,
    ],
  ];
}
