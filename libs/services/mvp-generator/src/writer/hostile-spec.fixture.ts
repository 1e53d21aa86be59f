import type { EntitySpec, ProductSpec } from '@hatchr/contracts';
import { noDiscovery } from '../planner/no-discovery.fixture.js';
import { planProduct } from '../planner/plan-product.js';

/** Every character that means something in one of the places that a string of the spec reaches. */
export const hostileText =
  "Chef's \"Table\" `O'Brien` ${x} {y} </script> <b> \\n -- */ $$ '); drop";

const text = { name: 'name', label: hostileText, type: 'text' as const, required: true };

function entity(name: string, plural: string, fields: EntitySpec['fields'] = []): EntitySpec {
  return {
    name,
    plural,
    label: hostileText,
    labelPlural: `${hostileText} s`,
    description: hostileText,
    icon: 'no-such-icon',
    titleField: 'name',
    fields: [text, ...fields],
    view: 'table',
    ownership: 'user',
  };
}

/** A spec that passes the schema and tries to break the writer: hostile text, reserved names, required circles. */
export function hostileSpec(): ProductSpec {
  const base = planProduct('Appointment booking for barbers', noDiscovery());
  const relation = (name: string, target: string): EntitySpec['fields'][number] => ({
    name,
    label: hostileText,
    type: 'relation',
    required: true,
    target,
  });
  const values = [
    { value: 'default', label: hostileText },
    { value: 'class', label: 'B' },
  ];
  const entities: EntitySpec[] = [
    entity('promise', 'settings', [
      { name: 'id', label: 'Id', type: 'integer', required: true },
      { name: 'id2', label: 'Id 2', type: 'decimal', required: true, min: 0.5 },
      { name: 'user_id', label: 'User', type: 'money', required: false },
    ]),
    entity('class', 'profiles', [
      relation('select', 'order'),
      { name: 'created_at', label: 'Created', type: 'datetime', required: false },
    ]),
    {
      ...entity('order', 'orders', [
        relation('class', 'class'),
        relation('parent', 'order'),
        {
          name: 'status',
          label: hostileText,
          type: 'enum',
          required: false,
          values,
          defaultValue: 'nothing',
        },
      ]),
      view: 'board',
    },
    {
      ...entity('z', 'index', [
        { name: 'from', label: 'From', type: 'time', required: true },
        { name: 'len', label: 'Len', type: 'duration', required: false, defaultValue: 'x' },
      ]),
      view: 'calendar',
    },
    {
      ...entity('a'.repeat(48), 'b'.repeat(48), [
        relation('c'.repeat(48), 'class'),
        { name: 'd', label: 'D', type: 'rating', required: false },
        {
          name: 'e'.repeat(48),
          label: hostileText,
          type: 'file',
          required: true,
          hint: hostileText,
        },
      ]),
      view: 'chart',
    },
  ];
  return {
    ...base,
    name: "O'Brien “& Co” {x}",
    slug: 'o-brien',
    tagline: hostileText,
    summary: hostileText,
    problem: hostileText,
    audience: hostileText,
    category: hostileText,
    positioning: [{ claim: hostileText, evidenceIds: [] }],
    entities,
    feature: {
      kind: 'streaks',
      name: hostileText,
      description: hostileText,
      entity: 'order',
      usesModel: false,
    },
    flows: [
      {
        name: hostileText,
        actor: hostileText,
        steps: [hostileText],
        acceptance: [hostileText, `A new ${hostileText} appears in the list of ${hostileText} s.`],
      },
    ],
    pages: base.pages.filter((page) => page.entity === undefined),
    pricing: {
      currency: 'JPY',
      source: 'prompt',
      plans: [
        { name: '無料', amount: 0, period: 'month', features: [hostileText], isHighlighted: false },
        {
          name: hostileText,
          amount: 990,
          period: 'use',
          features: [hostileText],
          isHighlighted: true,
        },
      ],
    },
    publicPage: {
      kind: 'listing',
      entity: 'order',
      title: hostileText,
      description: hostileText,
    },
    nonGoals: [hostileText],
    constraints: [hostileText],
  };
}
