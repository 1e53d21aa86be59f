import type { LaunchKit } from '@hatchr/contracts';
import type { ArtifactRecord } from './artifacts.repository.js';

/** Of the launch folder: deck, images and video to look at. Posts and plans are text, the PPTX holds the speaker notes. */
const pitchTypes = /^(?:image\/.+|video\/.+|text\/vtt|application\/pdf)$/u;

/**
 * Whether a shared link opens this file though its owner keeps the downloads: what one shows to an investor or a
 * friend. Code, documents, copy, the manifest that lists them and the ZIP are the owner's.
 */
export function isPartOfPitch({ kind, mediaType }: ArtifactRecord): boolean {
  if (kind === 'screenshots' || kind === 'proof') return true;
  return kind === 'launch' && pitchTypes.test(mediaType);
}

/** The launch kit with its posts, its plan for search and what the founder says to each slide left out. */
export const withoutCopy = ({ searchPages: _kept, ...kit }: LaunchKit): LaunchKit => ({
  ...kit,
  deck: { ...kit.deck, slides: kit.deck.slides.map((slide) => ({ ...slide, notes: '' })) },
  channels: [],
});
