import { describe, expect, it } from '@jest/globals';
import { parseUrl } from './parse-url.js';

describe('parseUrl', () => {
  it('gives null for what is no address', () => {
    expect(parseUrl('no address')).toBeNull();
    expect(parseUrl('/path', 'https://a.example/b')?.href).toBe('https://a.example/path');
  });

  it('still reads letters of other languages after many calls', () => {
    const hosts = Array.from({ length: 20_000 }, () => parseUrl('https://bücher.example/')?.host);
    expect(new Set(hosts)).toEqual(new Set(['xn--bcher-kva.example']));
  });
});
