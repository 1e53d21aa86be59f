import { describe, expect, it } from 'vitest';
import { formatDays, formatMinutes } from '@/lib/format';

describe('days in a text', () => {
  it.each([
    ['due 2026-11-27', 'due Nov 27, 2026'],
    ['2026-01-05 to 2026-02-01', 'Jan 5, 2026 to Feb 1, 2026'],
    ['no day: 2026-13-45, 12026-11-27, 2026-11-27T10:00', null],
  ])('are written as lists write them: %s', (text, shown) => {
    expect(formatDays(text)).toBe(shown ?? text);
  });
});

describe('minutes', () => {
  it.each([
    [0, '0 min'],
    [45, '45 min'],
    [120, '2 h'],
    [90, '1 h 30 min'],
  ])('%i are read as %s', (minutes, shown) => {
    expect(formatMinutes(minutes)).toBe(shown);
  });
});
