import type { FeatureReport } from './feature-report';

export interface Message {
  id: string;
  title: string;
  href: string;
  text: string;
  isClosed: boolean;
}

export interface TriagedMessage extends Message {
  /** The topic with the most words in the message, `Other` where there is none. */
  topic: string;
  score: number;
  /** The words that raised the score, as the message says them. */
  reasons: string[];
}

// Plain words that people write, with what they weigh. The list is short so that a person can check it.
const weights: readonly (readonly [words: RegExp, weight: number])[] = [
  [/\b(?:urgent|asap|immediately|emergency|critical)\b/giu, 4],
  [/\b(?:lawyer|legal|fraud|scam|chargeback|dispute|data leak|breach|unsafe|injur\w+)\b/giu, 4],
  [
    /\b(?:down|outage|crash\w*|fatal|data loss|cannot|can't|unable|does not work|not working)\b/giu,
    3,
  ],
  [/\b(?:refund|money back|charged twice|overcharged|wrong (?:item|size|amount))\b/giu, 3],
  [/\b(?:broken|damaged|missing|never arrived|late|failed|error|timeout)\b/giu, 2],
  [
    /\b(?:disappointed|angry|unacceptable|terrible|worst|third time|again and again|still waiting)\b/giu,
    2,
  ],
  [/\b(?:cancel|unsubscribe|close my account)\b/giu, 2],
  [/\b(?:thank you|thanks|great|love)\b/giu, -1],
];

const topics: readonly (readonly [topic: string, words: RegExp])[] = [
  ['Delivery', /\b(?:deliver\w*|shipping|shipment|parcel|courier|tracking|arriv\w+)\b/giu],
  ['Returns and refunds', /\b(?:return|refund\w*|exchange|money back)\b/giu],
  ['Payment', /\b(?:pay\w*|charge\w*|invoice|card|bill\w*|price|discount|voucher)\b/giu],
  [
    'Technical',
    /\b(?:error|exception|crash\w*|timeout|login|sign in|password|bug|server|loading|app)\b/giu,
  ],
  ['Product question', /\b(?:size|colour|color|stock|available|material|fit|compatible)\b/giu],
  ['Complaint', /\b(?:complain\w*|disappointed|unacceptable|terrible|angry|rude)\b/giu],
];

const found = (text: string, words: RegExp): string[] => [
  ...new Set([...text.matchAll(words)].map((match) => match[0].toLowerCase())),
];

/** Topic and urgency of each open message by fixed words, the most urgent first. It reads words, not meaning. */
export function triage(messages: readonly Message[]): TriagedMessage[] {
  return messages
    .filter((message) => !message.isClosed)
    .map((message) => {
      const text = `${message.title}. ${message.text}`;
      const hits = weights.map(([words, weight]) => ({ words: found(text, words), weight }));
      const score = hits.reduce((sum, hit) => sum + hit.words.length * hit.weight, 0);
      const counts = topics.map(([topic, words]) => ({ topic, count: found(text, words).length }));
      const best = counts.reduce((top, item) => (item.count > top.count ? item : top), {
        topic: 'Other',
        count: 0,
      });
      return {
        ...message,
        topic: best.topic,
        score: Math.max(0, score),
        reasons: hits.flatMap((hit) => (hit.weight > 0 ? hit.words : [])),
      };
    })
    .sort((a, b) => b.score - a.score || a.title.localeCompare(b.title));
}

const URGENT = 5;

export function describeTriage(messages: readonly TriagedMessage[]): FeatureReport {
  const urgent = messages.filter((message) => message.score >= URGENT);
  const counts = new Map<string, number>();
  for (const { topic } of messages) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return {
    headline:
      urgent.length > 0
        ? `${urgent.length} of ${messages.length} should not wait.`
        : `${messages.length} open, none of them sounds urgent.`,
    facts: [
      { label: 'Urgent', value: String(urgent.length) },
      { label: 'Open', value: String(messages.length) },
      { label: 'Topics', value: String(counts.size) },
    ],
    chart: {
      title: 'Open by topic',
      kind: 'bars',
      points: [...counts]
        .sort((a, b) => b[1] - a[1])
        .map(([label, value]) => ({ label, value, text: String(value) })),
    },
    rows: messages.map((message) => ({
      id: message.id,
      title: message.title,
      href: message.href,
      detail:
        message.reasons.length > 0
          ? `${message.topic}; it says ${message.reasons.slice(0, 4).join(', ')}`
          : message.topic,
      badge: `Score ${message.score}`,
      tone: message.score >= URGENT ? 'danger' : message.score > 0 ? 'warning' : 'neutral',
    })),
    empty: 'Open messages appear here, the most urgent first.',
  };
}
