import { describe, expect, it } from '@jest/globals';
import { attributeOf } from './attribute-fields.js';
import { noDiscovery } from './no-discovery.fixture.js';
import { planProduct } from './plan-product.js';

describe('attributeOf', () => {
  it.each([
    'photo',
    'receipt',
    'calibration certificate',
    'scan',
    'contract PDF',
    'attachment',
    'interview recording',
    'invoice PDF',
  ])('reads %s as a file in the words of the sentence', (words) => {
    expect(attributeOf(words)).toMatchObject({ type: 'file', required: false });
  });

  it('leaves an address on the web an address', () => {
    expect(attributeOf('website')?.type).toBe('url');
  });

  it('leaves a thing a thing', () => {
    expect(attributeOf('invoice')).toBeNull();
    expect(attributeOf('profile')).toBeNull();
  });
});

it('gives a thing the files that a sentence says it has', () => {
  const spec = planProduct('Plant journal with photos and watering dates', noDiscovery());
  const fields = spec.entities.flatMap((entity) => entity.fields);
  expect(fields.find(({ name }) => name === 'photo')?.type).toBe('file');
});
