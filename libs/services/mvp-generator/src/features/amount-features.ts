import { statusOf, type EntityModel } from '../model/app-model.js';
import { tsLiteral } from '../escape/escape-text.js';
import {
  boundedExpression,
  dateExpression,
  firstOf,
  identityOf,
  isClosedExpression,
  type FeatureModule,
} from './feature-binding.js';

const importMoney = `import { formatMoney } from '@/lib/format';`;
const importDateIn = `import { dateIn } from '@/lib/time';`;
const today = `const today = dateIn(new Date().toISOString(), context.timeZone);`;

export const lowStock: FeatureModule = {
  kind: 'low_stock',
  fileName: 'low-stock',
  bind(entity) {
    const numbers = entity.fields.filter(
      (field) => field.spec.type === 'integer' && field.isRequired,
    );
    const level =
      numbers.find((field) => /level|minimum|reorder|threshold|par/u.test(field.column)) ??
      numbers[1];
    const quantity = numbers.find((field) => field !== level);
    if (!level || !quantity) return null;
    return {
      entities: [entity],
      imports: ['describeLowStock', 'findLowStock'],
      body: `  const rows = await db.${entity.key}.list({ limit: 1000 });
  const items = rows.map((row) => ({ ${identityOf(entity)}, quantity: row.${quantity.column}, reorderLevel: row.${level.column} }));
  return describeLowStock(findLowStock(items), items.length);`,
      action: {
        names: ['reorder'],
        entity,
        imports: ['suggestOrder'],
        body: `  await db.${entity.key}.update(row.id, { ${quantity.column}: ${boundedExpression(quantity, `row.${quantity.column} + suggestOrder(row.${quantity.column}, row.${level.column})`)} });`,
      },
    };
  },
};

export const splitBalances: FeatureModule = {
  kind: 'split_balances',
  fileName: 'split-balances',
  bind(entity) {
    const amount = firstOf(entity, 'money');
    const payer = entity.fields.find((field) => field.target && field.isRequired);
    if (!amount?.isRequired || !payer?.target) return null;
    const { target } = payer;
    return {
      entities: [entity],
      imports: ['computeBalances', 'describeBalances', 'settleUp'],
      extraImports: [importMoney],
      body: `  const [people, rows] = await Promise.all([db.${target.key}.list({ limit: 200 }), db.${entity.key}.list({ limit: 2000 })]);
  const expenses = rows.map((row) => ({ payerId: row.${payer.column}, amount: row.${amount.column}, isSettled: ${isClosedExpression(entity)} }));
  const total = expenses.filter((expense) => !expense.isSettled).reduce((sum, expense) => sum + expense.amount, 0);
  const transfers = settleUp(computeBalances(people.map((person) => person.id), expenses));
  return describeBalances(transfers, total, (id) => context.titles.get(id) ?? 'Unknown', formatMoney, (id) => \`${target.route}/\${id}\`);`,
    };
  },
};

export const voteRanking: FeatureModule = {
  kind: 'vote_ranking',
  fileName: 'vote-ranking',
  bind(entity) {
    const numbers = entity.fields.filter(
      (field) => field.spec.type === 'integer' && field.isRequired,
    );
    const votes =
      numbers.find((field) => /vote|like|score|point|support/u.test(field.column)) ?? numbers[0];
    if (!votes) return null;
    return {
      entities: [entity],
      imports: ['describeRanking', 'rankByVotes'],
      extraImports: [`import { dateIn, daysBetween } from '@/lib/time';`],
      body: `  const rows = await db.${entity.key}.list({ limit: 500 });
  ${today}
  const items = rows.map((row) => ({ ${identityOf(entity)}, votes: row.${votes.column}, ageDays: daysBetween(dateIn(row.created_at, context.timeZone), today), isClosed: ${isClosedExpression(entity)} }));
  return describeRanking(rankByVotes(items));`,
      action: {
        names: ['vote'],
        entity,
        body: `  await db.${entity.key}.update(row.id, { ${votes.column}: ${boundedExpression(votes, `row.${votes.column} + 1`)} });`,
      },
    };
  },
};

export const ratingSummary: FeatureModule = {
  kind: 'rating_summary',
  fileName: 'rating-summary',
  bind(entity) {
    const stars = firstOf(entity, 'rating');
    if (!stars?.isRequired) return null;
    const text = firstOf(entity, 'long_text');
    return {
      entities: [entity],
      imports: ['describeRatings', 'summariseRatings'],
      body: `  const rows = await db.${entity.key}.list({ limit: 1000 });
  const rated = rows.map((row) => ({ ${identityOf(entity)}, rating: row.${stars.column}, text: ${text ? `row.${text.column} ?? ''` : `''`} }));
  return describeRatings(summariseRatings(rated, ${String(stars.spec.max ?? 5)}));`,
    };
  },
};

const monthsOf: [RegExp, number][] = [
  [/week/u, 0.25],
  [/quarter/u, 3],
  [/half/u, 6],
  [/year|annual/u, 12],
  [/month/u, 1],
];

/** TypeScript for the months of a row's period, from a choice such as monthly or yearly. */
function periodExpression(entity: EntityModel): string {
  const period = entity.fields.find(
    (field) =>
      field.spec.type === 'enum' &&
      field.spec.values?.some(({ value }) => /month|year|annual/u.test(value)),
  );
  if (!period) return '1';
  const table = Object.fromEntries(
    (period.spec.values ?? []).map(({ value }) => [
      value,
      monthsOf.find(([pattern]) => pattern.test(value))?.[1] ?? 1,
    ]),
  );
  return `(${tsLiteral(table)} as Record<string, number>)[row.${period.column} ?? ''] ?? 1`;
}

export const renewals: FeatureModule = {
  kind: 'renewals',
  fileName: 'renewals',
  bind(entity) {
    const amount = firstOf(entity, 'money');
    const dates = entity.fields.filter((field) => field.spec.type === 'date');
    const next =
      dates.find((field) => /renew|next|due|expire|until|end/u.test(field.column)) ?? dates[0];
    if (!amount?.isRequired || !next?.isRequired) return null;
    return {
      entities: [entity],
      imports: ['describeRenewals', 'planRenewals'],
      extraImports: [importMoney, importDateIn],
      body: `  const rows = await db.${entity.key}.list({ limit: 1000 });
  ${today}
  const items = rows.map((row) => ({ ${identityOf(entity)}, amount: row.${amount.column}, monthsPerPeriod: ${periodExpression(entity)}, renewsOn: ${dateExpression(next)}, isEnded: ${isClosedExpression(entity)} }));
  return describeRenewals(planRenewals(items, today), formatMoney);`,
    };
  },
};

export const totals: FeatureModule = {
  kind: 'totals',
  fileName: 'totals',
  bind(entity) {
    const amount = firstOf(entity, 'money');
    const status = statusOf(entity);
    if (!amount?.isRequired || !status) return null;
    return {
      entities: [entity],
      imports: ['addUp', 'describeTotals'],
      extraImports: [
        `import { fieldOf } from '@/lib/entity';`,
        `import { formatMoney, formatValue } from '@/lib/format';`,
      ],
      body: `  const rows = await db.${entity.key}.list({ limit: 1000 });
  const status = fieldOf(${entity.variable}Entity, ${tsLiteral(status.column)})!;
  const items = rows.map((row) => ({ ${identityOf(entity)}, amount: row.${amount.column}, status: formatValue(status, row.${status.column}, context), isClosed: ${isClosedExpression(entity)} }));
  return describeTotals(addUp(items), formatMoney);`,
    };
  },
};

const wordsOf = (entity: EntityModel): string => {
  const columns = entity.fields.filter(
    (field) =>
      ['text', 'long_text', 'address'].includes(field.spec.type) &&
      field.column !== entity.titleColumn,
  );
  return columns.length === 0
    ? `''`
    : `[${columns.map((field) => `row.${field.column}`).join(', ')}].join(' ')`;
};

export const matching: FeatureModule = {
  kind: 'matching',
  fileName: 'matching',
  bind(entity, model) {
    const hasText = (other: EntityModel): boolean =>
      other !== entity && other.fields.some((field) => field.spec.type === 'long_text');
    // What it is matched with: rather something that it does not point at already.
    const offers = model.entities.filter(
      (other) =>
        hasText(other) &&
        !entity.fields.some((field) => field.target === other) &&
        !other.fields.some((field) => field.target === entity),
    );
    const offer = offers[0];
    if (!offer || wordsOf(entity) === `''`) return null;
    return {
      entities: [entity, offer],
      imports: ['describeMatches', 'findMatches'],
      body: `  const [seekers, offers] = await Promise.all([db.${entity.key}.list({ limit: 200 }), db.${offer.key}.list({ limit: 500 })]);
  const matches = findMatches(
    seekers.map((row) => ({ ${identityOf(entity)}, text: ${wordsOf(entity)} })),
    offers.map((row) => ({ ${identityOf(offer)}, text: ${wordsOf(offer)} })),
  );
  return describeMatches(matches, seekers.length);`,
    };
  },
};
