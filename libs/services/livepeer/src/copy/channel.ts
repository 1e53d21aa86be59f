import { type ChannelCopy } from '@hatchr/contracts';
import { type LaunchFacts } from './launch-facts.js';
import { type CountLength } from './fit-copy.js';

/** One channel: what it is for, and how its copy is written from the facts. */
export interface Channel {
  channel: string;
  label: string;
  /** Where to post; null where there is no single place. */
  url: string | null;
  /** What is told there, in one line, for the deck and the plan. */
  angle: string;
  /** How the channel counts characters; UTF-16 units where it is not given. */
  count?: CountLength;
  write(facts: LaunchFacts): ChannelCopy['parts'];
}
