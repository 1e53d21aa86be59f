import { type Channel } from '../channel.js';
import { fitAround } from '../fit-copy.js';
import { paragraphs, taggedLink } from '../launch-facts.js';

/** Subject limit 60, as for every e-mail of the kit. */
export const newsletter: Channel = {
  channel: 'newsletter',
  label: 'Newsletter',
  url: null,
  angle: 'To people who asked to hear: it is open, and how to begin',
  write: (facts) => {
    const [flow] = facts.flows;
    const steps = (flow?.steps ?? []).map((step, index) => `${String(index + 1)}) ${step}`);
    return [
      {
        label: 'Subject',
        text: fitAround(facts.name, 60, (name) => `You can try ${name} now`),
        limit: 60,
      },
      {
        label: 'Body',
        text: paragraphs(
          `You asked to hear when ${facts.name} would be ready to try, and today it is.`,
          `The shortest way in is called “${flow?.name ?? facts.featureName}”:`,
          steps.join('\n'),
          'There is a demo workspace with sample entries, so you need not type anything to look around.',
          'Reply to this e-mail with the first thing that confuses you, and it goes to the top of my list.',
          `Open it here: ${taggedLink(facts, 'newsletter', 'email')}`,
          'You get this because you signed up; {{unsubscribe-link}} takes you off the list.',
        ),
        limit: null,
      },
    ];
  },
};
