import { type ChannelCopy } from '@hatchr/contracts';
import { describe, expect, it } from '@jest/globals';
import { hostileInput, largestInput } from '../fixtures/hostile.fixture.js';
import {
  arabicInput,
  inputWith,
  japaneseInput,
  oddWordsInput,
  polishInput,
} from '../fixtures/many-domains.fixture.js';
import { schedulingInput } from '../fixtures/scheduling.fixture.js';
import { type LaunchKitInput } from '../launch-kit-input.js';
import { cleanDeep } from '../text/clean-text.js';
import { splitSentences } from '../text/shape-words.js';
import { lengthOnX } from './fit-copy.js';
import { gatherFacts } from './launch-facts.js';
import { orderChannels, writeChannel } from './write-channels.js';

const sameEverywhere = 'One sentence. The same second sentence! And a third one?';

const inputs: [string, LaunchKitInput][] = [
  ['scheduling', schedulingInput],
  ['Japanese', japaneseInput],
  ['Arabic', arabicInput],
  ['Polish', polishInput],
  ['odd words', oddWordsInput],
  ['hostile', hostileInput],
  ['the largest', largestInput],
  [
    'one sentence for everything',
    inputWith({
      prompt: sameEverywhere,
      tagline: sameEverywhere,
      summary: sameEverywhere,
      problem: sameEverywhere,
      feature: {
        kind: 'x',
        name: sameEverywhere,
        description: sameEverywhere,
        entity: 'booking',
        usesModel: true,
      },
      nonGoals: [sameEverywhere, sameEverywhere],
    }),
  ],
];

function copyOf(input: LaunchKitInput): ChannelCopy[] {
  const clean = cleanDeep(input);
  const facts = gatherFacts(clean);
  return orderChannels(clean.spec.channels).map((channel) => writeChannel(channel, facts));
}

/** Sentences as a reader compares them: without case, marks and the founder's link. */
function sentencesOf({ parts }: ChannelCopy): Set<string> {
  return new Set(
    parts
      .flatMap(({ text }) => splitSentences(text))
      .map((sentence) =>
        sentence
          .replace(/\S*\{\{your-url\}\}\S*/gu, '')
          .replace(/[\s\p{P}\p{S}]+/gu, ' ')
          .trim()
          .toLowerCase(),
      )
      .filter((sentence) => sentence !== ''),
  );
}

function partOf(copy: readonly ChannelCopy[], channel: string, label: string): string {
  return (
    copy.find((entry) => entry.channel === channel)?.parts.find((part) => part.label === label)
      ?.text ?? ''
  );
}

describe.each(inputs)('the copy of the %s spec', (_, input) => {
  const copy = copyOf(input);

  it('has ten channels, each part within its limit', () => {
    expect(copy).toHaveLength(10);
    for (const { channel, parts } of copy)
      for (const { text, limit } of parts) {
        expect(text.trim()).not.toBe('');
        const length = channel === 'x_thread' ? lengthOnX(text) : text.length;
        expect(length).toBeLessThanOrEqual(limit ?? Infinity);
      }
  });

  it('keeps the limits of the channels themselves', () => {
    expect(partOf(copy, 'product_hunt', 'Tagline').length).toBeLessThanOrEqual(60);
    expect(partOf(copy, 'product_hunt', 'Description').length).toBeLessThanOrEqual(260);
    expect(partOf(copy, 'show_hn', 'Title')).toMatch(/^Show HN: .{3,71}$/u);
    expect(partOf(copy, 'reddit', 'Title').length).toBeLessThanOrEqual(300);
    expect(partOf(copy, 'linkedin', 'Post').length).toBeLessThanOrEqual(3000);
    expect(partOf(copy, 'cold_email', 'Subject').length).toBeLessThanOrEqual(60);
    const posts = copy.find(({ channel }) => channel === 'x_thread')?.parts ?? [];
    expect(posts.length).toBeGreaterThanOrEqual(5);
    expect(posts.length).toBeLessThanOrEqual(7);
    for (const { text } of posts) expect(text.length).toBeLessThanOrEqual(280);
  });

  it('shares no sentence between two channels', () => {
    for (const [index, one] of copy.entries())
      for (const other of copy.slice(index + 1)) {
        const theirs = sentencesOf(other);
        expect([
          one.channel,
          other.channel,
          [...sentencesOf(one)].filter((sentence) => theirs.has(sentence)),
        ]).toEqual([one.channel, other.channel, []]);
      }
  });

  it('links by a marked blank that names the channel', () => {
    for (const { parts } of copy)
      expect(parts.map((part) => part.text).join('\n')).toMatch(
        /\{\{your-url\}\}\?utm_source=[a-z_]+&utm_medium=[a-z]+&utm_campaign=[a-z0-9-]+/u,
      );
    const sources = copy.map(
      ({ parts }) => /utm_source=([a-z_]+)/u.exec(parts.map((part) => part.text).join(''))?.[1],
    );
    expect(new Set(sources).size).toBe(10);
  });
});

describe('the copy', () => {
  it('states no number that is not in the input', () => {
    // Counts of the fixture: 3 tables, checks and products, 2 sources, 6 pages, the price 0, and the versions.
    const known = new Set(['0', '2', '3', '6', '16.4.5', '2.109.0']);
    for (const { parts } of copyOf(schedulingInput))
      for (const { text } of parts) {
        const numbers = text.replace(/^\d[/)]/gmu, '').match(/\d[\d.,]*\d|\d/gu) ?? [];
        expect(numbers.filter((number) => !known.has(number))).toEqual([]);
      }
  });

  it('uses no hype', () => {
    const words =
      /\b(revolution|game.?chang|world.?class|best|leading|amazing|incredible|unlock|supercharge|seamless|cutting.edge|trusted by)\b/iu;
    for (const { parts } of copyOf(schedulingInput))
      for (const { text } of parts) expect(text).not.toMatch(words);
  });

  it('keeps the claim out where nothing stands behind it', () => {
    const body = partOf(copyOf(inputWith({})), 'indie_hackers', 'Body');
    expect(body).toContain('no sourced advantage');
    expect(body).not.toContain('Proposes new times');
  });

  it('puts the channels of the spec first and keeps the rest', () => {
    const order = orderChannels(['newsletter', 'reddit']).map(({ channel }) => channel);
    expect(order.slice(0, 3)).toEqual(['newsletter', 'reddit', 'product_hunt']);
  });

  it('refuses a part that is longer than its channel allows', () => {
    const tooLong = {
      channel: 'x',
      label: 'X',
      url: null,
      angle: '',
      write: () => [{ label: 'Post', text: 'abcd', limit: 3 }],
    };
    expect(() => writeChannel(tooLong, gatherFacts(schedulingInput))).toThrow(
      expect.objectContaining({ code: 'launch_kit.failed' }),
    );
  });
});
