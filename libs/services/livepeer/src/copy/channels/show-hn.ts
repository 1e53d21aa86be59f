import { countOf } from '../../text/shape-words.js';
import { type Channel } from '../channel.js';
import { fitAround } from '../fit-copy.js';
import { paragraphs, taggedLink, when } from '../launch-facts.js';

/** Title limit 80 (the submit form of Hacker News); the rules ask for something that people can try. */
export const showHn: Channel = {
  channel: 'show_hn',
  label: 'Show HN',
  url: 'https://news.ycombinator.com/submit',
  angle: 'How it works and what it leaves out, for people who will look inside',
  write: (facts) => [
    {
      label: 'Title',
      text: fitAround(facts.tagline, 80, (tagline) => `Show HN: ${facts.name} – ${tagline}`),
      limit: 80,
    },
    {
      label: 'Text',
      text: paragraphs(
        `${facts.name} is a web app with ${countOf(facts.recordCount, 'table')} behind it (${facts.records}); every row belongs to the account that made it.`,
        facts.usesModel
          ? `“${facts.featureName}” calls a language model when a key is set and falls back to plain rules when none is.`
          : `“${facts.featureName}” is ordinary code without any language model.`,
        when(facts.stack !== '', `It is built with ${facts.stack}.`),
        when(
          facts.checks.total > 0,
          `The build runs ${countOf(facts.checks.total, 'automatic check')}, of which ${String(facts.checks.passed)} passed at the time of writing.`,
        ),
        when(facts.nonGoals !== '', `Deliberately not in it: ${facts.nonGoals}.`),
        'I would like to hear where the data model is wrong, and which case breaks it.',
        taggedLink(facts, 'hacker_news', 'community'),
      ),
      limit: null,
    },
  ],
};
