import { quoted, sentenceCase } from '../phrase-words.js';
import { type Channel } from '../channel.js';
import { hasTaggedLink, noVoteRequest } from '../channel-rules.js';
import { fitAround, fitCopy } from '../fit-copy.js';
import {
  featureInSentence,
  forAudience,
  type LaunchFacts,
  paragraphs,
  taggedLink,
  when,
} from '../launch-facts.js';

/**
 * Limits of its submit form: name 40, tagline 60, description 260 (the form has had 260 and 500; the stricter one
 * holds in both). Asking for votes gets a product removed (community guidelines,
 * https://help.producthunt.com/en/articles/3615694-community-guidelines).
 */
const rules = {
  limits: { Name: 40, Tagline: 60, Description: 260, Link: null, 'First comment': null },
  never: [noVoteRequest],
  always: [hasTaggedLink],
} as const;

export const productHunt: Channel = {
  channel: 'product_hunt',
  label: 'Product Hunt',
  url: 'https://www.producthunt.com/posts/new',
  angle: 'What it is in sixty characters, and a comment by its maker',
  rules,
  write: (facts) => [
    { label: 'Name', text: fitCopy(facts.name, rules.limits.Name) },
    { label: 'Tagline', text: taglineOf(facts) },
    {
      label: 'Description',
      text: fitAround(
        forAudience(facts, ', made for '),
        rules.limits.Description,
        (audience) =>
          `${sentenceCase(fitCopy(facts.records, 80))} in one place${audience}, with ${quoted(fitCopy(facts.featureName, 60))} built in.`,
      ),
    },
    { label: 'Link', text: taggedLink(facts, 'product_hunt', 'launch') },
    {
      label: 'First comment',
      text: paragraphs(
        'Hello Product Hunt, maker here.',
        `It began with one line: ${quoted(fitCopy(facts.idea, 240))}.`,
        `If you have a minute, open ${featureInSentence(facts, ', which ', ', in short ')}.`,
        when(
          facts.hasOpenPrices,
          'Not every price is set, so tell me what would feel fair and what would make you close the tab.',
        ),
        'Why this problem matters to me: {{your-story}}',
        'What would it need before you used it for a whole week?',
      ),
    },
  ],
};

/** The tagline; where it is too long, without the audience at its end, or what stands behind its colon. */
function taglineOf({ tagline, audience, kind }: LaunchFacts): string {
  const withoutAudience = tagline.replace(` for ${audience}`, '');
  const afterColon = tagline.split(': ').slice(1).join(': ');
  const short = [
    tagline,
    withoutAudience,
    sentenceCase(afterColon),
    `${sentenceCase(kind)}, in one place`,
  ].find((text) => text !== '' && text.length <= rules.limits.Tagline);
  return short ?? fitCopy(tagline, rules.limits.Tagline);
}
