import { describe, expect, it } from 'vitest';
import { findMatches } from '@/features/matching';

const row = (id: string, text: string) => ({ id, title: id, href: '/', text });

describe('findMatches', () => {
  const offers = [
    row('o1', 'garden tools spade'),
    row('o2', 'garden bicycle'),
    row('o3', 'garden piano'),
  ];

  it('prefers the offer with the rarer shared words', () => {
    expect(
      findMatches([row('s', 'a bicycle for the garden')], offers).map((match) => [
        match.offer.id,
        match.shared,
      ]),
    ).toEqual([['o2', ['bicycle', 'garden']]]);
  });
  it('finds nothing where no word is shared', () => {
    expect(findMatches([row('s', 'sailing')], offers)).toEqual([]);
  });
});
