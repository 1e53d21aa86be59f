import { type CountLength, plainLength } from './fit-copy.js';

/** One part of a channel's copy, whoever wrote it: the embedded copywriter or another one. */
export interface CopyPart {
  label: string;
  text: string;
}

/** What a channel demands of its copy. */
export interface ChannelRules {
  /** The parts in their order with the longest that each may be; null where the channel names no limit. */
  limits: Readonly<Record<string, number | null>>;
  /** Parts that may be missing. */
  optional?: readonly string[];
  /** How the channel counts; UTF-16 units where it is not given. */
  count?: CountLength;
  /** Words that parts may have at most. */
  words?: Readonly<Record<string, number>>;
  /** What no part may say, and why not. `in` narrows it to one part. */
  never?: readonly { pattern: RegExp; reason: string; in?: string }[];
  /** What the copy as a whole must have, and why; `isEnglish` where the pattern knows English words alone. */
  always?: readonly { pattern: RegExp; reason: string; isEnglish?: true }[];
}

/** Words of advertising that Hacker News and Reddit take for spam and that an editor strikes out. */
export const hype =
  /\b(?:revolution\w*|game.?chang\w*|ground.?breaking|world.?class|best.in.class|cutting.?edge|next.?gen(?:eration)?|state.of.the.art|amazing|incredible|awesome|ultimate|seamless\w*|effortless\w*|supercharge\w*|unleash\w*|unlock\w*|blazing\w*|must.have|trusted by|leading)\b/giu;

/** A request for votes, which Hacker News, Product Hunt and Reddit punish. A product about votes may say so. */
const voteRequest =
  /\bup-?vote (?:us|me|it|this|our|my)\b|\bvote for (?:us|me|it|this|our|my)\b|\byour (?:up-?votes?|votes?|support)\b|\b(?:please|kindly) (?:up-?vote|vote|share)\b|\bsupport (?:us|me|our launch|my launch)\b/iu;

export const noVoteRequest = { pattern: voteRequest, reason: 'asks for votes' };
export const noHype = {
  pattern: new RegExp(hype.source, 'iu'),
  reason: 'uses words of advertising',
};

/**
 * Which rules of a channel its copy breaks, in words; none when it can be posted. The product's name is not judged, and
 * of copy in another language than English no English words are asked.
 */
export function brokenRules(
  rules: ChannelRules,
  parts: readonly CopyPart[],
  productName: string,
  isEnglish = true,
): string[] {
  const { optional = [], never = [], always = [] } = rules;
  const labels = parts.map(({ label }) => label);
  const missing = Object.keys(rules.limits).filter(
    (label) => !optional.includes(label) && !labels.includes(label),
  );
  const judged = parts.map(({ label, text }) => ({
    label,
    text: text.replaceAll(productName, 'X'),
  }));
  const whole = judged.map(({ text }) => text).join('\n');
  return [
    ...missing.map((label) => `${label} is missing`),
    ...parts.flatMap((part) => lengthProblems(rules, part)),
    ...never.flatMap(({ pattern, reason, in: only }) =>
      judged
        .filter(({ label, text }) => (only ?? label) === label && pattern.test(text))
        .map(({ label }) => `${label} ${reason}`),
    ),
    ...always
      .filter((rule) => (isEnglish || !rule.isEnglish) && !rule.pattern.test(whole))
      .map(({ reason }) => `it ${reason}`),
  ];
}

function lengthProblems(rules: ChannelRules, { label, text }: CopyPart): string[] {
  const { limits, words = {}, count = plainLength } = rules;
  const limit = limits[label];
  if (limit === undefined) return [`${label} is no part of this channel`];
  if (text.trim() === '') return [`${label} is empty`];
  const problems: string[] = [];
  if (limit !== null && count(text) > limit)
    problems.push(`${label} has ${String(count(text))} of ${String(limit)} characters`);
  const mostWords = words[label];
  if (mostWords !== undefined && countWords(text) > mostWords)
    problems.push(`${label} has ${String(countWords(text))} of ${String(mostWords)} words`);
  return problems;
}

const segments = new Intl.Segmenter('und', { granularity: 'word' });

/** Words of a text in any script. */
export const countWords: CountLength = (text) =>
  Array.from(segments.segment(text)).filter(({ isWordLike }) => isWordLike).length;

/** The text without words of advertising, which a person may well have in their own sentence. */
export function withoutHype(text: string): string {
  return text.replace(hype, '').replace(/\s+/gu, ' ').trim();
}

/** Without it nobody can tell which channel a visit came from. */
export const hasTaggedLink = {
  pattern: /\?utm_source=[a-z_]+&utm_medium=[a-z]+&utm_campaign=[a-z0-9-]+/u,
  reason: 'lacks the link that names the channel',
};

/**
 * What the law of the United States asks of e-mail that promotes something, to one person or to many: a postal
 * address and a way to hear no more (FTC, CAN-SPAM Act: A Compliance Guide for Business,
 * https://www.ftc.gov/business-guidance/resources/can-spam-act-compliance-guide-business). The law of the EU and the
 * UK asks for consent on top of it, which no text can give.
 */
export const emailDuties = [
  { pattern: /\{\{your-postal-address\}\}/u, reason: 'lacks a postal address' },
  {
    pattern: /not write again|\{\{unsubscribe-link\}\}/u,
    reason: 'lacks a way to hear no more',
    isEnglish: true,
  },
] as const;

/** A subject that poses as an answer misleads, which the same law forbids; exclamation marks meet spam filters. */
export const honestSubject = {
  pattern: /^\s*(?:re|fwd?|aw|wg)\s*:|[!！]/iu,
  reason: 'poses as an answer or shouts',
  in: 'Subject',
};
