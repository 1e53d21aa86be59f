import { AppError, launchChannels, type ChannelCopy, type LaunchChannel } from '@hatchr/contracts';
import { type Channel } from './channel.js';
import { brokenRules, type CopyPart } from './channel-rules.js';
import { betalist } from './channels/betalist.js';
import { coldEmail } from './channels/cold-email.js';
import { indieHackers } from './channels/indie-hackers.js';
import { linkedin } from './channels/linkedin.js';
import { newsletter } from './channels/newsletter.js';
import { pressNote } from './channels/press-note.js';
import { productHunt } from './channels/product-hunt.js';
import { reddit } from './channels/reddit.js';
import { showHn } from './channels/show-hn.js';
import { xThread } from './channels/x-thread.js';
import { type LaunchFacts } from './launch-facts.js';

const copywriters: Record<LaunchChannel, Channel> = {
  product_hunt: productHunt,
  show_hn: showHn,
  reddit,
  linkedin,
  x_thread: xThread,
  indie_hackers: indieHackers,
  betalist,
  cold_email: coldEmail,
  press_note: pressNote,
  newsletter,
};

/** Every channel, those that the specification names first and in its order. */
export function orderChannels(named: readonly LaunchChannel[]): Channel[] {
  return [...new Set([...named, ...launchChannels])].map((channel) => copywriters[channel]);
}

/**
 * The copy of one channel: what somebody else wrote and was judged by, or the embedded copywriter's, held to its rules. Throws `launch_kit.failed` when it breaks one; `details.problems` says
 * which.
 */
export function writeChannel(
  channel: Channel,
  facts: LaunchFacts,
  written?: readonly CopyPart[],
): ChannelCopy {
  const parts = written ?? channel.write(facts);
  const isEnglish = written === undefined || !facts.isForeign;
  const problems = brokenRules(channel.rules, parts, facts.name, isEnglish);
  if (problems.length > 0)
    throw new AppError('launch_kit.failed', { details: { channel: channel.channel, problems } });
  return {
    channel: channel.channel,
    label: channel.label,
    url: channel.url,
    parts: parts.map((part) => ({ ...part, limit: channel.rules.limits[part.label] ?? null })),
  };
}
