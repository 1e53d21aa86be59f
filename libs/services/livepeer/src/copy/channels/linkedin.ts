import { type Channel } from '../channel.js';
import { fitCopy } from '../fit-copy.js';
import { paragraphs, taggedLink, when } from '../launch-facts.js';

/** Post limit 3,000 (LinkedIn's composer). */
export const linkedin: Channel = {
  channel: 'linkedin',
  label: 'LinkedIn',
  url: 'https://www.linkedin.com/feed/',
  angle: 'The problem first, told calmly, then what was made of it',
  write: (facts) => [
    {
      label: 'Post',
      text: fitCopy(
        paragraphs(
          `Here is a problem worth a quiet minute: “${facts.problem}”.`,
          `If you know someone to whom this happens, ${facts.name} may be for them.`,
          `It belongs to the field of ${facts.category} and was made with ${facts.audience} in mind.`,
          `Day to day it looks after ${facts.records}, so that this knowledge stops living in messages and memory.`,
          when(
            facts.compared > 0,
            `What already exists was looked at first: ${String(facts.compared)} ${facts.compared === 1 ? 'product is' : 'products are'} on file, with a source for each statement about them.`,
          ),
          'I am looking for three short conversations this month with people who do this work.',
          `A message is enough, or have a look first: ${taggedLink(facts, 'linkedin', 'social')}`,
        ),
        3000,
      ),
      limit: 3000,
    },
  ],
};
