import { tsLiteral } from '../escape/escape-text.js';
import { statusOf, type EntityModel, type FieldModel } from '../model/app-model.js';
import {
  dateExpression,
  firstOf,
  identityOf,
  isClosedExpression,
  labelExpression,
  labelImports,
  named,
  ofType,
  partyOf,
  type FeatureModule,
} from './feature-binding.js';

const importMoney = `import { formatMoney } from '@/lib/format';`;
const importDateIn = `import { dateIn } from '@/lib/time';`;
const today = `const today = dateIn(new Date().toISOString(), context.timeZone);`;
const orZero = (field: FieldModel): string =>
  `row.${field.column}${field.isRequired ? '' : ' ?? 0'}`;

export const quotePricing: FeatureModule = {
  kind: 'quote_pricing',
  fileName: 'quote-pricing',
  bind(entity) {
    const price =
      named(ofType(entity, 'money'), /price|rate|unit|cost|fee/u) ?? firstOf(entity, 'money');
    const count =
      named(
        ofType(entity, 'integer', 'decimal'),
        /quantity|qty|count|units|number|hours|area|guests|people/u,
      ) ?? firstOf(entity, 'integer', 'decimal');
    const duration = firstOf(entity, 'duration');
    if (!price || (!count && !duration)) return null;
    const quantity = count ? orZero(count) : duration ? `(${orZero(duration)}) / 60` : '0';
    const group = partyOf(entity, count);
    return {
      entities: [entity],
      imports: ['describeQuotes', 'priceQuotes'],
      extraImports: [importMoney],
      body: `  const rows = await db.${entity.key}.list({ limit: 1000 });
  const lines = rows.map((row) => ({ ${identityOf(entity)}, quote: ${group ? labelExpression(entity, group, entity.spec.labelPlural) : tsLiteral(entity.spec.labelPlural)}, unitPrice: ${orZero(price)}, quantity: ${quantity}, isClosed: ${isClosedExpression(entity)} }));
  return describeQuotes(priceQuotes(lines), formatMoney);`,
    };
  },
};

export const pipelineForecast: FeatureModule = {
  kind: 'pipeline_forecast',
  fileName: 'pipeline-forecast',
  bind(entity) {
    const amount = firstOf(entity, 'money');
    const stage = named(ofType(entity, 'enum'), /stage|phase|step/u) ?? statusOf(entity);
    if (!amount || !stage) return null;
    const stages = tsLiteral(
      stage.spec.values?.map(({ value, label }) => ({ value, label })) ?? [],
    );
    return {
      entities: [entity],
      imports: ['describeForecast'],
      extraImports: [importMoney],
      body: `  const rows = await db.${entity.key}.list({ limit: 1000 });
  const stages = ${stages};
  const deals = rows.map((row) => ({ ${identityOf(entity)}, amount: ${orZero(amount)}, stage: row.${stage.column} ?? '' }));
  return describeForecast(deals, stages, formatMoney);`,
      action: {
        names: ['advance'],
        entity,
        imports: ['nextStage'],
        body: `  const next = nextStage(row.${stage.column} ?? '', ${stages});
  if (next) await db.${entity.key}.update(row.id, { ${stage.column}: next as typeof row.${stage.column} });`,
      },
    };
  },
};

export const timeBilling: FeatureModule = {
  kind: 'time_billing',
  fileName: 'time-billing',
  bind(entity) {
    const duration = firstOf(entity, 'duration');
    const dates = ofType(entity, 'date', 'datetime');
    const on = dates.find((field) => field.isRequired);
    if (!duration || !on) return null;
    const rate = named(ofType(entity, 'money'), /rate|hour|price|fee/u) ?? firstOf(entity, 'money');
    const client = partyOf(entity);
    const rated =
      client?.target && !rate ? named(ofType(client.target, 'money'), /rate|hour/u) : undefined;
    const billed = named(ofType(entity, 'boolean'), /billed|invoiced|paid/u);
    const target = rated ? client?.target : undefined;
    const rateExpression = rate
      ? `row.${rate.column}`
      : target && client
        ? `rates.get(row.${client.column} ?? '') ?? null`
        : 'null';
    return {
      entities: [entity],
      imports: ['describeTime'],
      extraImports: [`import { formatMinutes, formatMoney } from '@/lib/format';`, importDateIn],
      body: `  const rows = await db.${entity.key}.list({ limit: 2000 });
  ${today}${target && rated ? `\n  const rates = new Map((await db.${target.key}.list({ limit: 500 })).map((row) => [row.id, row.${rated.column}]));` : ''}
  const entries = rows.map((row) => ({ ${identityOf(entity)}, client: ${client ? labelExpression(entity, client, entity.spec.labelPlural) : tsLiteral(entity.spec.labelPlural)}, minutes: ${orZero(duration)}, on: ${dateExpression(on)}, rate: ${rateExpression}, isBilled: ${billed ? `row.${billed.column}` : isClosedExpression(entity)} }));
  return describeTime(entries, today, formatMoney, formatMinutes);`,
    };
  },
};

export const budgetBurn: FeatureModule = {
  kind: 'budget_burn',
  fileName: 'budget-burn',
  bind(entity) {
    const amount =
      named(ofType(entity, 'money'), /amount|cost|price|spent|total/u) ?? firstOf(entity, 'money');
    const on = ofType(entity, 'date', 'datetime').find((field) => field.isRequired);
    const category =
      named(
        entity.fields.filter((field) => field.target ?? field.spec.type === 'enum'),
        /category|budget|kind|type|account|envelope/u,
      ) ??
      ofType(entity, 'enum').find((field) => field !== statusOf(entity)) ??
      partyOf(entity) ??
      statusOf(entity);
    if (!amount || !on || !category) return null;
    const target = category.target;
    const budget = target
      ? named(ofType(target, 'money'), /budget|limit|monthly|target|plan/u)
      : undefined;
    return {
      entities: [entity, ...(target && budget ? [target] : [])],
      imports: ['computeBurn', 'describeBurn'],
      extraImports: [importMoney, importDateIn, ...labelImports(category)],
      body: `  const rows = await db.${entity.key}.list({ limit: 2000 });
  ${today}
  const spending = rows.map((row) => ({ id: row.id, href: \`${entity.route}/\${row.id}\`, category: ${labelExpression(entity, category, 'Other')}, amount: ${orZero(amount)}, on: ${dateExpression(on)} }));
${target && budget ? `  const budgets = new Map((await db.${target.key}.list({ limit: 200 })).flatMap((row) => (row.${budget.column} === null ? [] : [[titleOf(${target.variable}Entity, row, context), row.${budget.column}] as const])));\n` : ''}  return describeBurn(computeBurn(spending, today${target && budget ? ', budgets' : ''}), formatMoney);`,
    };
  },
};

const targetWords = /target|goal|needed|required|capacity|seat|place|wanted|budget|size/u;

/** The entity that has a goal, and where what is reached comes from. */
function goalOf(
  entity: EntityModel,
  all: readonly EntityModel[],
): { goal: EntityModel; target: FieldModel; reached: FieldModel } | null {
  const target = named(ofType(entity, 'money', 'integer'), targetWords);
  if (!target) return null;
  const alike = ofType(entity, target.spec.type).filter((field) => field !== target);
  const reached =
    named(alike, /pledge|rais|reach|collect|filled|taken|current|received|applicant/u) ?? alike[0];
  if (reached) return { goal: entity, target, reached };
  const source = all
    .filter((other) => other.fields.some((field) => field.target === entity))
    .flatMap((other) => ofType(other, target.spec.type))[0];
  return source ? { goal: entity, target, reached: source } : null;
}

export const allocation: FeatureModule = {
  kind: 'allocation',
  fileName: 'allocation',
  bind(entity, model) {
    const candidates = [entity, ...entity.fields.flatMap((field) => field.target ?? [])];
    const found = candidates.map((item) => goalOf(item, model.entities)).find(Boolean);
    if (!found) return null;
    const { goal, target, reached } = found;
    const show = target.spec.type === 'money' ? 'formatMoney' : 'formatNumber';
    const giver = goal.fields.includes(reached)
      ? undefined
      : model.entities.find((other) => other.fields.includes(reached));
    const link = giver?.fields.find((field) => field.target === goal);
    const given =
      giver && link
        ? `gifts.filter((gift) => gift.${link.column} === row.id).reduce((sum, gift) => sum + (gift.${reached.column}${reached.isRequired ? '' : ' ?? 0'}), 0)`
        : orZero(reached);
    return {
      entities: [goal],
      imports: ['describeGoals', 'measureGoals'],
      extraImports: [`import { ${show} } from '@/lib/format';`],
      body: `  const rows = await db.${goal.key}.list({ limit: 500 });${giver && link ? `\n  const gifts = await db.${giver.key}.list({ limit: 2000 });` : ''}
  const goals = rows.map((row) => ({ ${identityOf(goal)}, target: ${orZero(target)}, reached: ${given} }));
  return describeGoals(measureGoals(goals), ${show});`,
    };
  },
};

export const priceCompare: FeatureModule = {
  kind: 'price_compare',
  fileName: 'price-compare',
  bind(entity) {
    const price =
      named(ofType(entity, 'money'), /price|cost|offer|quote|amount/u) ?? firstOf(entity, 'money');
    const parties = entity.fields.filter((field) => field.target ?? field.spec.type === 'text');
    const supplier =
      named(
        parties,
        /supplier|vendor|shop|store|seller|dealer|contractor|provider|source|brand/u,
      ) ?? partyOf(entity);
    const item =
      named(
        parties.filter((field) => field !== supplier),
        /item|product|part|material|article|ingredient/u,
      ) ??
      parties.find((field) => field !== supplier && field.column === entity.titleColumn) ??
      parties.find((field) => field !== supplier);
    if (!price || !supplier || !item) return null;
    return {
      entities: [entity],
      imports: ['compareOffers', 'describeComparison'],
      extraImports: [importMoney],
      body: `  const rows = await db.${entity.key}.list({ limit: 2000 });
  const offers = rows.map((row) => ({ ${identityOf(entity)}, item: ${labelExpression(entity, item, 'Unknown')}, supplier: ${labelExpression(entity, supplier, 'Unknown')}, price: ${orZero(price)} }));
  return describeComparison(compareOffers(offers), formatMoney);`,
    };
  },
};
