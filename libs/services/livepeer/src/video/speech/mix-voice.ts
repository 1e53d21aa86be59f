import { measureLoudness, type Stereo } from '../music/measure-loudness.js';
import { type SpokenLine } from './narrate.js';
import { speechRate } from './speech.adapter.js';

/** Loudness of the voice in LUFS: what phones and laptops play well, and 4 above the music. */
export const voiceLoudness = -16;
/** How far the music steps back while someone speaks: clear words, and still no hole where they end. */
const duckedTo = 0.3;
const fadeSeconds = 0.25;

// Asked for every sample: a name of this module is found faster than a property of a global.
const { abs, floor, min, sign, tanh } = Math;
/** As near as samples come to full scale, so that the lossy encoder has room. */
const ceiling = 0.89;

/** The music with the lines spoken over it, each at its time. Changes the music in place where there are lines. */
export function mixVoice(music: Stereo, lines: readonly SpokenLine[]): Stereo {
  const { sampleRate, left, right } = music;
  for (const { at, samples } of lines) {
    const voice = resample(samples, speechRate, sampleRate);
    const gain = gainOf(voice, sampleRate);
    const from = Math.round(at * sampleRate);
    duck(music, from, from + voice.length);
    for (let index = 0; index < voice.length && from + index < left.length; index++) {
      const value = (voice[index] ?? 0) * gain;
      left[from + index] = limit((left[from + index] ?? 0) + value);
      right[from + index] = limit((right[from + index] ?? 0) + value);
    }
  }
  return music;
}

function duck({ sampleRate, left, right }: Stereo, from: number, to: number): void {
  const fade = fadeSeconds * sampleRate;
  const [first, end] = [Math.max(0, from - fade), Math.min(left.length, to + fade)];
  for (let index = first; index < end; index++) {
    const share = min(1, (index - from + fade) / fade, (to + fade - index) / fade);
    const gain = 1 - (1 - duckedTo) * share;
    left[index] = (left[index] ?? 0) * gain;
    right[index] = (right[index] ?? 0) * gain;
  }
}

function gainOf(voice: Float32Array, sampleRate: number): number {
  const loudness = measureLoudness({ sampleRate, left: voice, right: voice });
  return Number.isFinite(loudness) ? 10 ** ((voiceLoudness - loudness) / 20) : 0;
}

/** Between two samples a straight line: speech at 24 kHz holds nothing that this would fold back audibly. */
function resample(samples: Float32Array, from: number, to: number): Float32Array {
  const result = new Float32Array(Math.floor((samples.length * to) / from));
  for (let index = 0; index < result.length; index++) {
    const place = (index * from) / to;
    const before = floor(place);
    const value = samples[before] ?? 0;
    result[index] = value + ((samples[before + 1] ?? value) - value) * (place - before);
  }
  return result;
}

/** Soft near the ceiling, exact below three quarters of it. */
function limit(value: number): number {
  const knee = ceiling * 0.75;
  const size = abs(value);
  if (size <= knee) return value;
  const room = ceiling - knee;
  return sign(value) * (knee + room * tanh((size - knee) / room));
}
