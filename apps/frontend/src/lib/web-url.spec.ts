import { describe, expect, it } from '@jest/globals';
import { toOwnPath, toWebUrl } from './web-url';

describe('toWebUrl', () => {
  it('lets http and https through', () => {
    expect(toWebUrl('https://example.com/a')).toBe('https://example.com/a');
    expect(toWebUrl('http://example.com')).toBe('http://example.com/');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '/launch',
    'calendly.com',
  ])('refuses %s', (text) => {
    expect(toWebUrl(text)).toBeNull();
  });
});

describe('toOwnPath', () => {
  it('keeps a path with its query', () => {
    expect(toOwnPath('/api/download/1?share=t')).toBe('/api/download/1?share=t');
  });

  it.each([
    '//evil.example/x',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'x',
  ])('refuses %s, which leads elsewhere', (text) => {
    expect(toOwnPath(text)).toBeNull();
  });
});
