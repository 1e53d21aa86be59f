import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { planTone } from './plan-tone.js';

const sentences = JSON.parse(
  readFileSync(new URL('../../../../../bench/prompts.json', import.meta.url), 'utf8'),
) as string[];

describe('the tone of a product that no known domain leads', () => {
  it.each([
    ['Parents of toddlers', 'Swap list for outgrown shoes', 'playful'],
    ['Dog owners', 'A log of walks', 'warm'],
    ['Midwives', 'A list of visits', 'calm'],
    ['Climbing gyms', 'Route setting plan', 'bold'],
    ['Auditors', 'A list of findings', 'precise'],
  ])('for %s follows from whom it is for', (audience, prompt, tone) => {
    expect(planTone(audience, prompt)).toBe(tone);
  });

  it('follows from what it is about where the audience tells nothing', () => {
    expect(planTone('Small teams', 'Tracker for yoga retreats')).toBe('calm');
    expect(planTone('Small teams', 'Booking of skate ramps')).toBe('bold');
  });

  it('is the same for the same words, and no tone has more than half of the corpus', () => {
    const chosen = sentences.map((prompt) => planTone('People', prompt));
    expect(sentences.map((prompt) => planTone('People', prompt))).toEqual(chosen);
    for (const tone of ['calm', 'bold', 'playful', 'precise', 'warm']) {
      const count = chosen.filter((other) => other === tone).length;
      expect([tone, count > 0, count < chosen.length / 2]).toEqual([tone, true, true]);
    }
  });
});
