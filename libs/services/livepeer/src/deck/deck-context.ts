import { type Evidence } from '@hatchr/contracts';
import { type Palette } from '../colour/build-palette.js';
import { type LaunchKitInput } from '../launch-kit-input.js';
import { splitSentences } from '../text/shape-words.js';

/** What every slide is made from. */
export interface DeckContext extends LaunchKitInput {
  palette: Palette;
  /** Channels that copy was written for, in order. */
  channels: { label: string; path: string; angle: string }[];
}

/** One paragraph a line, sources last. */
export function notes(paragraphs: readonly string[], sources: readonly Evidence[] = []): string {
  const lines = paragraphs.filter((paragraph) => paragraph !== '');
  if (sources.length > 0)
    lines.push(
      'Sources:',
      ...sources.map(
        (source) => `${source.claim}: ${source.url} (as of ${source.asOf.slice(0, 10)})`,
      ),
    );
  return lines.join('\n');
}

/** As many whole sentences as fit in `length` characters; the first one at least. */
export function leadingSentences(text: string, length: number): string {
  let result = '';
  for (const sentence of splitSentences(text)) {
    if (result !== '' && result.length + sentence.length + 1 > length) break;
    result = result === '' ? sentence : `${result} ${sentence}`;
  }
  return result;
}

/** The evidence with these ids, in the order of the discovery result. */
export function evidenceOf(input: LaunchKitInput, ids: readonly string[]): Evidence[] {
  const wanted = new Set(ids);
  return input.discovery.evidence.filter((entry) => wanted.has(entry.id));
}
