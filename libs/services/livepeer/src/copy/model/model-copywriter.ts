import {
  type Decision,
  type LaunchChannel,
  launchChannels,
  type ServedBy,
  type StepContext,
} from '@hatchr/contracts';
import { type StepModel } from '@hatchr/language-model';
import {
  type SlideWords,
  type WordedDeck,
  type WordedSlide,
  writeSlideWords,
} from '../../deck/slide-words.js';
import { type LaunchKitInput } from '../../launch-kit-input.js';
import { countOf, joinWords } from '../../text/shape-words.js';
import { type CopyPart } from '../channel-rules.js';
import { gatherFacts } from '../launch-facts.js';
import { orderChannels } from '../write-channels.js';
import { gatherGround } from './copy-ground.js';
import { type DraftedCopy, draftChannels } from './draft-channels.js';

/** Words of a kit that a language model wrote; what is not in them is the embedded copywriter's. */
export interface ModelCopy {
  channels: ReadonlyMap<LaunchChannel, CopyPart[]>;
  slides: ReadonlyMap<WordedSlide, SlideWords>;
  /** As people know it: `OpenAI gpt-5.4-mini`; null where none of its words were kept. */
  writtenBy: string | null;
  /** Who wrote what and why, in sentences. */
  reason: string;
}

/** A kit waits so long for words and no longer; the embedded ones are there already. */
export const copySeconds = 75;

const labels = new Map<string, string>(
  orderChannels([...launchChannels]).map(({ channel, label }) => [channel, label]),
);
const labelsOf = (channels: Iterable<string>): string =>
  joinWords([...channels].map((channel) => labels.get(channel) ?? channel));

/**
 * Has a model write channel copy and deck text from the clean input of a kit, in the language of the founder, in three
 * calls side by side. Whatever breaks a rule or says what nothing backs is left to the embedded copywriter, channel by
 * channel and slide by slide; `context.decide` and the reason say which and why. Throws on abort alone.
 */
export async function writeWithModel(
  model: StepModel,
  input: LaunchKitInput,
  context: StepContext,
  seconds = copySeconds,
): Promise<ModelCopy> {
  const ground = gatherGround(input);
  const desk = { channels: orderChannels(input.spec.channels), facts: gatherFacts(input), ground };
  const deadline = AbortSignal.timeout(seconds * 1000);
  const [copy, deck] = await Promise.all([
    draftChannels(model, desk, deadline, context),
    writeSlideWords(model, ground, deadline, context),
  ]);
  const { provider, model: name } = model.describe('copy');
  for (const decision of decisionsOf(copy, deck, name)) context.decide?.(decision);
  const reason = explain(copy, deck, `${provider} ${name}`);
  if (copy.reasons.size > 0 || deck.failure !== null) context.log('warn', reason);
  const isUsed = copy.kept.size + deck.kept.size > 0;
  return {
    ...{ channels: copy.kept, slides: deck.kept, reason },
    writtenBy: isUsed ? `${provider} ${name}` : null,
  };
}

function decisionsOf(copy: DraftedCopy, deck: WordedDeck, model: string): Decision[] {
  const byModel = { by: 'model', model } as const;
  const embedded = { by: 'embedded', model: null } as const;
  return [
    ...launchChannels.map((channel): Decision => {
      const subject = `Copy for ${labels.get(channel) ?? channel}`;
      return copy.kept.has(channel)
        ? {
            subject,
            ...byModel,
            reason: 'It keeps the rules of the channel, and the facts back it.',
          }
        : { subject, ...embedded, reason: `Not the model’s: ${copy.reasons.get(channel) ?? ''}` };
    }),
    {
      subject: 'Headlines and notes of the deck',
      ...(deck.kept.size > 0 ? byModel : embedded),
      reason: describeDeck(deck),
    },
  ];
}

function describeDeck({ kept, refused, failure }: WordedDeck): string {
  if (failure !== null) return failure;
  const written = `The language model wrote headline and notes of ${countOf(kept.size, 'slide')}.`;
  return refused === 0
    ? written
    : `${written} Those of ${countOf(refused, 'slide')} did not fit or were not backed by the facts, so they are the embedded ones.`;
}

function explain(copy: DraftedCopy, deck: WordedDeck, writer: string): string {
  const reasons = new Map<string, string[]>();
  for (const [channel, reason] of copy.reasons)
    reasons.set(reason, [...(reasons.get(reason) ?? []), channel]);
  const left = [...reasons].map(
    ([reason, channels]) =>
      `Embedded copy for ${labelsOf(channels)}: ${reason.replace(/[.]$/u, '')}.`,
  );
  const written =
    copy.kept.size === 0
      ? 'No channel has copy of the language model.'
      : `${writer} wrote the copy for ${labelsOf(launchChannels.filter((one) => copy.kept.has(one)))}.`;
  return [written, ...left, describeDeck(deck)].join(' ');
}

/** Who served a kit, with the words of a model in it or the reason why there are none. */
export function withModelCopy(servedBy: ServedBy, copy: ModelCopy | null): ServedBy {
  if (copy === null) return servedBy;
  const reason = `${copy.reason} ${servedBy.reason}`;
  return copy.writtenBy === null
    ? { ...servedBy, reason }
    : { provider: copy.writtenBy, mode: 'live', reason };
}
