import { describe, expect, it } from '@jest/globals';
import {
  formatAgo,
  formatBytes,
  formatDuration,
  formatElapsed,
  formatMicroUsd,
  shortenHash,
} from './format';

describe('formats', () => {
  it.each([
    [0, '0 B'],
    [812, '812 B'],
    [1284, '1.3 kB'],
    [4_600_000, '4.6 MB'],
    [123_400_000, '123 MB'],
  ])('shows %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it.each([
    [0, '$0'],
    [420, 'under $0.001'],
    [94_300, '$0.094'],
    [2_000_000, '$2.00'],
  ])('shows %d millionths of a dollar as %s', (microUsd, text) => {
    expect(formatMicroUsd(microUsd)).toBe(text);
  });

  it.each([
    [-50, '0:00'],
    [7400, '0:07'],
    [760_000, '12:40'],
    [3_729_000, '1:02:09'],
  ])('shows %d ms of waiting as %s', (milliseconds, text) => {
    expect(formatElapsed(milliseconds)).toBe(text);
  });

  it.each([
    [640, '640 ms'],
    [8120, '8.1 s'],
    [64_000, '1 min 4 s'],
  ])('shows %d ms of work as %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });

  it('says how long ago, and the date once it is long ago', () => {
    const now = Date.UTC(2026, 10, 23, 12);
    expect(formatAgo('2026-11-23T11:59:40Z', now)).toBe('just now');
    expect(formatAgo('2026-11-23T11:55:00Z', now)).toBe('5 minutes ago');
    expect(formatAgo('2026-11-22T12:00:00Z', now)).toBe('yesterday');
    expect(formatAgo('2026-08-01T12:00:00Z', now)).toBe('Aug 1, 2026');
    expect(formatAgo('no date', now)).toBe('no date');
  });

  it('keeps both ends of a hash', () => {
    expect(shortenHash('0123456789abcdef0123456789abcdef')).toBe('01234567…abcdef');
  });
});
