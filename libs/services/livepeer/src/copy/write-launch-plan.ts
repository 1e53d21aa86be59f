import { type Channel } from './channel.js';
import { type LaunchFacts } from './launch-facts.js';

interface Day {
  task: string;
  done: string;
  /** Channels whose text goes out that day. */
  channels: string[];
}

/** Three days to prepare, nine for the channels, one to mend, one to decide. */
const fourteenDays: readonly Day[] = [
  {
    task: 'Start the app, sign in to the demo workspace and walk through every page. Then use two products of `docs/competitors.md` for an hour.',
    done: 'You wrote down three things you would change, and one that they do better.',
    channels: [],
  },
  {
    task: 'Fill in the blanks of the deck and of every text. Give the home page title and description from [SEO-PLAN.md](SEO-PLAN.md).',
    done: 'No blank is left that you can fill.',
    channels: [],
  },
  {
    task: 'Talk to five people of the audience. Ask about the last time the problem came up; do not show the app.',
    done: 'Five pages of their words, none of yours.',
    channels: [],
  },
  {
    task: 'Send ten e-mails, one at a time, each with its own reason.',
    done: 'Ten are sent, and every reply has an answer.',
    channels: ['cold_email'],
  },
  {
    task: 'Submit to BetaList; its queue takes time.',
    done: 'The submission is confirmed.',
    channels: ['betalist'],
  },
  {
    task: 'Publish the day-one post and answer questions.',
    done: 'Every comment has a reply.',
    channels: ['indie_hackers'],
  },
  {
    task: 'Fix the one thing that stopped most people. Post nothing today; write the first guide of [SEO-PLAN.md](SEO-PLAN.md).',
    done: 'The fix is live and tested, and one guide is up.',
    channels: [],
  },
  {
    task: 'Launch on Product Hunt, whose day begins at midnight in California, and stay with it all day.',
    done: 'The first comment is up, and every question has an answer.',
    channels: ['product_hunt'],
  },
  {
    task: 'Post the Show HN and stay at the keyboard.',
    done: 'Technical questions are answered with facts.',
    channels: ['show_hn'],
  },
  {
    task: 'Ask the question in one subreddit where you already take part.',
    done: 'You learned one thing you did not know.',
    channels: ['reddit'],
  },
  {
    task: 'Publish the LinkedIn post in the morning and the thread in the afternoon. Write to three people by hand.',
    done: 'One conversation is in the calendar.',
    channels: ['linkedin', 'x_thread'],
  },
  {
    task: 'Write to everyone who signed up so far.',
    done: 'The e-mail is sent, with a working way to unsubscribe.',
    channels: ['newsletter'],
  },
  {
    task: 'Send the press note to three local or trade writers who cover this field.',
    done: 'Three are sent, each with a line of your own.',
    channels: ['press_note'],
  },
  {
    task: 'Fill in the table of numbers below, read it aloud, and decide: go on, change, or stop.',
    done: 'One decision, written down.',
    channels: [],
  },
];

/** The plan as Markdown, with links to the texts and an empty table for the numbers. */
export function writeLaunchPlan(facts: LaunchFacts, channels: readonly Channel[]): string {
  const labels = new Map<string, string>(channels.map(({ channel, label }) => [channel, label]));
  const rows = fourteenDays.map(({ task, done, channels: posted }, index) => {
    const files = posted.map((name) => `[${labels.get(name) ?? name}](copy/${name}.md)`).join(', ');
    return `| ${String(index + 1)} | ${task} | ${files} | ${done} |`;
  });
  const numbers = channels.map(({ label }) => `| ${label} | | | | |`);
  return `# Launch plan: fourteen days

Day 1 is the day you choose. Nothing here happens by itself, and no result is promised.

| Day | Do | Text | Done when |
| --- | --- | --- | --- |
${rows.join('\n')}

## Before day 1

- Replace \`{{your-url}}\` in every text with your address. The part after the question mark tells you which channel a visit came from; the campaign is \`${facts.slug}\`.
- ${facts.hasOpenPrices ? 'Decide on prices, or say openly that they are not decided. The kit invents none.' : 'Check that the prices in the texts are the ones on your pricing page.'}
${facts.isForeign ? '- Texts of the embedded copywriter are in English; words of your own language stand in quotation marks. For readers of another language have them translated by somebody who speaks it, and check the limits again.\n' : ''}- Put the images of \`images/\` where they belong: link preview, profile header, Product Hunt thumbnail.

## Numbers

Not known yet. Fill them in on day 14; leave a cell empty rather than guess.

| Channel | Visits | Sign-ups | Came back on a second day | Paid |
| --- | --- | --- | --- | --- |
${numbers.join('\n')}
`;
}
