import type { ProductSpec } from '@hatchr/contracts';
import { numberFrom } from './brand-names/coin-name.js';

type Tone = ProductSpec['brand']['tone'];

/** Beginnings of words that say how a product wants to be met, the more telling tone first. */
const cues: readonly (readonly [Tone, RegExp])[] = [
  [
    'playful',
    /\b(?:child|kids?\b|toddler|teen|pupil|school|game|gamer|party|festival|toy|puppet|comic|quiz|clubs?\b|scout)/u,
  ],
  [
    'warm',
    /\b(?:famil|parent|grandpar|neighbo|garden|pets?\b|dogs?\b|cats?\b|baker|cook|recipe|cafe|wedding|volunteer|church|farm|knit|potter|craft|elder)/u,
  ],
  [
    'calm',
    /\b(?:therap|medit|yoga|clinic|patient|nurs|sleep|hospice|midwi|counsel|library|museum|spa\b|wellness)/u,
  ],
  [
    'bold',
    /\b(?:athlet|sport|coach|gym|fitness|runner|climb|skat|bands?\b|concert|dj\b|music|boxing|racing|surf|esport)/u,
  ],
  [
    'precise',
    /\b(?:engineer|account|audit|lawyer|lab\b|labs\b|laborator|research|scient|inspect|compliance|finance|invoice|warehouse|factory|machin|server|developer|api\b)/u,
  ],
];

const tones: readonly Tone[] = ['calm', 'bold', 'playful', 'precise', 'warm'];

/**
 * The tone of a brand that no known domain decides: by whom the product is for, then by what it is about, and where
 * neither tells anything by the sentence, so that not all such products look alike. The same for the same words.
 */
export function planTone(audience: string, prompt: string): Tone {
  for (const text of [audience, prompt]) {
    const words = text.toLowerCase();
    const cue = cues.find(([, pattern]) => pattern.test(words));
    if (cue) return cue[0];
  }
  return tones[numberFrom(prompt, 11) % tones.length] ?? 'calm';
}
