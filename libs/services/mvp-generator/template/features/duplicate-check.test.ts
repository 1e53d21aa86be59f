import { describe, expect, it } from 'vitest';
import {
  findDuplicates,
  normaliseEmail,
  normaliseName,
  normalisePhone,
  type Contact,
} from '@/features/duplicate-check';

const contact = (
  id: string,
  name: string,
  email: string | null = null,
  phone: string | null = null,
): Contact => ({
  id,
  title: name,
  href: `/people/${id}`,
  name,
  email,
  phone,
});

describe('normalising', () => {
  it('reads an address without case and tag', () => {
    expect(normaliseEmail(' Ada+shop@Example.com ')).toBe('ada@example.com');
    expect(normaliseEmail('no address')).toBe('');
  });
  it('reads a number with and without its country code alike', () => {
    expect(normalisePhone('+44 20 7946 0958')).toBe(normalisePhone('020 7946 0958'));
    expect(normalisePhone('12 34')).toBe('');
  });
  it('reads a name without accents and order', () => {
    expect(normaliseName('Doe, Jané')).toBe(normaliseName('jane doe'));
  });
});

describe('findDuplicates', () => {
  it('gives each pair once, with the surest reason', () => {
    const pairs = findDuplicates([
      contact('1', 'Ada Byron', 'ada@example.com', '555 0100 200'),
      contact('2', 'Ada Byron', 'ADA@example.com', '5550100200'),
    ]);
    expect(pairs.map((pair) => pair.reason)).toEqual(['email']);
  });
  it('does not join people who only lack the same thing', () => {
    expect(
      findDuplicates([contact('1', 'Ada'), contact('2', 'Bo'), contact('3', ''), contact('4', '')]),
    ).toEqual([]);
  });
  it('finds all of three alike', () => {
    const three = ['1', '2', '3'].map((id) => contact(id, 'Ada Byron'));
    expect(findDuplicates(three)).toHaveLength(2);
  });
});
