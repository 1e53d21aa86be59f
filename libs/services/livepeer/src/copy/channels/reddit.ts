import { type Channel } from '../channel.js';
import { hasTaggedLink, noHype, noVoteRequest, withoutHype } from '../channel-rules.js';
import { fitAround, fitCopy } from '../fit-copy.js';
import { quoted } from '../phrase-words.js';
import { forAudience, paragraphs, taggedLink } from '../launch-facts.js';

/**
 * Title 300, text 40,000 (the submit form). Posts that mainly link to one's own business count as spam, and rules of
 * the subreddit come before all others (https://support.reddithelp.com, "What constitutes spam?"); so it asks,
 * discloses, and offers the link only where it is allowed.
 */
const rules = {
  limits: { Title: 300, Body: 40_000, 'Before you post': null },
  never: [noVoteRequest, noHype],
  always: [
    hasTaggedLink,
    {
      pattern: /\bI am (?:working on|making|building)\b/u,
      reason: 'does not say who is asking',
      isEnglish: true,
    },
  ],
} as const;

export const reddit: Channel = {
  channel: 'reddit',
  label: 'Reddit',
  url: 'https://www.reddit.com/submit',
  angle: 'A question to the people who have the problem, not an advert',
  rules,
  write: (facts) => [
    {
      label: 'Title',
      text: fitAround(
        withoutHype(facts.problem),
        rules.limits.Title,
        (problem) => `How do you deal with this today: ${quoted(problem)}?`,
      ),
    },
    {
      label: 'Body',
      text: fitCopy(
        paragraphs(
          'Which tool do you use for it now, what do you still do by hand, and what did you try and drop?',
          `So that it is not hidden: I am working on something for this, ${facts.name}${withoutHype(forAudience(facts, ', meant for '))}, and a first version runs.`,
          'If nobody needs another one, I would rather read that here than learn it in a year, so be blunt.',
          `The link, where this subreddit allows one: ${taggedLink(facts, 'reddit', 'community')}`,
        ),
        rules.limits.Body,
      ),
    },
    {
      label: 'Before you post',
      text: 'Read the rules of the subreddit, take part there first, answer every reply on the first day, and leave the link out where makers may not post one.',
    },
  ],
};
