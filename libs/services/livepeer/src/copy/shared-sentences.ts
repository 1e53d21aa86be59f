import { type ChannelCopy } from '@hatchr/contracts';
import { splitSentences } from '../text/shape-words.js';

/**
 * Sentences that stand in the copy of two channels, compared as a reader does: without case, marks, numbering, the
 * founder's blanks and links. A name by itself, such as that of the product, is no sentence.
 */
export function sharedSentences(
  channels: readonly ChannelCopy[],
): { sentence: string; channels: string[] }[] {
  const places = new Map<string, Set<string>>();
  for (const { channel, parts } of channels)
    for (const { label, text } of parts) {
      if (label === 'Name') continue;
      for (const sentence of splitSentences(text).map(normalized)) {
        if (sentence !== '') places.set(sentence, (places.get(sentence) ?? new Set()).add(channel));
      }
    }
  return [...places]
    .filter(([, found]) => found.size > 1)
    .map(([sentence, found]) => ({ sentence, channels: [...found] }));
}

function normalized(sentence: string): string {
  return sentence
    .replace(/\{\{[^}]*\}\}\S*/gu, ' ')
    .replace(/^\s*\d+[/).]\s/u, '')
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
