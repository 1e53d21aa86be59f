import { type Channel } from '../channel.js';
import { hasTaggedLink, noVoteRequest } from '../channel-rules.js';
import { fitCopy } from '../fit-copy.js';
import { forAudience, type LaunchFacts, paragraphs, taggedLink, when } from '../launch-facts.js';

/**
 * Post 3,000 (LinkedIn's composer). The feed shows about the first 200 characters, so the problem comes first.
 * Asking for likes or shares is the engagement bait that its professional community policies demote.
 */
const rules = {
  limits: { Post: 3000 },
  never: [noVoteRequest, { pattern: /\b(?:like|share) (?:this|if)\b/iu, reason: 'asks for likes' }],
  always: [hasTaggedLink],
} as const;

export const linkedin: Channel = {
  channel: 'linkedin',
  label: 'LinkedIn',
  url: 'https://www.linkedin.com/feed/',
  angle: 'The problem first, told calmly, then what was made of it',
  rules,
  write: (facts) => [
    {
      label: 'Post',
      text: fitCopy(
        paragraphs(
          `${facts.problem}: that is what ${facts.name} is about. It is one place for ${facts.records}${forAudience(facts, ', made for ')}.`,
          when(facts.compared.count > 0, comparisonOf(facts)),
          'I am looking for three people who know this from their own work and have twenty minutes for a conversation this month.',
          `Write to me here, or look at it first: ${taggedLink(facts, 'linkedin', 'social')}`,
        ),
        rules.limits.Post,
      ),
    },
  ],
};

function comparisonOf({ compared: { count, names } }: LaunchFacts): string {
  if (count === 1)
    return `One product that comes close, ${names}, was studied for it, and each statement about it has a source.`;
  const among = count === 2 ? names : `${names} among them`;
  return `${String(count)} products that come close, ${among}, were studied for it, and each statement about them has a source.`;
}
