import { describe, expect, it } from '@jest/globals';
import { planPreviewSchema } from './plan-preview.schema.js';

describe('the plan preview', () => {
  const preview = {
    name: 'Plumbly',
    tagline: 'Invoices that get paid',
    category: 'Invoicing',
    audience: 'Plumbers',
    entities: [
      {
        label: 'Invoice',
        labelPlural: 'Invoices',
        icon: 'receipt',
        view: 'table',
        description: 'What a customer owes.',
        fields: [{ label: 'Due on', type: 'date', name: 'due_on' }],
        plural: 'invoices',
      },
    ],
    feature: { name: 'Reminders', description: 'Says what is due.', kind: 'due_reminders' },
    flows: ['Send an invoice'],
    brand: { primary: '#112233', accent: '#445566', icon: 'receipt', tone: 'calm' },
    problem: 'Late payment.',
  };

  it('keeps what a person watches and drops the names that only code uses', () => {
    const shown = planPreviewSchema.parse(preview);
    expect(shown.entities[0]?.fields).toEqual([{ label: 'Due on', type: 'date' }]);
    expect(shown).not.toHaveProperty('problem');
    expect(shown.entities[0]).not.toHaveProperty('plural');
    expect(shown.feature).toEqual({ name: 'Reminders', description: 'Says what is due.' });
  });

  it('refuses a colour that is none', () => {
    const brand = { ...preview.brand, primary: 'red;}' };
    expect(planPreviewSchema.safeParse({ ...preview, brand }).success).toBe(false);
  });
});
