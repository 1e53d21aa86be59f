import { type Channel } from '../channel.js';
import { fitAround, fitCopy } from '../fit-copy.js';
import { paragraphs, taggedLink, when } from '../launch-facts.js';

/** Limits: tagline 60; description 260, the stricter of the two that its forms have had. */
export const productHunt: Channel = {
  channel: 'product_hunt',
  label: 'Product Hunt',
  url: 'https://www.producthunt.com/posts/new',
  angle: 'What it is in sixty characters, and a comment by its maker',
  write: (facts) => [
    { label: 'Name', text: fitCopy(facts.name, 40), limit: 40 },
    { label: 'Tagline', text: fitCopy(facts.tagline, 60), limit: 60 },
    {
      label: 'Description',
      text: fitAround(
        facts.audience,
        260,
        (audience) =>
          `${facts.name} is for ${audience}: one place for ${fitCopy(facts.records, 70)}, with “${fitCopy(facts.featureName, 60)}” built in.`,
      ),
      limit: 260,
    },
    {
      label: 'First comment',
      text: paragraphs(
        'Hello Product Hunt, maker here.',
        `The whole thing started from one line: “${facts.idea}”.`,
        `The part to try first is “${facts.featureName}”, which in one sentence does this: ${facts.featureText}.`,
        when(
          facts.hasOpenPrices,
          'Prices are still open, so tell me what would feel fair and what would not.',
        ),
        'Not known yet, to be filled in by the maker: why I care about this problem. {{your-story}}',
        'Which of its pages would you open every day, and which would you never open?',
        taggedLink(facts, 'product_hunt', 'launch'),
      ),
      limit: null,
    },
  ],
};
