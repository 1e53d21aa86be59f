import { type Channel } from '../channel.js';
import { fitAround } from '../fit-copy.js';
import { paragraphs, taggedLink, when } from '../launch-facts.js';

export const indieHackers: Channel = {
  channel: 'indie_hackers',
  label: 'Indie Hackers',
  url: 'https://www.indiehackers.com/new-post',
  angle: 'What is decided, what is open, and the numbers still to come',
  write: (facts) => [
    {
      label: 'Title',
      // The site shows about 90 characters of a title in its lists.
      text: fitAround(
        facts.audience,
        90,
        (audience) => `Day one of ${facts.name}, made for ${audience}`,
      ),
      limit: 90,
    },
    {
      label: 'Body',
      text: paragraphs(
        'Writing this down on day one, so that I can be held to it later.',
        `Decided: the first version covers ${facts.records} and one thing that sets it apart, “${facts.featureName}”.`,
        `Plans at the moment: ${facts.plans}.`,
        when(
          facts.hasOpenPrices,
          'I have not settled every price, and would rather hear what people pay for today than guess.',
        ),
        facts.claim
          ? `Where I see room, with ${String(facts.claim.sources)} ${facts.claim.sources === 1 ? 'source' : 'sources'} behind it: ${facts.claim.text}.`
          : 'I have no sourced advantage over anyone yet, and will not pretend to.',
        'Users: not known yet. Revenue: not known yet. I will post both after fourteen days, whatever they are.',
        'How did you find your first ten users when you had no audience?',
        taggedLink(facts, 'indie_hackers', 'community'),
      ),
      limit: null,
    },
  ],
};
