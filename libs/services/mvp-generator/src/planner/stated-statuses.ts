import { status } from './blocks/fields.js';
import type { EntitySpec } from '@hatchr/contracts';
import { toLabel } from './to-identifier.js';

/** The steps through which a sentence says that its things go. */
export interface StatedStatuses {
  labels: string[];
  /** The words of the sentence that say it. */
  words: string;
}

// Words that things are when they go through something; a list of other words is a list of things.
const states =
  /^(?:new|draft(?:ed)?|open|closed|idea|lead|inquiry|enquiry|sketch|queued?|waiting|planned|scheduled|booked|confirmed|started|active|paused|pending|review(?:ed)?|in [a-z]+|on [a-z]+|to [a-z]+|[a-z-]+(?:ed|ing)|sent|paid|sold|done|won|lost|built|sewn|shown|ready|overdue|complete|live|finished|returned|delivered|cast|bought|given|eaten|read|out)$/u;

const listPattern =
  /[:(]\s*([\p{L}][\p{L}\s-]{1,24}(?:,\s*(?:and\s+)?[\p{L}][\p{L}\s-]{1,24}){1,7})\s*(?:\)|[.;]|$)/gu;
const arrowPattern = /(\p{L}[\p{L}-]{1,20}(?:\s*(?:→|->|=>|>)\s*\p{L}[\p{L}-]{1,20}){1,7})/u;
const fromToPattern =
  /\bfrom\s+([\p{L}-]{3,20})(?:\s+(?:via|through|over)\s+([\p{L}-]{3,20}))?\s+to\s+([\p{L}-]{3,20})\b/iu;

const parted = (words: string): string[] =>
  words
    .split(/\s*(?:,|→|->|=>|>)\s*(?:and\s+)?|\s+and\s+/u)
    .map((part) => part.trim().toLowerCase());

const distinct = (labels: string[]): string[] => [...new Set(labels)].filter(Boolean).map(toLabel);

/** "(draft, sent, paid)", "idea -> built -> shipped", "from lead to delivered"; null where it states none. */
export function findStatuses(text: string): StatedStatuses | null {
  const arrows = arrowPattern.exec(text)?.[1];
  if (arrows) return { labels: distinct(parted(arrows)).slice(0, 8), words: arrows };
  for (const match of text.matchAll(listPattern)) {
    const labels = parted(match[1] ?? '');
    const known = labels.filter((label) => states.test(label)).length;
    if (known >= 2 && known >= labels.length - 1)
      return { labels: distinct(labels).slice(0, 8), words: match[1] ?? '' };
  }
  const [words = '', first = '', middle = '', last = ''] = fromToPattern.exec(text) ?? [];
  // "from lead to delivered" and not "from Berlin to Hamburg" or "from parents to children".
  if (words === '' || !states.test(last.toLowerCase())) return null;
  const between = middle === '' ? 'In progress' : middle;
  return { labels: distinct([first, between, last].map((label) => label.toLowerCase())), words };
}

/** The entities with the stated steps on the one that goes through them. */
export function giveStatuses(
  entities: readonly EntitySpec[],
  stated: StatedStatuses | null,
  main: string,
): EntitySpec[] {
  if (!stated || stated.labels.length < 2) return [...entities];
  const own = status(...stated.labels);
  return entities.map((entity) => {
    if (entity.name !== main) return entity;
    const has = entity.fields.some(({ name }) => name === 'status');
    const fields = has
      ? entity.fields.map((field) => (field.name === 'status' ? own : field))
      : [...entity.fields.slice(0, 1), own, ...entity.fields.slice(1)];
    return fields.length > 16 ? entity : { ...entity, fields, view: 'board' as const };
  });
}
