import { type Channel } from '../channel.js';
import { hasTaggedLink, noHype, withoutHype } from '../channel-rules.js';
import { fitAround } from '../fit-copy.js';
import { quoted } from '../phrase-words.js';
import { forAudience, type LaunchFacts, paragraphs, taggedLink, when } from '../launch-facts.js';

/**
 * No office sets a limit; 100 is about what a line of an agency carries. A note has a dateline, speaks in the third
 * person, praises nothing and names a contact, or an editor throws it away (AP and DPA styles agree on that).
 */
const rules = {
  limits: { Headline: 100, Text: null },
  never: [noHype, { pattern: /[!！]/u, reason: 'shouts', in: 'Headline' }],
  always: [
    hasTaggedLink,
    { pattern: /\{\{city\}\}, \{\{date\}\}/u, reason: 'lacks a dateline' },
    { pattern: /Contact: /u, reason: 'lacks a contact' },
  ],
} as const;

export const pressNote: Channel = {
  channel: 'press_note',
  label: 'Press note',
  url: null,
  angle: 'The facts in the third person, with room for a real quote',
  rules,
  write: (facts) => [
    {
      label: 'Headline',
      text: fitAround(
        withoutHype(forAudience(facts, ', made for ', ',')).replace(/[!！]/gu, ''),
        rules.limits.Headline,
        (audience) => `${facts.name.replace(/[!！]/gu, '')}${audience} opens today`,
      ),
    },
    { label: 'Text', text: textOf(facts) },
  ],
};

function textOf(facts: LaunchFacts): string {
  const plain = withoutHype;
  return paragraphs(
    `{{city}}, {{date}}. The web application ${facts.name}${plain(forAudience(facts, ', made for ', ','))} is available as of today.`,
    `The situation that it answers: ${quoted(plain(facts.problem))}.`,
    `The application is organised around ${plain(facts.records)}. ${mainFunction(facts)}.`,
    `Pricing: ${facts.plans}.`,
    when(facts.stack !== '', `Technical basis: ${facts.stack}.`),
    'Quote of the founder, not known yet: {{a-sentence-you-really-said}}',
    'Users, funding and partners, not known yet: {{figures-you-can-prove}}',
    `Contact: {{your-name}}, {{your-e-mail}}, ${taggedLink(facts, 'press', 'press')}`,
  );
}

function mainFunction({ featureName, featureAction, featureText }: LaunchFacts): string {
  const name = quoted(withoutHype(featureName));
  return featureAction === null
    ? `Its main function is called ${name}: ${quoted(withoutHype(featureText))}`
    : `Its main function, ${name}, ${withoutHype(featureAction)}`;
}
