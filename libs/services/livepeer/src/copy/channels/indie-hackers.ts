import { type Channel } from '../channel.js';
import { hasTaggedLink, noVoteRequest } from '../channel-rules.js';
import { fitAround } from '../fit-copy.js';
import {
  forAudience,
  type LaunchFacts,
  paragraphs,
  sourcesOf,
  taggedLink,
  when,
} from '../launch-facts.js';
import { afterColon, quoted } from '../phrase-words.js';

/**
 * The site publishes no limits; 90 keeps a title readable in its lists. Posts are to share what others can learn
 * from, and advertising is taken down as spam, so it tells decisions and open numbers and asks a question.
 */
const rules = {
  limits: { Title: 90, Body: null },
  never: [noVoteRequest],
  always: [hasTaggedLink, { pattern: /[?？؟](?:\s|$)/u, reason: 'asks the community nothing' }],
} as const;

export const indieHackers: Channel = {
  channel: 'indie_hackers',
  label: 'Indie Hackers',
  url: 'https://www.indiehackers.com/new-post',
  angle: 'What is decided, what is open, and the numbers still to come',
  rules,
  write: (facts) => [
    {
      label: 'Title',
      text: fitAround(
        forAudience(facts, ', made for '),
        rules.limits.Title,
        (audience) => `Day one of ${facts.name}${audience}`,
      ),
    },
    {
      label: 'Body',
      text: paragraphs(
        'Writing this down on day one, so that I can be held to it.',
        `Decided: ${facts.name} begins with ${facts.records}, and ${quoted(facts.featureName)} is what people should come back for.`,
        `The plans: ${facts.plans}.`,
        when(facts.hasOpenPrices, 'I would rather hear what you pay today than guess a number.'),
        roomOf(facts),
        'Users and revenue are not known yet; in fourteen days I will post both here, whatever they are.',
        'How did you find your first ten users without an audience?',
        taggedLink(facts, 'indie_hackers', 'community'),
      ),
    },
  ],
};

function roomOf({ claims: [claim] }: LaunchFacts): string {
  if (!claim) return 'I have no sourced advantage over anyone yet, and will not pretend to.';
  const place = /^Of the \d+ products/u.test(claim.text) ? 'Where few are yet' : 'Where I see room';
  return `${place}, with ${sourcesOf(claim)} behind it: ${afterColon(claim.text)}.`;
}
