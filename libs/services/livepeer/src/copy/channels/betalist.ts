import { type Channel } from '../channel.js';
import { hasTaggedLink } from '../channel-rules.js';
import { fitCopy } from '../fit-copy.js';
import { featureInSentence, forAudience, paragraphs, taggedLink } from '../launch-facts.js';
import { sentenceCase } from '../phrase-words.js';

/**
 * BetaList publishes no lengths; 60 keeps the tagline on one line of its cards. It lists products that are not or
 * only just launched, so the text speaks of a beta and of testers.
 */
const rules = {
  limits: { Name: 40, Tagline: 60, Pitch: null },
  always: [hasTaggedLink, { pattern: /\bbeta\b/iu, reason: 'does not speak of a beta' }],
} as const;

export const betalist: Channel = {
  channel: 'betalist',
  label: 'BetaList',
  url: 'https://betalist.com/submit',
  angle: 'A short pitch that invites early testers',
  rules,
  write: (facts) => [
    { label: 'Name', text: fitCopy(facts.name, rules.limits.Name) },
    {
      label: 'Tagline',
      text: fitCopy(sentenceCase(facts.kind), rules.limits.Tagline),
    },
    {
      label: 'Pitch',
      text: paragraphs(
        `${facts.name} is a beta${forAudience(facts, ', made for ', ',')} and now needs people who use it for real.`,
        `The part to test is ${featureInSentence(facts, ': it ', ', which says of itself: ')}.`,
        'You get the whole first version and a direct line to the person who makes it.',
        'In return I ask one thing: tell me the moment at which you stopped using it.',
        taggedLink(facts, 'betalist', 'directory'),
      ),
    },
  ],
};
