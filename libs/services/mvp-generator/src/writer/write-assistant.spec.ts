import { describe, expect, it } from '@jest/globals';
import { assistantKinds, type AssistantKind, type ProductSpec } from '@hatchr/contracts';
import { findFileProblems } from '../gates/check-files.js';
import { scanSecrets } from '../gates/scan-secrets.js';
import { noDiscovery } from '../planner/no-discovery.fixture.js';
import { planProduct } from '../planner/plan-product.js';
import { writeApp } from './write-app.js';

const planned = planProduct('a help desk', noDiscovery());
const [entity] = planned.entities;
type Fields = ProductSpec['entities'][number]['fields'];

const withKind = (kind: AssistantKind, more: Fields = []): ProductSpec => {
  if (!entity) throw new Error('The plan has no entity.');
  const fields: Fields = [
    { name: 'name', label: 'Name', type: 'text', required: true },
    { name: 'status', label: 'Status', type: 'enum', required: true, values: states },
    ...more,
  ];
  const changed = { ...entity, titleField: 'name', fields };
  return {
    ...planned,
    entities: planned.entities.map((other) => (other === entity ? changed : other)),
    assistant: { kind, entity: entity.name, name: 'Ask', description: 'Answers.' },
  };
};
const states = [
  { value: 'open', label: 'Open' },
  { value: 'done', label: 'Done' },
];
const longText = (name: string): Fields[number] => ({
  name,
  label: name,
  type: 'long_text',
  required: false,
});
const textOf = (spec: ProductSpec, path: string): string =>
  String(writeApp(spec).find((file) => file.path === path)?.content ?? '');
const settingsOf = (spec: ProductSpec): string => textOf(spec, 'src/assistant/assistant.ts');

describe('writeAssistant', () => {
  it.each(assistantKinds)('gives an app that %s all its files and no secret', async (kind) => {
    const files = writeApp(withKind(kind));
    expect(findFileProblems(files)).toEqual([]);
    expect(await scanSecrets(files)).toEqual([]);
    const paths = files.map(({ path }) => path);
    expect(paths).toContain('src/assistant/assistant-rules.ts');
    expect(paths).toContain('tests/assistant-rules.test.ts');
  });

  it('keeps an app without an assistant free of it', () => {
    const { assistant: _left, ...spec } = planned;
    const files = writeApp(spec);
    expect(files.some(({ path }) => path.startsWith('src/assistant/'))).toBe(false);
    expect(files.some(({ content }) => String(content).includes('OPENAI_'))).toBe(false);
    expect(textOf(spec, 'src/features/assistant-slot.tsx')).toContain('() => null');
  });

  it('names the settings of the model where the app keeps its settings', () => {
    for (const name of ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'OPENAI_MODEL']) {
      expect(textOf(withKind('summarise'), '.env.example')).toContain(`${name}=\n`);
      expect(textOf(withKind('summarise'), 'src/lib/env.ts')).toContain(`process.env.${name}`);
    }
  });

  it('replaces only a text that is made for the answer', () => {
    const own = settingsOf(withKind('summarise', [longText('notes'), longText('summary')]));
    expect(own).toMatch(/field: 'summary'.*mode: 'replace'/su);
    const note = settingsOf(withKind('summarise', [longText('body'), longText('notes')]));
    expect(note).toMatch(/field: 'notes'.*mode: 'append'/su);
  });

  it('offers no place to save where none fits', () => {
    expect(settingsOf(withKind('summarise'))).toContain('save: null');
  });

  it('sorts into a category before a status', () => {
    const topic: Fields[number] = {
      name: 'topic',
      label: 'Topic',
      type: 'enum',
      required: true,
      values: [
        { value: 'billing', label: 'Billing' },
        { value: 'other', label: 'Other' },
      ],
    };
    expect(settingsOf(withKind('categorise', [topic]))).toMatch(/field: 'topic'.*mode: 'choose'/su);
    expect(settingsOf(withKind('categorise'))).toContain("field: 'status'");
  });
});
