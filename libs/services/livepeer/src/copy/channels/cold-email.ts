import { type Channel } from '../channel.js';
import { countWords, emailDuties, hasTaggedLink, honestSubject } from '../channel-rules.js';
import { fitAround } from '../fit-copy.js';
import { quoted } from '../phrase-words.js';
import { type LaunchFacts, paragraphs, taggedLink } from '../launch-facts.js';

/**
 * Subject 60: lists of phones cut off longer ones. Body 150 words: it asks a stranger for time, so it takes little.
 * The duties of promotional e-mail hold also for a single one; see `emailDuties`.
 */
const rules = {
  limits: { Subject: 60, Body: null },
  words: { Body: 150 },
  never: [honestSubject],
  always: [hasTaggedLink, ...emailDuties],
} as const;

export const coldEmail: Channel = {
  channel: 'cold_email',
  label: 'Cold e-mail',
  url: null,
  angle: 'One person, one question, under a hundred and fifty words',
  rules,
  write: (facts) => [
    {
      label: 'Subject',
      text: fitAround(
        facts.mainRecord.replace(/[!！]/gu, ''),
        rules.limits.Subject,
        (records) => `How do you handle ${records}?`,
      ),
    },
    {
      label: 'Body',
      text: fitAround(
        facts.problem,
        rules.words.Body,
        (problem) => bodyAround(problem, facts),
        countWords,
      ),
    },
  ],
};

function bodyAround(problem: string, facts: LaunchFacts): string {
  return paragraphs(
    'Hi {{first-name}},',
    'I am writing to you because of {{why-this-person}}.',
    `Does this sound like your week: ${quoted(problem)}? If you have solved it, I would like to know how.`,
    `I have made a first version of a tool for it, ${facts.name}, and want to see someone use it before I go on. Fifteen minutes are enough, and there is nothing to install.`,
    `On your own, if you prefer: ${taggedLink(facts, 'cold_email', 'email')}`,
    'If this is not for you, one word back is enough and I will not write again.',
    '{{your-name}}\n{{your-postal-address}}',
  );
}
