import { describe, expect, it } from 'vitest';
import { answerByRule } from '@/assistant/assistant-rules';
import { field, subjectWith } from './assistant-subject';

const { text } = answerByRule(
  subjectWith({
    title: 'Lake cabin',
    fields: [
      field('kind', 'enum', 'cabin', { text: 'Cabin' }),
      field('price', 'money', 9000, { text: '$90.00' }),
      field('has_sauna', 'boolean', true, { label: 'Sauna' }),
      field('has_wifi', 'boolean', false, { label: 'Wi-Fi' }),
      field('about', 'long_text', 'It stands by the water. It sleeps four.'),
      field('owner_email', 'email', 'owner@example.com'),
      field('internal_notes', 'long_text', 'The roof leaks.'),
      field('size', 'text', null),
    ],
  }),
);

describe('write description', () => {
  it('opens with what it is', () => {
    expect(text).toMatch(/^Lake cabin \(cabin\) — It stands by the water\./u);
  });
  it('states its facts as they are', () => {
    expect(text).toContain('It sleeps four.');
    expect(text).toContain('Price: $90.00.');
    expect(text).toContain('Included: Sauna.');
  });
  it('leaves out what is empty, untrue, inner or a way to reach somebody', () => {
    expect(text).not.toMatch(/Size|Wi-Fi|roof|owner@/u);
  });
});
