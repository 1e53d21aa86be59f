import {
  type ChannelCopy,
  launchChannels,
  type LaunchChannel,
  type StepContext,
} from '@hatchr/contracts';
import { type ObjectRequest, type StepModel } from '@hatchr/language-model';
import { z } from 'zod';
import { type Channel } from '../channel.js';
import { brokenRules, type CopyPart } from '../channel-rules.js';
import { type LaunchFacts } from '../launch-facts.js';
import { sharedSentences } from '../shared-sentences.js';
import { askInTime } from './ask-in-time.js';
import { cleanDraft, draftedChannels, draftSchema, type Draft } from './channel-drafts.js';
import { type CopyGround } from './copy-ground.js';
import { findInventions } from './find-inventions.js';

/** Two calls side by side: half the waiting of one, and one that fails costs the other nothing. */
const groups: readonly (readonly LaunchChannel[])[] = [
  ['product_hunt', 'show_hn', 'reddit', 'x_thread', 'indie_hackers'],
  ['linkedin', 'betalist', 'cold_email', 'press_note', 'newsletter'],
];
const maximumOutputTokens = 4000;

const instructions = (
  channels: readonly LaunchChannel[],
): string => `You write launch copy for one product, for the channels below, each in the tone of its readers. Write in the language whose tag is given, also where the facts are in another one.

Use only the facts and the research that are given. Invent nothing: no users, customers, figures, prices, dates, names, quotations, awards or comparisons that are not there. Prices stand as the plans state them, or not at all. No superlatives, no words of advertising, no request for votes. Where something is not known, leave it out.

Plain text in sentence case: no links, addresses, markup, hashtags, emoji or blanks; they are added afterwards. No sentence may stand in two channels. "title" and "summary" are null where a channel asks for none; "paragraphs" are separate texts without line breaks.

${channels.map((channel) => `- ${channel}: ${draftedChannels[channel].brief}`).join('\n')}`;

/** The copy of the channels that a model wrote and that may be posted, and why the others were not kept. */
export interface DraftedCopy {
  kept: ReadonlyMap<LaunchChannel, CopyPart[]>;
  reasons: ReadonlyMap<LaunchChannel, string>;
}

interface Desk {
  channels: readonly Channel[];
  facts: LaunchFacts;
  ground: CopyGround;
}

const asCopy = (channel: string, parts: readonly CopyPart[]): ChannelCopy => ({
  ...{ channel, label: channel, url: null },
  parts: parts.map((part) => ({ ...part, limit: null })),
});

/** Holds every draft to the rules of its channel, and keeps the first of each channel that keeps them. */
class DraftJudge {
  readonly kept = new Map<LaunchChannel, CopyPart[]>();
  readonly problems = new Map<LaunchChannel, string[]>();
  private readonly embedded: ReadonlyMap<string, CopyPart[]>;

  constructor(private readonly desk: Desk) {
    this.embedded = new Map(
      desk.channels.map((channel) => [channel.channel, channel.write(desk.facts)]),
    );
  }

  /** Keeps what can be kept of an answer, whatever its shape, and says what is wrong with the rest. */
  take(answer: unknown, channels: readonly LaunchChannel[]): string[] {
    const drafts = z.record(z.string(), z.unknown()).safeParse(answer).data ?? {};
    return channels.flatMap((channel) => {
      if (this.kept.has(channel)) return [];
      const draft = draftSchema.safeParse(drafts[channel]);
      const problems = draft.success
        ? this.judge(channel, cleanDraft(draft.data))
        : ['it has the wrong form'];
      this.problems.set(channel, problems);
      return problems.map((problem) => `${channel}: ${problem}`);
    });
  }

  private judge(channel: LaunchChannel, draft: Draft): string[] {
    const { channels, facts, ground } = this.desk;
    const rules = channels.find((one) => one.channel === channel)?.rules;
    const embedded = this.embedded.get(channel) ?? [];
    const parts = draftedChannels[channel].assemble(draft, facts, embedded);
    const written = [draft.title ?? '', draft.summary ?? '', ...draft.paragraphs, draft.closing];
    const problems = [
      ...(rules ? brokenRules(rules, parts, facts.name, ground.isEnglish) : ['it is no channel']),
      ...(draft.closing === '' || draft.paragraphs.length === 0
        ? ['it lacks paragraphs or a closing']
        : []),
      ...(channel === 'reddit' && !draft.closing.includes(facts.name)
        ? ['the closing does not name the product']
        : []),
      ...written.flatMap((text) => findInventions(text, ground)),
      ...this.sharedWith(channel, parts),
    ];
    if (problems.length === 0) this.kept.set(channel, parts);
    return [...new Set(problems)];
  }

  /** Sentences that another channel says already, whoever wrote it. */
  private sharedWith(channel: LaunchChannel, parts: readonly CopyPart[]): string[] {
    const others = launchChannels
      .filter((other) => other !== channel)
      .map((other) => asCopy(other, this.kept.get(other) ?? this.embedded.get(other) ?? []));
    return sharedSentences([asCopy(channel, parts), ...others])
      .filter(({ channels }) => channels.includes(channel))
      .map(({ sentence }) => `shares the sentence “${sentence}” with another channel`);
  }
}

function requestFor(
  channels: readonly LaunchChannel[],
  { ground }: Desk,
  judge: DraftJudge,
): ObjectRequest<Record<string, Draft>> {
  return {
    task: 'copy',
    purpose: `Write the copy for ${String(channels.length)} channels`,
    instructions: instructions(channels),
    data: [
      { label: 'Tag of the language to write in', text: ground.language },
      { label: 'Facts of the product', text: ground.facts },
      { label: 'What research found', text: ground.research },
    ],
    maxOutputTokens: maximumOutputTokens,
    schemaName: 'channel_copy',
    schema: z.object(Object.fromEntries(channels.map((channel) => [channel, draftSchema]))),
    check: (drafts) => judge.take(drafts, channels),
    // Of an answer of the wrong shape the channels that are right are kept as well.
    onTurnedDown: (answer) => void judge.take(answer, channels),
    repairs: 2,
  };
}

/** Has a model write for every channel, and keeps of it what may be posted. */
export async function draftChannels(
  model: StepModel,
  desk: Desk,
  deadline: AbortSignal,
  context: StepContext,
): Promise<DraftedCopy> {
  const judge = new DraftJudge(desk);
  const failures = await Promise.all(
    groups.map(async (channels) => {
      const asked = await askInTime(model, requestFor(channels, desk, judge), deadline, context);
      return channels.map((channel) => [channel, 'reason' in asked ? asked.reason : null] as const);
    }),
  );
  const reasons = failures.flat().flatMap(([channel, failure]) => {
    if (judge.kept.has(channel)) return [];
    const problems = judge.problems.get(channel)?.slice(0, 2).join('; ');
    return [[channel, problems ?? failure ?? 'it was not written'] as const];
  });
  return { kept: judge.kept, reasons: new Map(reasons) };
}
