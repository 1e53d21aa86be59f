import { type ChannelCopy, launchChannels, type LaunchChannel } from '@hatchr/contracts';
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
import { type Channel } from './channel.js';
import { brokenRules } from './channel-rules.js';
import { lengthOnX } from './fit-copy.js';
import { gatherFacts } from './launch-facts.js';
import { sharedSentences } from './shared-sentences.js';
import { orderChannels, writeChannel } from './write-channels.js';
import { writeLaunchCopy } from './write-copy.js';

const channelOf = (channel: LaunchChannel): Channel => {
  const [first] = orderChannels([channel]);
  if (!first) throw new Error(`there is no ${channel}`);
  return first;
};

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
  return writeLaunchCopy(input).channels;
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
    expect(copy.find(({ channel }) => channel === 'x_thread')?.parts.length).toBeGreaterThan(3);
  });

  it('shares no sentence between two channels', () => {
    expect(sharedSentences(copy)).toEqual([]);
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
    // Counts of the fixture: 3 tables, checks and products, 2 and 1 sources, the price 0, and the versions.
    const known = new Set(['0', '1', '2', '3', '16.4.5', '2.109.0']);
    for (const { parts } of copyOf(schedulingInput))
      for (const { text } of parts) {
        const numbers = text.replace(/^\d[/)]/gmu, '').match(/\d[\d.,]*\d|\d/gu) ?? [];
        expect(numbers.filter((number) => !known.has(number))).toEqual([]);
      }
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

  it('says what it is for without saying a word twice', () => {
    const title = partOf(
      copyOf(inputWith({ category: 'Beekeeping', audience: 'hobby beekeepers' })),
      'show_hn',
      'Title',
    );
    expect(title).toBe('Show HN: Slotwise – bookings and clients for hobby beekeepers');
  });

  it('names nobody where the sentence names nobody', () => {
    const copy = copyOf(inputWith({ prompt: 'Meteorites', audience: 'people who need it' }));
    expect(JSON.stringify(copy)).not.toContain('people who need it');
  });

  it('takes what stands behind the colon of a tagline that is too long', () => {
    const tagline = 'Beekeeping journal, hives and inspections: every colony seen, none forgotten';
    expect(partOf(copyOf(inputWith({ tagline })), 'product_hunt', 'Tagline')).toBe(
      'Every colony seen, none forgotten',
    );
  });

  it('leaves words of advertising out of what Hacker News, Reddit and the press get, whoever wrote them', () => {
    const copy = copyOf(
      inputWith({
        prompt: 'The ultimate amazing best scheduling!',
        audience: 'leading freelancers',
        category: 'Best scheduling!',
        problem: 'Amazing tools are missing.',
      }),
    );
    for (const channel of ['show_hn', 'reddit', 'press_note'])
      expect(JSON.stringify(copy.find((entry) => entry.channel === channel))).not.toMatch(
        /ultimate|amazing|leading/iu,
      );
    expect(partOf(copy, 'show_hn', 'Title')).toBe('Show HN: Slotwise – scheduling for freelancers');
  });

  it('refuses copy that breaks a rule of its channel, whoever wrote it', () => {
    const begging = {
      ...channelOf('product_hunt'),
      write: () => [{ label: 'Tagline', text: 'Please upvote us' }],
    };
    expect(() => writeChannel(begging, gatherFacts(schedulingInput))).toThrow(
      expect.objectContaining({ code: 'launch_kit.failed' }),
    );
  });
});

describe('the rules of a channel', () => {
  const broken = (channel: LaunchChannel, changes: Record<string, string>): string[] => {
    const { rules, ...writer } = channelOf(channel);
    const parts = writer.write(gatherFacts(schedulingInput)).map(({ label, text }) => ({
      label,
      text: changes[label] ?? text,
    }));
    return brokenRules(rules, parts, 'Slotwise');
  };
  const link = '{{your-url}}?utm_source=x&utm_medium=y&utm_campaign=z';

  it.each(launchChannels)('are kept by the embedded copywriter on %s', (channel) => {
    expect(broken(channel, {})).toEqual([]);
  });

  it.each<[LaunchChannel, Record<string, string>, string]>([
    ['product_hunt', { Tagline: 'x'.repeat(61) }, 'Tagline has 61 of 60 characters'],
    ['product_hunt', { Description: 'x'.repeat(261) }, 'Description has 261 of 260 characters'],
    ['product_hunt', { 'First comment': 'We need your support!' }, 'First comment asks for votes'],
    ['product_hunt', { Link: 'https://example.org' }, 'it lacks the link that names the channel'],
    ['show_hn', { Title: `Show HN: ${'x'.repeat(72)}` }, 'Title has 81 of 80 characters'],
    ['show_hn', { Title: 'Slotwise' }, 'it does not begin with Show HN:'],
    ['show_hn', { Title: 'Show HN: The fastest calendar' }, 'Title praises itself'],
    ['show_hn', { Title: 'Show HN: A calendar!' }, 'Title praises itself'],
    ['show_hn', { Text: 'Please upvote this.' }, 'Text asks for votes'],
    ['show_hn', { Text: 'A game-changing calendar.' }, 'Text uses words of advertising'],
    ['reddit', { Title: 'x'.repeat(301) }, 'Title has 301 of 300 characters'],
    ['reddit', { Body: `How do you do it? ${link}` }, 'it does not say who is asking'],
    ['linkedin', { Post: `${link} ${'x'.repeat(3000)}` }, 'Post has 3054 of 3000 characters'],
    ['linkedin', { Post: `Like this if you agree. ${link}` }, 'Post asks for likes'],
    ['x_thread', { 'Post 1': '予'.repeat(141) }, 'Post 1 has 282 of 280 characters'],
    ['x_thread', { 'Post 2': '' }, 'Post 2 is empty'],
    ['indie_hackers', { Body: `Look at this. ${link}` }, 'it asks the community nothing'],
    ['betalist', { Pitch: `Here it is. ${link}` }, 'it does not speak of a beta'],
    ['cold_email', { Subject: 'Re: our talk' }, 'Subject poses as an answer or shouts'],
    ['cold_email', { Body: `${link} not write again` }, 'it lacks a postal address'],
    ['newsletter', { Body: `${link} {{your-postal-address}}` }, 'it lacks a way to hear no more'],
    ['press_note', { Text: `Contact: me, ${link}` }, 'it lacks a dateline'],
    ['press_note', { Headline: 'Incredible Slotwise' }, 'Headline uses words of advertising'],
  ])('of %s refuse %j', (channel, changes, problem) => {
    expect(broken(channel, changes)).toContain(problem);
  });

  it('hold a cold e-mail to 150 words', () => {
    expect(broken('cold_email', { Body: `${'word '.repeat(160)} ${link}` })).toContainEqual(
      expect.stringMatching(/^Body has 1\d\d of 150 words$/u),
    );
  });

  it('do not judge the name of the product', () => {
    const parts = channelOf('show_hn')
      .write(gatherFacts(inputWith({ name: 'Best Ultimate' })))
      .map(({ label, text }) => ({ label, text }));
    expect(brokenRules(channelOf('show_hn').rules, parts, 'Best Ultimate')).toEqual([]);
  });

  it('let a product speak of votes', () => {
    const text = `Readers vote for ideas and see upvotes. ${link}`;
    expect(broken('product_hunt', { 'First comment': text })).toEqual([]);
  });
});
