import { type MusicStyle } from '../video-model.js';
import { measureLoudness, type Stereo } from './measure-loudness.js';

const sampleRate = 48_000;

/** Loudness of the music: below speech on the same page, and of equal strength from kit to kit. */
export const targetLoudness = -20;

/** Samples never come nearer to full scale than this, so that the lossy encoder has room. */
const ceiling = 0.89;

// Asked for some ten million times: a name of this module is found faster than a property of a global.
const { exp, max, min, sin, tanh } = Math;

type Voice = (seconds: number) => number;

const twoPi = 2 * Math.PI;
const hertz = (note: number): number => 440 * 2 ** ((note - 69) / 12);

/**
 * A bed of pad, bass, plucked notes and a soft beat, made from sine waves and noise only, so that nobody has rights in
 * it. The same style and length always give the same samples.
 */
export function composeMusic(style: MusicStyle, seconds: number, cuts: readonly number[]): Stereo {
  const length = Math.round(seconds * sampleRate);
  const music = { sampleRate, left: new Float32Array(length), right: new Float32Array(length) };
  const beat = 60 / style.beatsPerMinute;
  const noise = noiseOf(7);
  for (let bar = 0; bar * 4 * beat < seconds; bar++) {
    const chord = style.chords[bar % style.chords.length] ?? [0];
    addPad(music, style, chord, bar * 4 * beat, beat);
    // The first bar opens with the chord alone.
    if (bar > 0) addPlucks(music, style, chord, bar * 4 * beat, beat);
    if (bar > 0) addDrums(music, style, noise, bar * 4 * beat, beat);
  }
  for (const cut of cuts)
    addVoice(music, cut - 0.6, 0.6, 0, (time) => 0.05 * (time / 0.6) ** 2 * noise());
  echo(music, Math.round(beat * 0.75 * sampleRate));
  fade(music);
  level(music);
  return music;
}

/** A linear congruential generator with the constants of Numerical Recipes; -1 to 1. */
function noiseOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

function addVoice(music: Stereo, at: number, takes: number, pan: number, voice: Voice): void {
  const from = max(0, Math.round(at * sampleRate));
  const to = min(music.left.length, Math.round((at + takes) * sampleRate));
  const [toLeft, toRight] = [Math.cos(((pan + 1) * Math.PI) / 4), sin(((pan + 1) * Math.PI) / 4)];
  for (let index = from; index < to; index++) {
    const value = voice((index - from) / sampleRate);
    music.left[index] = (music.left[index] ?? 0) + value * toLeft;
    music.right[index] = (music.right[index] ?? 0) + value * toRight;
  }
}

function addPad(
  music: Stereo,
  { root, pad }: MusicStyle,
  chord: readonly number[],
  at: number,
  beat: number,
): void {
  const takes = 4 * beat + 0.4;
  chord.forEach((step, index) => {
    const frequency = hertz(root + step);
    addVoice(music, at, takes, (index - 1.5) * 0.4, (time) => {
      const swell = min(1, time / 0.5) * min(1, max(0, (takes - time) / 0.5));
      const wave =
        sin(twoPi * frequency * time) +
        0.6 * sin(twoPi * frequency * 1.004 * time + index) +
        0.2 * sin(twoPi * 2 * frequency * time);
      return 0.032 * pad * swell * wave;
    });
  });
  const bass = hertz(root + (chord[0] ?? 0) - 12);
  addVoice(music, at, 4 * beat, 0, (time) => {
    const wave = sin(twoPi * bass * time) + 0.25 * sin(twoPi * 2 * bass * time);
    return 0.1 * min(1, time / 0.01) * exp(-time * 0.6) * wave;
  });
}

function addPlucks(
  music: Stereo,
  { root, pluck }: MusicStyle,
  chord: readonly number[],
  at: number,
  beat: number,
): void {
  [0, 2, 1, 3, 2, 1, 3, 2].forEach((tone, step) => {
    const octave = step % 4 === 3 ? 24 : 12;
    const frequency = hertz(root + (chord[tone % chord.length] ?? 0) + octave);
    addVoice(music, at + (step * beat) / 2, 0.7, step % 2 === 0 ? -0.45 : 0.45, (time) => {
      const wave =
        sin(twoPi * frequency * time) + 0.35 * sin(twoPi * 3 * frequency * time) * exp(-time * 12);
      return 0.075 * pluck * min(1, time / 0.004) * exp(-time * 7) * wave;
    });
  });
}

function addDrums(
  music: Stereo,
  { drums }: MusicStyle,
  noise: () => number,
  at: number,
  beat: number,
): void {
  for (let index = 0; index < 4; index++) {
    addVoice(music, at + index * beat, 0.28, 0, (time) => {
      const sweep = 48 * time + 9 * (1 - exp(-time * 34));
      return 0.32 * drums * exp(-time * 16) * sin(twoPi * sweep);
    });
    addVoice(music, at + (index + 0.5) * beat, 0.06, 0.2, (time) => {
      return 0.05 * drums * exp(-time * 70) * noise();
    });
  }
}

/** Each side is heard again on the other one, more softly. */
function echo({ left, right }: Stereo, delay: number): void {
  for (let index = delay; index < left.length; index++) {
    left[index] = (left[index] ?? 0) + (right[index - delay] ?? 0) * 0.22;
    right[index] = (right[index] ?? 0) + (left[index - delay] ?? 0) * 0.22;
  }
}

function fade({ left, right }: Stereo): void {
  const length = left.length;
  for (let index = 0; index < length; index++) {
    const gain = min(1, index / (0.4 * sampleRate)) * min(1, (length - index) / (1.4 * sampleRate));
    left[index] = (left[index] ?? 0) * gain;
    right[index] = (right[index] ?? 0) * gain;
  }
}

/** Brings the whole to the target, and bends the few peaks that would then be too high. */
function level(music: Stereo): void {
  const gain = 10 ** ((targetLoudness - measureLoudness(music)) / 20);
  if (!Number.isFinite(gain)) return;
  for (const channel of [music.left, music.right])
    channel.forEach((sample, index) => {
      channel[index] = ceiling * tanh((sample * gain) / ceiling);
    });
}
