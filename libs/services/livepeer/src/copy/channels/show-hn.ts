import { type Channel } from '../channel.js';
import { quoted } from '../phrase-words.js';
import { hasTaggedLink, noHype, noVoteRequest, withoutHype } from '../channel-rules.js';
import { fitAround } from '../fit-copy.js';
import { forAudience, type LaunchFacts, paragraphs, taggedLink, when } from '../launch-facts.js';
import { countOf } from '../../text/shape-words.js';

const superlatives =
  /\b(?:best|fastest|easiest|simplest|smartest|greatest|cheapest|number one)\b|#1\b|[!！]/giu;

/**
 * Title 80 (the submit form). It begins with `Show HN:` and has no superlatives, exclamation marks or gratuitous
 * praise; votes are not asked for (https://news.ycombinator.com/newsguidelines.html). It must be something that
 * people can try, best without signing up (https://news.ycombinator.com/showhn.html).
 */
const rules = {
  limits: { Title: 80, URL: null, Text: null, 'Before you post': null },
  never: [
    noVoteRequest,
    noHype,
    {
      pattern: new RegExp(superlatives.source, 'iu'),
      reason: 'praises itself',
      in: 'Title',
    },
  ],
  always: [{ pattern: /^Show HN: \S/u, reason: 'does not begin with Show HN:' }, hasTaggedLink],
} as const;

export const showHn: Channel = {
  channel: 'show_hn',
  label: 'Show HN',
  url: 'https://news.ycombinator.com/submit',
  angle: 'How it works and what it leaves out, for people who will look inside',
  rules,
  write: (facts) => [
    {
      label: 'Title',
      text: fitAround(
        titleOf(facts),
        rules.limits.Title,
        (words) => `Show HN: ${facts.name} – ${words}`,
      ),
    },
    { label: 'URL', text: taggedLink(facts, 'hacker_news', 'community') },
    { label: 'Text', text: textOf(facts) },
    {
      label: 'Before you post',
      text: 'Let people in without signing up, which Hacker News asks for: the demo workspace is open while the app runs on its own database, and closed once it runs on Supabase.',
    },
  ],
};

/** What it is and for whom; the person's own words where they name nobody. */
function titleOf({ audience, idea, kind }: LaunchFacts): string {
  return withoutHype(audience === '' ? idea : kind)
    .replace(superlatives, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function textOf(facts: LaunchFacts): string {
  const { recordCount, records, stack, abstentions, nonGoals } = facts;
  const tables =
    recordCount === 1
      ? 'Behind it is one Postgres table with row-level security.'
      : `Behind it are ${String(recordCount)} Postgres tables with row-level security on each.`;
  return paragraphs(
    `${facts.name} keeps track of ${withoutHype(records + forAudience(facts, ' for '))}. ${tables}`,
    ruleOrModel(facts),
    when(stack !== '', `Stack: ${stack}.`),
    checksOf(facts),
    abstentions === null
      ? when(nonGoals !== '', `Left out on purpose: ${withoutHype(nonGoals)}.`)
      : `Known limits: it ${withoutHype(abstentions)}.`,
    'Why I built it: {{your-story}}',
    'I would like to hear where the data model is wrong, and which case breaks it.',
  );
}

function ruleOrModel(facts: LaunchFacts): string {
  const name = quoted(withoutHype(facts.featureName));
  if (facts.usesModel)
    return `${name} calls a language model when a key is set and falls back to plain rules when none is.`;
  return facts.featureAction === null
    ? `The part that is more than lists and forms, ${name}, works without a language model.`
    : `The part that is more than lists and forms, ${name}, ${withoutHype(facts.featureAction)}; no language model is involved.`;
}

function checksOf({ checks: { passed, total } }: LaunchFacts): string {
  if (total === 0) return '';
  return passed === total
    ? `${countOf(total, 'automatic check')} ran on this version, and nothing failed.`
    : `${String(passed)} of ${countOf(total, 'automatic check')} passed on this version; docs/verification.md names the rest.`;
}
