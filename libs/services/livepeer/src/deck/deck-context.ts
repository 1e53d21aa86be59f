import { type Evidence } from '@hatchr/contracts';
import { type Palette } from '../colour/build-palette.js';
import { type LaunchKitInput } from '../launch-kit-input.js';
import { splitSentences } from '../text/shape-words.js';
import { type SlideWords, type WordedSlide } from './slide-words.js';
import { type DeckTheme, type SlideShape, type Stage } from './themes/deck-theme.js';

/** What the deck is made from. */
export interface DeckContext extends LaunchKitInput {
  palette: Palette;
  /** Channels that copy was written for, in order. */
  channels: { label: string; path: string; angle: string }[];
  /** Headlines and first words of the speaker that somebody else wrote, by slide. */
  words?: ReadonlyMap<WordedSlide, SlideWords>;
}

/** What one slide is made from. */
export interface SlideContext extends DeckContext {
  theme: DeckTheme;
  /** Its number in the deck, from 1. */
  page: number;
  /** Takes the place of the slide's own headline. */
  headline?: string;
}

/** The stage of one slide together with what its parts are made from. */
export interface SlideStage extends SlideContext {
  stage: Stage;
}

/** Opens a slide in the look of the deck. */
export function openSlide(
  context: SlideContext,
  shape: SlideShape,
  kicker: string,
  title: string,
): SlideStage {
  const { theme, spec, palette, page, headline } = context;
  const head = { kicker, title: headline ?? title, page };
  return { ...context, stage: theme.open(spec, palette, head, shape) };
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
