import { type Channel } from '../channel.js';
import { hasTaggedLink, noVoteRequest } from '../channel-rules.js';
import { fitAround, lengthOnX } from '../fit-copy.js';
import { featureInSentence, forAudience, type LaunchFacts, taggedLink } from '../launch-facts.js';
import { afterColon, quoted } from '../phrase-words.js';
import { countOf } from '../../text/shape-words.js';

const limit = 280;

/**
 * Each post 280 as X weighs characters (twitter-text configuration v3,
 * https://github.com/twitter/twitter-text/blob/master/config/v3.json). X counts every link as 23, whatever its
 * length; the blank for the address is counted in full, so the real post is never longer.
 */
const rules = {
  limits: {
    'Post 1': limit,
    'Post 2': limit,
    'Post 3': limit,
    'Post 4': limit,
    'Post 5': limit,
    'Post 6': limit,
  },
  optional: ['Post 5', 'Post 6'],
  count: lengthOnX,
  never: [noVoteRequest],
  always: [hasTaggedLink],
} as const;

/** Four to six posts: what is not known makes no post. */
export const xThread: Channel = {
  channel: 'x_thread',
  label: 'X thread',
  url: 'https://x.com/compose/post',
  angle: 'Short posts, one thought in each',
  rules,
  write: (facts) =>
    posts(facts).map(([words, build], index) => ({
      label: `Post ${String(index + 1)}`,
      text: fitAround(
        words,
        limit,
        (fitted) => `${String(index + 1)}/ ${build(fitted)}`,
        lengthOnX,
      ),
    })),
};

type Post = readonly [words: string, build: (words: string) => string];

function posts(facts: LaunchFacts): Post[] {
  const claim = facts.claims.slice(1).find(({ text }) => !text.startsWith('Of the '));
  const limits = facts.abstentions ?? facts.nonGoals;
  const all: (Post | false)[] = [
    [facts.problem, (words) => `If ${quoted(words)} sounds familiar, this is for you.`],
    [
      `${facts.records} in one place${forAudience(facts, ', made for ')}`,
      (words) => `${facts.name} is small and it is early: ${words}.`,
    ],
    [
      featureInSentence(facts, ' ', ' in a sentence: '),
      (words) => `Where to click first? ${words}.`,
    ],
    claim !== undefined && [
      afterColon(claim.text),
      (words) => `From the research, with ${countOf(claim.sources, 'source')}: ${words}.`,
    ],
    limits !== '' && [
      limits,
      (words) =>
        facts.abstentions === null ? `Not in it, for now: ${words}.` : `To be clear, it ${words}.`,
    ],
    [
      taggedLink(facts, 'x', 'social'),
      (words) => `Have a look and tell me what annoyed you: ${words}`,
    ],
  ];
  return all.filter((post) => post !== false);
}
