import { describe, expect, it } from '@jest/globals';
import { mayLoad } from './may-load.js';

const sources = ['https://lp-playback.com', 'https://*.example.com', 'http://127.0.0.1:8080'];

describe('the sources of a policy', () => {
  it.each([
    'https://lp-playback.com/hls/a/index.m3u8',
    'https://eu.cdn.example.com/a.m3u8',
    'http://127.0.0.1:8080/a.m3u8',
  ])('allow %s', (address) => {
    expect(mayLoad(address, sources)).toBe(true);
  });

  it.each([
    'http://lp-playback.com/hls/a/index.m3u8',
    'https://evil-lp-playback.com/a.m3u8',
    'https://example.com/a.m3u8',
    'https://notexample.com/a.m3u8',
    'http://127.0.0.1:8081/a.m3u8',
    'javascript:alert(1)',
    'not an address',
  ])('refuse %s', (address) => {
    expect(mayLoad(address, sources)).toBe(false);
  });
});
