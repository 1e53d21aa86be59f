import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newSecret, signSession, verifySession } from '@/lib/auth/session';
import { input } from '@/lib/field-input';
import { minorUnitDigits } from '@/lib/format';
import { readListQuery } from '@/lib/list-query';
import { addDays, addMonths, daysBetween, fromWallClock, toWallClock, weeksOf } from '@/lib/time';
import { sampleForms } from './sample-forms';
import { allEntities } from './workspace';

describe.each(allEntities.map((entity) => [entity.label, entity] as const))(
  'the form of %s',
  (_label, entity) => {
    const relations = Object.fromEntries(
      entity.fields
        .filter((field) => field.kind === 'relation')
        .map((field) => [field.name, '10000000-0000-4000-8000-000000000001']),
    );

    it('accepts what a person fills in', () => {
      expect(
        entity.input.safeParse({ ...sampleForms[entity.key], ...relations }).error,
      ).toBeUndefined();
    });
    it('names each required field that is left empty', () => {
      const required = entity.fields
        .filter((field) => field.required && field.kind !== 'boolean')
        .map((field) => field.name);
      const issues =
        entity.input.safeParse({}).error?.issues.map((issue) => issue.path.join('.')) ?? [];
      expect([...issues].sort()).toEqual([...required].sort());
    });
  },
);

describe('field readers', () => {
  const options = { label: 'Value', required: true } as const;
  it.each([
    ['money', '19.90', Math.round(19.9 * 10 ** minorUnitDigits)],
    ['money', '19,9', Math.round(19.9 * 10 ** minorUnitDigits)],
    ['duration', '1:30', 90],
    ['decimal', '2,5', 2.5],
    ['url', 'https://example.com/a', 'https://example.com/a'],
  ] as const)('%s reads %s', (kind, text, value) => {
    expect(input[kind](options).parse(text)).toBe(value);
  });
  it.each([
    ['url', 'javascript:alert(1)'],
    ['email', 'nobody'],
    ['date', '2026-02-30'],
    ['time', '25:00'],
    ['integer', '1.5'],
    ['money', '-1'],
    ['datetime', 'soon'],
  ] as const)('%s refuses %s', (kind, text) => {
    expect(input[kind](options).safeParse(text).success).toBe(false);
  });
});

describe('the address of a list', () => {
  it.each([
    ['3', 3],
    ['-2', 1],
    ['many', 1],
    ['9'.repeat(30), 1_000_000],
  ])('that asks for page %s gets page %d', (page, expected) => {
    expect(readListQuery(allEntities[0]!, { page }, '2026-01-01').page).toBe(expected);
  });
});

describe('time', () => {
  it('turns wall clocks into instants and back, also when clocks change', () => {
    expect(fromWallClock('2026-01-15T09:00', 'America/New_York')).toBe('2026-01-15T14:00:00.000Z');
    expect(fromWallClock('2026-07-15T09:00', 'America/New_York')).toBe('2026-07-15T13:00:00.000Z');
    expect(toWallClock('2026-07-15T13:00:00.000Z', 'America/New_York')).toBe('2026-07-15T09:00');
  });
  it('covers a month with whole weeks that start on Monday', () => {
    const weeks = weeksOf('2026-02');
    expect(weeks[0]?.[0]).toBe('2026-01-26');
    expect(weeks.at(-1)?.[6]).toBe('2026-03-01');
  });
  it('moves dates and months over the ends of years', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
  });
});

describe('local sessions', () => {
  it('refuse tampering, another secret and an expired token', () => {
    const payload = { sub: 'u', email: 'a@example.com', exp: Date.now() + 1000 };
    const secret = newSecret();
    const token = signSession(payload, secret);
    expect(verifySession(token, secret)?.sub).toBe('u');
    expect(verifySession(`${token}x`, secret)).toBeNull();
    expect(verifySession(token, newSecret())).toBeNull();
    expect(verifySession(token, secret, payload.exp + 1)).toBeNull();
  });
});

describe('settings', () => {
  it('are all named in .env.example', () => {
    const example = readFileSync('.env.example', 'utf8');
    const used = [
      'src/lib/env.ts',
      'src/lib/auth/index.ts',
      'src/lib/db/pglite.ts',
      'src/app/layout.tsx',
      'next.config.ts',
    ].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/process\.env\.([A-Z_]+)/g)].map(
        (match) => match[1]!,
      ),
    );
    const missing = used.filter(
      (name) =>
        !['NODE_ENV', 'BUILD_STANDALONE', 'CHECK_BUILD'].includes(name) &&
        !example.includes(`${name}=`),
    );
    expect(missing).toEqual([]);
  });
});
