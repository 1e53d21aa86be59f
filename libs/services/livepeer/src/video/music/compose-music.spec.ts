import { describe, expect, it } from '@jest/globals';
import { lookOf } from '../video-look.js';
import { composeMusic, targetLoudness } from './compose-music.js';
import { measureLoudness } from './measure-loudness.js';

const brand = { primary: '#2f5d50', accent: '#e7a33e', icon: 'sprout' };
const tones = ['calm', 'warm', 'bold', 'precise', 'playful'] as const;

/** A tone of 997 Hz at a peak of so many decibels below full scale. */
function sine(decibels: number): Float32Array {
  const peak = 10 ** (decibels / 20);
  return Float32Array.from({ length: 5 * 48_000 }, (_, index) => {
    return peak * Math.sin((2 * Math.PI * 997 * index) / 48_000);
  });
}

describe('measuring loudness', () => {
  it('gives what ITU-R BS.1770 states: 997 Hz at full scale in one channel is -3.01 LUFS', () => {
    const right = new Float32Array(5 * 48_000);
    const music = { sampleRate: 48_000, left: sine(0), right };
    expect(measureLoudness(music)).toBeCloseTo(-3.01, 1);
  });

  it('gives the level of a tone in both channels, and leaves silence around it out', () => {
    const tone = sine(-23);
    const padded = new Float32Array(tone.length * 2);
    padded.set(tone);
    const music = { sampleRate: 48_000, left: padded, right: padded };
    // Blocks that hold only part of the tone still count.
    expect(Math.abs(measureLoudness(music) + 23)).toBeLessThan(0.5);
  });
});

describe('the music', () => {
  it.each(tones)('of a %s brand is even in loudness and never clips', (tone) => {
    const { music } = lookOf({ ...brand, tone });
    const made = composeMusic(music, 6, [3.4]);
    expect(Math.abs(measureLoudness(made) - targetLoudness)).toBeLessThan(0.5);
    expect(made.left.length).toBe(6 * 48_000);
    const peakOf = (channel: Float32Array): number =>
      channel.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    const peak = Math.max(peakOf(made.left), peakOf(made.right));
    expect(peak).toBeLessThan(0.9);
  });

  it('is the same samples for the same style and length', () => {
    const { music } = lookOf({ ...brand, tone: 'bold' });
    const compose = (): Buffer => {
      const { left, right } = composeMusic(music, 3, [2]);
      return Buffer.concat([left, right].map((channel) => Buffer.from(channel.buffer)));
    };
    expect(compose().equals(compose())).toBe(true);
  });
});
