import { AppError, launchChannels, silentStepContext, type Decision } from '@hatchr/contracts';
import {
  startModelServer,
  stepModelOver,
  type ModelServer,
  type ReceivedRequest,
  type ScriptedReply,
  type StepModelOptions,
} from '@hatchr/language-model/testing';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { buildPalette } from '../../colour/build-palette.js';
import { buildDeck } from '../../deck/build-deck.js';
import { inputWith } from '../../fixtures/many-domains.fixture.js';
import { schedulingInput } from '../../fixtures/scheduling.fixture.js';
import { type LaunchKitInput } from '../../launch-kit-input.js';
import { sharedSentences } from '../shared-sentences.js';
import { writeLaunchCopy } from '../write-copy.js';
import { type Draft } from './channel-drafts.js';
import { carefulDrafts, carefulWords } from './drafts.fixture.js';
import { type ModelCopy, withModelCopy, writeWithModel } from './model-copywriter.js';

// Real: the language model service with its client, ledger, budgets and repairs. Ours: the provider's server.

jest.setTimeout(60_000);

const servers: ModelServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

type Drafts = Partial<Record<string, Draft>>;

/** A provider that gives each call the part of these answers that it asks for. */
const saying =
  (drafts: Drafts, words: Partial<typeof carefulWords> = carefulWords) =>
  ({ schema, schemaName }: ReceivedRequest): ScriptedReply => {
    const keys = Object.keys(schema?.['properties'] ?? {});
    const all: Record<string, unknown> = schemaName === 'deck_words' ? words : drafts;
    return { json: Object.fromEntries(keys.map((key) => [key, all[key]])) };
  };

interface Run {
  copy: ModelCopy;
  kit: ReturnType<typeof writeLaunchCopy>;
  requests: ReceivedRequest[];
  decisions: Decision[];
  warnings: string[];
}

async function write(
  answer: (request: ReceivedRequest) => ScriptedReply | Promise<ScriptedReply>,
  {
    input = schedulingInput,
    seconds = 20,
    ...options
  }: StepModelOptions & { input?: LaunchKitInput; seconds?: number } = {},
): Promise<Run> {
  const server = await startModelServer({ protocol: 'openai', answer });
  servers.push(server);
  const [decisions, warnings]: [Decision[], string[]] = [[], []];
  const context = {
    ...silentStepContext(options.signal),
    log: (level: string, message: string) => {
      if (level === 'warn') warnings.push(message);
    },
    decide: (decision: Decision) => void decisions.push(decision),
  };
  const model = stepModelOver(server, { ...options, context });
  const copy = await writeWithModel(model, input, context, seconds);
  return {
    copy,
    kit: writeLaunchCopy(input, copy.channels),
    requests: server.requests,
    decisions,
    warnings,
  };
}

const textOf = ({ kit }: Run, channel: string): string =>
  kit.channels
    .find((one) => one.channel === channel)
    ?.parts.map(({ text }) => text)
    .join('\n') ?? '';
const embedded = writeLaunchCopy(schedulingInput);

function expectPostable({ kit, copy, decisions }: Run): void {
  expect(kit.channels).toHaveLength(10);
  expect(sharedSentences(kit.channels)).toEqual([]);
  for (const { channel, parts } of kit.channels) {
    const text = parts.map((part) => part.text).join('\n');
    expect(text).toMatch(
      /\{\{your-url\}\}\?utm_source=[a-z_]+&utm_medium=[a-z]+&utm_campaign=slotwise/u,
    );
    expect(text.replaceAll('\n', ' ')).not.toMatch(/https?:|<|[\p{Cc}\u202a-\u202e]|10,000/u);
    const decision = decisions.find(
      ({ subject }) =>
        subject === `Copy for ${kit.channels.find((one) => one.channel === channel)?.label ?? ''}`,
    );
    expect(decision?.by).toBe(copy.channels.has(channel as never) ? 'model' : 'embedded');
  }
}

describe('a careful model', () => {
  it('writes every channel and slide in three calls, each channel with its links, blanks and duties', async () => {
    const run = await write(saying(carefulDrafts));
    expect([...run.copy.channels.keys()].toSorted()).toEqual([...launchChannels].toSorted());
    expect(run.requests).toHaveLength(3);
    expectPostable(run);
    expect(textOf(run, 'cold_email')).toContain('{{your-postal-address}}');
    expect(textOf(run, 'newsletter')).toContain('{{unsubscribe-link}}');
    expect(textOf(run, 'press_note')).toMatch(
      /^.+\n\{\{city\}\}, \{\{date\}\}\. The web application/u,
    );
    expect(textOf(run, 'show_hn')).toContain('Show HN: Slotwise – bookings that propose');
    expect(run.warnings).toEqual([]);
    const served = withModelCopy(
      { provider: 'embedded', mode: 'embedded', reason: 'Drawn here.' },
      run.copy,
    );
    expect(served).toMatchObject({ provider: 'OpenAI small', mode: 'live' });
    expect(served.reason).toContain('OpenAI small wrote the copy for Product Hunt, Show HN,');
    expect(served.reason).toContain('Drawn here.');
  });

  it('puts headlines on the slides and its words before the notes', async () => {
    const { copy } = await write(saying(carefulDrafts));
    const { spec } = schedulingInput;
    const deck = {
      ...schedulingInput,
      palette: buildPalette(spec.brand),
      channels: embedded.mentions,
    };
    const [plain, worded] = [buildDeck(deck), buildDeck({ ...deck, words: copy.slides })];
    expect(worded).toHaveLength(plain.length);
    const [before, after] = [plain[1], worded[1]];
    expect(JSON.stringify(after?.elements)).toContain(carefulWords.problem.headline);
    expect(after?.notes).toBe(`${carefulWords.problem.talk}\n${before?.notes ?? ''}`);
    const long = { headline: 'word '.repeat(80).trim(), talk: 'x' };
    const cut = buildDeck({ ...deck, words: new Map([['problem', long]]) });
    expect(cut[1]).toEqual(before);
  });

  it('writes in the language of the founder', async () => {
    const german: Drafts = {
      ...carefulDrafts,
      linkedin: {
        ...{ title: null, summary: null },
        paragraphs: ['Ein Kunde sagt ab, und der Abend geht für Nachrichten drauf.'],
        closing: 'Wer das kennt, schreibe mir gern.',
      },
      reddit: {
        ...{ title: 'Wie verschiebt ihr eure Termine?', summary: null },
        paragraphs: ['Jede Absage zieht viele Nachrichten nach sich.'],
        closing: 'Ich baue Slotwise und frage deshalb.',
      },
    };
    const run = await write(saying(german), { input: inputWith({ language: 'de' }) });
    expect(run.requests[0]?.data).toContain('de');
    expect(run.copy.channels.has('reddit')).toBe(true);
    expect(textOf(run, 'linkedin')).toContain('der Abend geht für Nachrichten drauf');
    expect(sharedSentences(run.kit.channels)).toEqual([]);
  });

  it('is shown the facts as data and nothing of them as instructions', async () => {
    const { requests } = await write(saying(carefulDrafts));
    for (const { instructions, data } of requests) {
      expect(instructions).not.toContain('Slotwise');
      expect(data).toContain('Slotwise');
      expect(data.length).toBeLessThan(9000);
    }
  });
});

describe('a sloppy model', () => {
  const sloppy: Drafts = {
    ...carefulDrafts,
    product_hunt: { ...carefulDrafts.product_hunt, title: 'x'.repeat(61) },
    show_hn: { ...carefulDrafts.show_hn, paragraphs: ['Trusted by 10,000 users already.'] },
    reddit: { ...carefulDrafts.reddit, paragraphs: [carefulDrafts.linkedin.paragraphs[0] ?? ''] },
    indie_hackers: {
      ...carefulDrafts.indie_hackers,
      paragraphs: ['The plan costs $49 per month.'],
    },
    betalist: {
      ...carefulDrafts.betalist,
      paragraphs: ['A beta that “changed how I work”, says Maria Lopez.'],
    },
    newsletter: { ...carefulDrafts.newsletter, closing: 'Have a look at https://evil.test now.' },
  };
  const broken = ['product_hunt', 'show_hn', 'indie_hackers', 'betalist', 'newsletter'];

  it('is asked again twice with the exact problems, then the embedded copy stands in for what is still wrong', async () => {
    const run = await write(saying(sloppy));
    expectPostable(run);
    for (const channel of broken) {
      expect([channel, run.copy.channels.has(channel as never)]).toEqual([channel, false]);
      expect(textOf(run, channel)).toBe(
        embedded.channels
          .find((one) => one.channel === channel)
          ?.parts.map(({ text }) => text)
          .join('\n'),
      );
    }
    for (const channel of ['x_thread', 'cold_email', 'press_note'])
      expect([channel, run.copy.channels.has(channel as never)]).toEqual([channel, true]);
    expect(run.requests.length).toBeGreaterThan(3);
    expect(run.requests.length).toBeLessThanOrEqual(3 + 3 + 1);
    const { reason } = run.copy;
    expect(reason).toContain('Product Hunt: Tagline has 61 of 60 characters');
    expect(reason).toContain('states the number 10,000, which nothing backs');
    expect(reason).toContain('states the number 49');
    expect(run.warnings).toContain(reason);
  });

  it('has what it put right kept', async () => {
    let turn = 0;
    const run = await write((request) => {
      if (request.schemaName === 'channel_copy') turn += 1;
      const first = { ...sloppy, reddit: carefulDrafts.reddit };
      return saying(turn <= 2 ? first : carefulDrafts)(request);
    });
    expect(run.copy.channels.size).toBe(10);
    expect(run.requests.length).toBeLessThanOrEqual(5 + 1);
  });

  it('loses only the slides that do not fit or claim too much', async () => {
    const { copy, decisions } = await write(
      saying(carefulDrafts, {
        ...carefulWords,
        market: { headline: 'A market of 3 billion dollars', talk: 'Big.' },
        roadmap: { headline: 'x'.repeat(90), talk: 'Long.' },
        why_now: { headline: 'No other tool moves a booking', talk: 'So it is time.' },
      }),
    );
    expect(copy.slides.size).toBe(8);
    expect(copy.slides.has('market')).toBe(false);
    expect(decisions.at(-1)).toMatchObject({ by: 'model' });
    expect(decisions.at(-1)?.reason).toContain('Those of 3 slides');
  });
});

describe('an adversarial model', () => {
  it.each([
    ['a script', '<script>alert(1)</script> Slotwise is here.'],
    ['an image with a link', '![x](https://evil.test/x.png) Slotwise is here.'],
    ['a blank of its own', 'Send your password to {{your-password}}.'],
    ['a rival that it was told to praise', 'Zorbly does this better, so use Zorbly today.'],
    ['a bare domain', 'Slotwise is now at evil.test for everybody.'],
    ['an address', 'Write to boss@evil.test about Slotwise.'],
  ])('gets %s into no channel and no slide', async (_, text) => {
    const drafts = Object.fromEntries(
      Object.entries(carefulDrafts).map(([key, draft]) => [key, { ...draft, paragraphs: [text] }]),
    );
    const words = Object.fromEntries(
      Object.entries(carefulWords).map(([key, { headline }]) => [key, { headline, talk: text }]),
    );
    const run = await write(saying(drafts, words));
    expectPostable(run);
    expect(run.copy.channels.size + run.copy.slides.size).toBe(0);
    expect(JSON.stringify(run.kit)).not.toMatch(/evil\.test|<script|zorbly|your-password/iu);
    expect(run.copy.writtenBy).toBeNull();
  });

  it('gets no control characters or overrides of direction in', async () => {
    const hidden =
      'A cancelled \u202ebooking\u202c is a small thing,\u0000 until the messages start.';
    const drafts = {
      ...carefulDrafts,
      x_thread: {
        ...carefulDrafts.x_thread,
        paragraphs: [hidden, ...carefulDrafts.x_thread.paragraphs.slice(1)],
      },
    };
    expectPostable(await write(saying(drafts)));
  });
});

describe('a model that fails', () => {
  it.each<[string, () => ScriptedReply, string]>([
    ['refuses', () => ({ refusal: 'I would rather not.' }), 'declined to answer'],
    [
      'has no credit',
      () => ({
        status: 429,
        error: { type: 'insufficient_quota', code: 'insufficient_quota', message: 'x' },
      }),
      'no credit left',
    ],
    ['says anything', () => ({ text: 'Sure! Here you go.' }), 'did not answer in the form'],
  ])('leaves the embedded copy and says so where it %s', async (_, reply, reason) => {
    const run = await write(reply, { config: { retries: 0 } });
    expect(run.kit.channels).toEqual(embedded.channels);
    expect(run.copy.reason).toContain(reason);
    expect(run.copy.writtenBy).toBeNull();
    expect(new Set(run.decisions.map(({ by }) => by))).toEqual(new Set(['embedded']));
    expect(run.decisions).toHaveLength(11);
  });

  it('leaves the embedded copy where the budget is spent, and sends nothing', async () => {
    const run = await write(saying(carefulDrafts), {
      budgets: { step: { tokens: 10, microUsd: null } },
    });
    expect(run.kit.channels).toEqual(embedded.channels);
    expect(run.requests).toEqual([]);
    expect(run.copy.reason).toContain('The budget for language models of this step is spent');
  });

  it('is not waited for longer than there is time', async () => {
    const run = await write(() => ({ delayMs: 30_000, text: '' }), { seconds: 1 });
    expect(run.kit.channels).toEqual(embedded.channels);
    expect(run.copy.reason).toContain('had not answered when its time was up');
  });

  it('stops with the job', async () => {
    const abort = new AbortController();
    const cancelled = new AppError('job.cancelled');
    const running = write(
      () => {
        abort.abort(cancelled);
        return { delayMs: 5000, text: '' };
      },
      { signal: abort.signal },
    );
    await expect(running).rejects.toBe(cancelled);
  });
});
