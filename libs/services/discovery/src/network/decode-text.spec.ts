import { describe, expect, it } from '@jest/globals';
import { decodeText } from './decode-text.js';

const page = (meta: string, text: string) =>
  `<html><head>${meta}</head><body>${text}</body></html>`;
const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('decodeText', () => {
  it.each([
    ['UTF-8 that says so', Buffer.from('Café 12 €'), 'text/html; charset=utf-8', 'Café 12 €'],
    ['UTF-8 that says Latin-1', Buffer.from('Café 12 €'), 'text/html; charset=iso-8859-1', 'Café'],
    ['UTF-8 that says nothing', Buffer.from('Preise ab 9 €'), 'text/html', 'Preise ab 9 €'],
    ['Latin-1 that says UTF-8 nowhere', latin1('Café'), 'text/html; charset=iso-8859-1', 'Café'],
    ['Latin-1 that says nothing', latin1('Café'), undefined, 'Café'],
    ['the euro of windows-1252', Buffer.from([0x39, 0x20, 0x80]), 'text/html', '9 €'],
    [
      'a charset in a meta element',
      Buffer.from([...latin1(page('<meta charset="windows-1251">', '')), 0xd6, 0xe5, 0xed, 0xe0]),
      'text/html',
      'Цена',
    ],
    [
      'UTF-16 with a byte order mark',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Pläne', 'utf16le')]),
      'text/html; charset=utf-8',
      'Pläne',
    ],
    ['Shift_JIS', Buffer.from([0x97, 0xbf, 0x8b, 0xe0]), 'text/html; charset=Shift_JIS', '料金'],
    ['a charset that does not exist', latin1('Café'), 'text/html; charset=x-none', 'Café'],
  ])('reads %s', (_, body, contentType, expected) => {
    expect(decodeText(body, contentType)).toContain(expected);
  });
});
