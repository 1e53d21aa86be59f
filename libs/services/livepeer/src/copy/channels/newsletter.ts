import { type Channel } from '../channel.js';
import { emailDuties, hasTaggedLink, honestSubject } from '../channel-rules.js';
import { fitAround } from '../fit-copy.js';
import { quoted } from '../phrase-words.js';
import { paragraphs, taggedLink } from '../launch-facts.js';

/** Subject 60, and the duties of promotional e-mail, as for the cold e-mail. */
const rules = {
  limits: { Subject: 60, Body: null },
  never: [honestSubject],
  always: [hasTaggedLink, ...emailDuties],
} as const;

export const newsletter: Channel = {
  channel: 'newsletter',
  label: 'Newsletter',
  url: null,
  angle: 'To people who asked to hear: it is open, and how to begin',
  rules,
  write: (facts) => {
    const [flow] = facts.flows;
    const steps = (flow?.steps ?? []).map((step, index) => `${String(index + 1)}) ${step}`);
    return [
      {
        label: 'Subject',
        text: fitAround(
          facts.name.replace(/[!！]/gu, ''),
          rules.limits.Subject,
          (name) => `You can try ${name} now`,
        ),
      },
      {
        label: 'Body',
        text: paragraphs(
          `You asked to hear when ${facts.name} would be ready to try, and today it is.`,
          `A good way to begin is ${quoted(flow?.name ?? facts.featureName)}:`,
          steps.join('\n'),
          'Reply with the first thing that confuses you, and it goes to the top of my list.',
          `Open it here: ${taggedLink(facts, 'newsletter', 'email')}`,
          'You get this because you signed up; {{unsubscribe-link}} takes you off the list.',
          'Sent by {{your-name}}, {{your-postal-address}}.',
        ),
      },
    ];
  },
};
