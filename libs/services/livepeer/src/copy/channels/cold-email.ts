import { type Channel } from '../channel.js';
import { fitAround } from '../fit-copy.js';
import { paragraphs, taggedLink } from '../launch-facts.js';

/** Subject limit 60: longer ones are cut in most phones' lists. */
export const coldEmail: Channel = {
  channel: 'cold_email',
  label: 'Cold e-mail',
  url: null,
  angle: 'One person, one question, under a hundred and fifty words',
  write: (facts) => [
    {
      label: 'Subject',
      text: fitAround(facts.category, 60, (category) => `A question about your work: ${category}`),
      limit: 60,
    },
    {
      label: 'Body',
      text: paragraphs(
        'Hi {{first-name}},',
        `I am writing to you because of {{why-this-person}}, and because of this: ${facts.problem}.`,
        'Does that sound like your week, or have you solved it?',
        `I ask because I have made a first version of a tool for it (${facts.name}) and want to see someone use it before I go on.`,
        'Could I watch you try it for fifteen minutes? There is nothing to install.',
        `If you prefer to look on your own: ${taggedLink(facts, 'cold_email', 'email')}`,
        'If this is not for you, one word back is enough and I will not write again.',
        '{{your-name}}',
      ),
      limit: null,
    },
  ],
};
