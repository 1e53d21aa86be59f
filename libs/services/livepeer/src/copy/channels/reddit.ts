import { type Channel } from '../channel.js';
import { fitAround, fitCopy } from '../fit-copy.js';
import { paragraphs, taggedLink } from '../launch-facts.js';

/** Title limit 300, text limit 40,000 (Reddit's submit form). */
export const reddit: Channel = {
  channel: 'reddit',
  label: 'Reddit',
  url: 'https://www.reddit.com/submit',
  angle: 'A question to the people who have the problem, not an advert',
  write: (facts) => [
    {
      label: 'Title',
      text: fitAround(
        facts.problem,
        300,
        (problem) => `How do you deal with this today: “${problem}”?`,
      ),
      limit: 300,
    },
    {
      label: 'Body',
      text: fitCopy(
        paragraphs(
          `I am asking ${facts.audience} in particular, because I keep seeing only my own side of it.`,
          'What do you use now, and what do you still do by hand? What did you try and give up on?',
          `Full disclosure: I am working on something in this area, called ${facts.name}, and a first version runs.`,
          'I would rather learn that nobody needs it than find out in a year, so blunt answers are welcome.',
          `If links are allowed here and you want to look: ${taggedLink(facts, 'reddit', 'community')}`,
        ),
        40_000,
      ),
      limit: 40_000,
    },
    {
      label: 'Before you post',
      text: 'Read the rules of the subreddit, answer every reply on the first day, and leave the link out where makers may not post one.',
      limit: null,
    },
  ],
};
