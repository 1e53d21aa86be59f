import {
  type ChannelCopy,
  type GeneratedFile,
  type LaunchChannel,
  type SearchPage,
} from '@hatchr/contracts';
import { type LaunchKitInput } from '../launch-kit-input.js';
import { cleanDeep } from '../text/clean-text.js';
import { type CopyPart } from './channel-rules.js';
import { gatherFacts } from './launch-facts.js';
import { planSearchPages } from './plan-search-pages.js';
import { orderChannels, writeChannel } from './write-channels.js';
import { writeLaunchPlan } from './write-launch-plan.js';
import { channelMarkdown } from './write-markdown.js';
import { writeSearchPlan } from './write-search-plan.js';

export interface LaunchCopy {
  channels: ChannelCopy[];
  searchPages: SearchPage[];
  files: GeneratedFile[];
  /** Where each channel's text is and what it tells, for the deck. */
  mentions: { label: string; angle: string; path: string }[];
}

/**
 * Everything of the launch that is words: the text of ten channels, the plan of fourteen days and the plan for
 * search, as files under `launch/` and as data. Says nothing that is not in the input, which need not be clean.
 * @param written channels that somebody else has written for and that were judged already
 * Throws `launch_kit.failed` when a text breaks a rule of its channel.
 */
export function writeLaunchCopy(
  input: LaunchKitInput,
  written: ReadonlyMap<LaunchChannel, CopyPart[]> = new Map(),
): LaunchCopy {
  const clean = cleanDeep(input);
  const ordered = orderChannels(clean.spec.channels);
  const facts = gatherFacts(clean);
  const channels = ordered.map((channel) =>
    writeChannel(channel, facts, written.get(channel.channel)),
  );
  // In a language of its own, copy needs no translation.
  const planFacts = { ...facts, isForeign: facts.isForeign && written.size < ordered.length };
  const searchPages = planSearchPages(clean, facts);
  const files: GeneratedFile[] = channels.map((channel) => ({
    path: `launch/copy/${channel.channel}.md`,
    content: channelMarkdown(channel),
  }));
  files.push(
    { path: 'launch/LAUNCH-PLAN.md', content: writeLaunchPlan(planFacts, ordered) },
    { path: 'launch/SEO-PLAN.md', content: writeSearchPlan(searchPages) },
  );
  const mentions = ordered.map(({ channel, label, angle }) => ({
    label,
    angle,
    path: `launch/copy/${channel}.md`,
  }));
  return { channels, searchPages, files, mentions };
}
