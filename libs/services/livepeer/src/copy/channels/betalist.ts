import { type Channel } from '../channel.js';
import { fitAround, fitCopy } from '../fit-copy.js';
import { paragraphs, taggedLink } from '../launch-facts.js';

export const betalist: Channel = {
  channel: 'betalist',
  label: 'BetaList',
  url: 'https://betalist.com/submit',
  angle: 'A short pitch that invites early testers',
  write: (facts) => [
    {
      label: 'Tagline',
      // BetaList names no figure; its cards cut off after about 60 characters.
      text: fitAround(
        facts.audience,
        60,
        (audience) => `${fitCopy(facts.category, 30)}, early, for ${audience}`,
      ),
      limit: 60,
    },
    {
      label: 'Pitch',
      text: paragraphs(
        `${facts.name} opens its beta to people who recognise this: ${facts.problem}.`,
        `Testers get the complete first version, including “${facts.featureName}”, and a direct line to the person building it.`,
        'In return I ask for one thing: tell me the moment at which you stopped using it.',
        taggedLink(facts, 'betalist', 'directory'),
      ),
      limit: null,
    },
  ],
};
