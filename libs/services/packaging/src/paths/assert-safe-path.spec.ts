import { describe, expect, it } from '@jest/globals';
import { assertSafePath, assertSafePaths } from './assert-safe-path.js';

const refusal = expect.objectContaining({ code: 'packaging.unsafe_path' }) as unknown as Error;

describe('assertSafePath', () => {
  it.each([
    'README.md',
    '.env.example',
    'src/app/(app)/bookings/[id]/page.tsx',
    'src/app/[...slug]/route.ts',
    'launch/Überblick 2.pdf',
    '日本語/ファイル.txt',
    'console.log.md',
    'com10.txt',
    'a..b/c',
    `${'d/'.repeat(79)}ab`,
  ])('accepts %s', (path) => {
    expect(() => {
      assertSafePath(path);
    }).not.toThrow();
  });

  it.each([
    [''],
    ['/etc/passwd'],
    ['../a'],
    ['a/../../b'],
    ['a/..'],
    ['./a'],
    ['a//b'],
    ['a/'],
    ['a\\b'],
    ['..\\b'],
    ['C:/a'],
    ['c:a'],
    ['a:stream'],
    ['\\\\server\\share'],
    ['a\0b'],
    ['a\nb'],
    ['a\u001b[31mb'],
    ['a\u0085b'],
    ['a\u202egpj.exe'],
    ['a\u200bb'],
    ['\ud800'],
    ['CON'],
    ['a/nul.txt'],
    ['aux.tar.gz'],
    ['Com1'],
    ['lpt¹.log'],
    ['CONIN$'],
    ['nul .txt'],
    ['a.'],
    ['a /b'],
    ['a./b'],
    ['a*b'],
    ['a?'],
    ['a|b'],
    ['a<b>'],
    ['a"b'],
    ['cafe\u0301'],
    [`${'d/'.repeat(80)}a`],
    ['ä'.repeat(71)],
  ])('refuses %j', (path) => {
    expect(() => {
      assertSafePath(path);
    }).toThrow(refusal);
  });

  it('tells the reason and keeps the path for the log only', () => {
    try {
      assertSafePath('secret/../x');
      throw new Error('accepted');
    } catch (error) {
      expect(JSON.stringify(error)).not.toContain('secret');
      expect(error).toMatchObject({
        details: { reason: expect.stringContaining('..') },
        cause: { message: expect.stringContaining('secret/../x') },
      });
    }
  });
});

describe('assertSafePaths', () => {
  it.each([
    [['a', 'a']],
    [['README.md', 'readme.md']],
    [['Src/a', 'src/b']],
    [['a', 'a/b']],
    [['a/b', 'a']],
    [['A', 'a/b']],
    [['\u212a.txt', 'k.txt']],
    [['straße', 'STRASSE']],
    [['ok', '../no']],
  ])('refuses %j, which would meet or leave when unpacked', (paths) => {
    expect(() => {
      assertSafePaths(paths);
    }).toThrow(refusal);
  });

  it('accepts neighbours whose names only begin alike', () => {
    expect(() => {
      assertSafePaths(['a/b', 'a/c', 'ab', 'a.b', 'a/b2/c']);
    }).not.toThrow();
  });
});
