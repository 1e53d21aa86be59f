import { type LaunchChannel } from '@hatchr/contracts';
import { type ChannelRules, type CopyPart } from './channel-rules.js';
import { type LaunchFacts } from './launch-facts.js';

/** One channel: what it is for, what it demands, and how the embedded copywriter writes for it from the facts. */
export interface Channel {
  channel: LaunchChannel;
  label: string;
  /** Where to post; null where there is no single place. */
  url: string | null;
  /** What is told there, in one line, for the deck and the plan. */
  angle: string;
  rules: ChannelRules;
  write(facts: LaunchFacts): CopyPart[];
}
