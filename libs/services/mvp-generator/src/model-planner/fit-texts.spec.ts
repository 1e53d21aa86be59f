import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { findUnfounded } from './find-unfounded.js';
import { fitShape } from './fit-shape.js';
import { plainLabel, plainText } from './plain-text.js';

describe('plainText', () => {
  it.each([
    ['**Bold** and `code`', 'Bold and code'],
    ['Hi <script>alert(1)</script>there', 'Hi there'],
    ['<img src=x onerror=alert(1)> Hives', 'Hives'],
    ['[Read this](https://evil.example/x) now', 'Read this now'],
    ['See https://evil.example/a?b=c today', 'See today'],
    ['# A heading\nand\u0000 more\u202e', 'A heading and more'],
    ['“Quoted”', 'Quoted'],
    ["It's the keeper's “best” year", "It's the keeper's “best” year"],
    ["Robert'); drop table hives; --", "Robert'); drop table hives; --"],
  ])('makes plain words of %j', (text, plain) => {
    expect(plainText(text, 200)).toBe(plain);
  });

  it('cuts between words, and says so', () => {
    expect(plainText('one two three four', 12)).toBe('one two…');
    expect(plainText('🐝'.repeat(50), 10)).toBe(`${'🐝'.repeat(9)}…`);
  });
});

describe('plainLabel', () => {
  it.each([
    ['Hive Inspection', 'Hive inspection'],
    ['hive_inspection', 'Hive inspection'],
    ['HIVES', 'Hives'],
    ['CRM note', 'CRM note'],
    ['iPad rentals', 'IPad rentals'],
    ['Due on:', 'Due on'],
  ])('writes %j in sentence case', (text, label) => {
    expect(plainLabel(text, 60)).toBe(label);
  });
});

describe('findUnfounded', () => {
  it.each([
    'Only $19 a month',
    'Saves 40% of your time',
    'Loved by 2,000 teams',
    'Award-winning support',
    'Money-back guarantee',
    'Syncs with Google Calendar',
    'Write to sales@hives.example',
    'Start your free trial',
    'Hives $(rm -rf /)',
    "'}; eval('x')",
  ])('finds what nothing backs: %s', (text) => {
    expect(findUnfounded(text, 'Beekeeping journal')).not.toEqual([]);
  });

  it.each(['Three steps to a rota', '12 hives and 40 frames', 'Free times at a glance'])(
    'lets plain words stand: %s',
    (text) => {
      expect(findUnfounded(text, 'Beekeeping journal')).toEqual([]);
    },
  );

  it('lets stand what the sentence says', () => {
    expect(findUnfounded('Parking for $5 a day', 'Parking spaces shared, $5/day')).toEqual([]);
  });
});

describe('fitShape', () => {
  const schema = z.object({
    view: z.enum(['table', 'due_list']),
    fields: z.array(z.object({ maxValue: z.number().nullable(), isOn: z.boolean() })).max(2),
    name: z.string().max(8),
    page: z.object({ title: z.string() }).nullable(),
  });
  const fit = (answer: unknown) => schema.safeParse(fitShape(answer, z.toJSONSchema(schema)));

  it('takes a sloppy answer as what it means', () => {
    const answer = {
      VIEW: 'Due-List',
      extra: 'no',
      Name: 'far too long a name',
      fields: [{ max_value: '7', is_on: 'true' }, { IsOn: false }, { isOn: true }],
    };
    expect(fit(answer).data).toEqual({
      view: 'due_list',
      name: 'far ',
      fields: [
        { maxValue: 7, isOn: true },
        { maxValue: null, isOn: false },
      ],
      page: null,
    });
  });

  it.each([null, 'text', [], 7, { view: 'moon' }, { fields: 'none' }])(
    'makes nothing up for %j',
    (answer) => {
      expect(fit(answer).success).toBe(false);
    },
  );

  it('takes no key that reaches a prototype', () => {
    const answer = JSON.parse('{"__proto__": {"view": "table"}, "constructor": {}}') as unknown;
    expect(Object.keys(fitShape(answer, z.toJSONSchema(schema)) as object)).toEqual([
      'fields',
      'page',
    ]);
  });
});
