import { type Channel } from '../channel.js';
import { fitAround } from '../fit-copy.js';
import { paragraphs, taggedLink, when } from '../launch-facts.js';

export const pressNote: Channel = {
  channel: 'press_note',
  label: 'Press note',
  url: null,
  angle: 'The facts in the third person, with room for a real quote',
  write: (facts) => [
    {
      label: 'Headline',
      text: fitAround(facts.audience, 100, (audience) => `${facts.name} opens to ${audience}`),
      limit: 100,
    },
    {
      label: 'Text',
      text: paragraphs(
        `{{city}}, {{date}}. The ${facts.name} web application is available in a first version from today.`,
        `According to its founder the product answers the following situation: “${facts.problem}”.`,
        `The application is organised around ${facts.records}. Its distinguishing function, “${facts.featureName}”, is described by the company as follows: “${facts.featureText}”.`,
        `Published plans: ${facts.plans}.`,
        when(facts.stack !== '', `Technical basis: ${facts.stack}.`),
        'Quote from the founder: not known yet. {{a-sentence-you-really-said}}',
        'Number of users, funding and partners: not known yet. {{figures-you-can-prove}}',
        `Contact: {{your-name}}, {{your-e-mail}}, ${taggedLink(facts, 'press', 'press')}`,
      ),
      limit: null,
    },
  ],
};
