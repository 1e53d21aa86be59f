import { type LaunchChannel } from '@hatchr/contracts';
import { z } from 'zod';
import { cleanText } from '../../text/clean-text.js';
import { type CopyPart } from '../channel-rules.js';
import { fitCopy } from '../fit-copy.js';
import { type LaunchFacts, paragraphs, taggedLink, when } from '../launch-facts.js';

/** What a language model writes for one channel. Links, blanks and duties are set around it by us. */
export const draftSchema = z.object({
  title: z.string().max(400).nullable(),
  summary: z.string().max(800).nullable(),
  paragraphs: z.array(z.string().max(1500)).max(8),
  closing: z.string().max(500),
});
export type Draft = z.output<typeof draftSchema>;

/** How a channel is briefed, and how its parts are made of a draft and of what is ours. */
interface DraftedChannel {
  brief: string;
  assemble(draft: Draft, facts: LaunchFacts, embedded: readonly CopyPart[]): CopyPart[];
}

const story = '{{your-story}}';
const sender = '{{your-name}}\n{{your-postal-address}}';
const part = (label: string, text: string | null): CopyPart => ({ label, text: text ?? '' });
/** A part that the embedded copywriter settles for everybody. */
const kept = (embedded: readonly CopyPart[], label: string): CopyPart =>
  part(label, embedded.find((entry) => entry.label === label)?.text ?? null);

export const draftedChannels: Record<LaunchChannel, DraftedChannel> = {
  product_hunt: {
    brief:
      'title: tagline of at most 60 characters. summary: description of at most 260 characters. paragraphs: two or three for the first comment of its maker. closing: one question to the readers.',
    assemble: ({ title, summary, paragraphs: body, closing }, facts) => [
      part('Name', fitCopy(facts.name, 40)),
      part('Tagline', title),
      part('Description', summary),
      part('Link', taggedLink(facts, 'product_hunt', 'launch')),
      part('First comment', paragraphs(...body, story, closing)),
    ],
  },
  show_hn: {
    brief:
      'title: what it is, plain, at most 50 characters, without the name, praise or exclamation marks. paragraphs: three or four on how it works, what it is built with and what it leaves out, for engineers. closing: what feedback is wanted.',
    assemble: ({ title, paragraphs: body, closing }, facts, embedded) => [
      part('Title', `Show HN: ${facts.name} – ${title ?? ''}`),
      part('URL', taggedLink(facts, 'hacker_news', 'community')),
      part('Text', paragraphs(...body, story, closing)),
      kept(embedded, 'Before you post'),
    ],
  },
  reddit: {
    brief:
      'title: a question to people who have the problem, at most 200 characters. paragraphs: two or three, no advertising. closing: one sentence that discloses the maker and names the product; in English it begins with “I am working on”.',
    assemble: ({ title, paragraphs: body, closing }, facts, embedded) => [
      part('Title', title),
      part('Body', paragraphs(...body, closing, taggedLink(facts, 'reddit', 'community'))),
      kept(embedded, 'Before you post'),
    ],
  },
  linkedin: {
    brief:
      'paragraphs: three or four, the problem first, calm, no request for likes. closing: an invitation to talk.',
    assemble: ({ paragraphs: body, closing }, facts) => [
      part('Post', paragraphs(...body, closing, taggedLink(facts, 'linkedin', 'social'))),
    ],
  },
  x_thread: {
    brief:
      'paragraphs: three to five posts of at most 250 characters each, without numbers in front. closing: an invitation to look, at most 120 characters.',
    assemble: ({ paragraphs: posts, closing }, facts) =>
      [...posts, `${closing} ${taggedLink(facts, 'x', 'social')}`].map((text, index) =>
        part(`Post ${String(index + 1)}`, `${String(index + 1)}/ ${text}`),
      ),
  },
  indie_hackers: {
    brief:
      'title: at most 80 characters. paragraphs: three or four on what is decided and what is open; users and revenue are not known. closing: one question to other makers, with a question mark.',
    assemble: ({ title, paragraphs: body, closing }, facts) => [
      part('Title', title),
      part('Body', paragraphs(...body, closing, taggedLink(facts, 'indie_hackers', 'community'))),
    ],
  },
  betalist: {
    brief:
      'title: tagline of at most 60 characters. paragraphs: two or three that invite testers of a beta, with that word. closing: what testers are asked for.',
    assemble: ({ title, paragraphs: body, closing }, facts) => [
      part('Name', fitCopy(facts.name, 40)),
      part('Tagline', title),
      part('Pitch', paragraphs(...body, closing, taggedLink(facts, 'betalist', 'directory'))),
    ],
  },
  cold_email: {
    brief:
      'title: honest subject of at most 60 characters. paragraphs: two or three short ones to one person, together at most 90 words, no greeting and no signature. closing: that no further mail follows if it does not interest them; in English with the words “not write again”.',
    assemble: ({ title, paragraphs: body, closing }, facts) => [
      part('Subject', title),
      part(
        'Body',
        paragraphs(
          '{{first-name}},',
          ...body,
          taggedLink(facts, 'cold_email', 'email'),
          closing,
          sender,
        ),
      ),
    ],
  },
  press_note: {
    brief:
      'title: headline of at most 100 characters. paragraphs: three or four in the third person, facts only, no praise. closing: one sentence on pricing.',
    assemble: ({ title, paragraphs: [first = '', ...rest], closing }, facts) => [
      part('Headline', title),
      part(
        'Text',
        paragraphs(
          `{{city}}, {{date}}. ${first}`,
          ...rest,
          closing,
          `${when(!facts.isForeign, 'Quote of the founder, not known yet: ')}{{a-sentence-you-really-said}}`,
          `Contact: {{your-name}}, {{your-e-mail}}, ${taggedLink(facts, 'press', 'press')}`,
        ),
      ),
    ],
  },
  newsletter: {
    brief:
      'title: subject of at most 60 characters without an exclamation mark. paragraphs: two or three to people who asked to hear of it: it can be tried, and how to begin. closing: a request to reply.',
    assemble: ({ title, paragraphs: body, closing }, facts) => [
      part('Subject', title),
      part(
        'Body',
        paragraphs(
          ...body,
          closing,
          taggedLink(facts, 'newsletter', 'email'),
          '{{unsubscribe-link}}',
          sender,
        ),
      ),
    ],
  },
};

/** A draft with each text as one clean line. */
export function cleanDraft({ title, summary, paragraphs: body, closing }: Draft): Draft {
  const clean = (text: string | null): string | null => (text === null ? null : cleanText(text));
  return {
    ...{ title: clean(title), summary: clean(summary) },
    paragraphs: body.map(cleanText).filter((text) => text !== ''),
    closing: cleanText(closing),
  };
}
