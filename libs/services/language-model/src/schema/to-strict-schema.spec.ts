import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { JsonSchema } from '../model-client.port.js';
import { findSchemaProblem } from '../testing/index.js';
import { countUnions, toStrictSchema, type SchemaDialect } from './to-strict-schema.js';

const dialects: SchemaDialect[] = ['openai', 'anthropic', 'openai_compatible'];

const toJson = (schema: z.ZodType) => z.toJSONSchema(schema) as JsonSchema;

/** By the rules of the strictest provider that reads it. */
const rulesOf = (dialect: SchemaDialect) => (dialect === 'anthropic' ? 'anthropic' : 'openai');

const address = z.object({ city: z.string() }).meta({ id: 'Address' });

const product = z.object({
  name: z.string().min(2).max(40).describe('As customers read it'),
  slug: z.string().regex(/^[a-z-]+$/),
  site: z.url().nullable(),
  seats: z.int().min(1).max(50),
  price: z.number().gt(0).nullable(),
  kind: z.enum(['tool', 'market']),
  version: z.literal(1),
  isPublic: z.boolean(),
  tags: z.array(z.string().max(20)).min(2).max(5),
  view: z.discriminatedUnion('type', [
    z.object({ type: z.literal('table'), columns: z.array(z.string()) }),
    z.object({ type: z.literal('board'), column: z.string() }),
  ]),
  from: address,
  to: address,
});

describe('toStrictSchema', () => {
  it.each(dialects)('makes what zod writes into what %s takes', (dialect) => {
    expect(findSchemaProblem(toJson(product), rulesOf(dialect))).not.toBeNull();
    expect(
      findSchemaProblem(toStrictSchema(toJson(product), dialect), rulesOf(dialect)),
    ).toBeNull();
  });

  it('tells limits in words where the provider does not enforce them', () => {
    const { properties } = toStrictSchema(toJson(product), 'anthropic') as {
      properties: Record<string, JsonSchema>;
    };
    expect(properties).toMatchObject({
      name: {
        type: 'string',
        description: 'As customers read it (at least 2 characters, at most 40 characters)',
      },
      slug: { description: '(matches the regular expression ^[a-z-]+$)' },
      site: { anyOf: [{ type: 'string', description: '(in the format uri)' }, { type: 'null' }] },
      seats: { type: 'integer', description: '(at least 1, at most 50)' },
      kind: { type: 'string', enum: ['tool', 'market'] },
      version: { type: 'number', enum: [1] },
      tags: { description: '(at least 2 items, at most 5 items)' },
      from: { $ref: '#/$defs/Address' },
    });
  });

  it('keeps those that OpenAI enforces, and none that says nothing', () => {
    const { properties } = toStrictSchema(toJson(product), 'openai') as {
      properties: Record<string, JsonSchema>;
    };
    expect(properties.tags).toMatchObject({ minItems: 2, maxItems: 5 });
    expect(properties.seats).toEqual({ type: 'integer', minimum: 1, maximum: 50 });
    const free = toStrictSchema(toJson(z.object({ count: z.int() })), 'openai');
    expect(free.properties).toEqual({ count: { type: 'integer' } });
  });

  const tree: z.ZodType = z.object({
    get children() {
      return z.array(tree);
    },
  });

  it.each([
    ['a record', z.record(z.string(), z.number()), 'part is a record'],
    ['an optional key', z.string().optional(), 'part is optional: make it nullable'],
    ['anything', z.unknown(), 'part is optional|part may be anything'],
    ['a tuple', z.tuple([z.string(), z.number()]), 'part says prefixItems'],
    ['further keys', z.looseObject({}), 'part is an object with any further keys'],
    ['both of two', z.intersection(address, z.object({ zip: z.string() })), 'part says allOf'],
    ['itself', tree, 'holds itself'],
  ])('refuses %s for every provider, and names the part', (_, part, why) => {
    for (const dialect of dialects)
      expect(() => toStrictSchema(toJson(z.object({ part })), dialect)).toThrow(new RegExp(why));
  });

  it('refuses an answer that is no object', () => {
    expect(() => toStrictSchema(toJson(z.array(z.string())), 'openai')).toThrow('its root');
    const union = z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]);
    expect(() => toStrictSchema(toJson(union), 'openai')).toThrow('its root');
  });
});

it('counts parts of more than one type', () => {
  expect(countUnions(toStrictSchema(toJson(product), 'anthropic'))).toBe(3);
});
