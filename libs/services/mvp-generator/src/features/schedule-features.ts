import { tsLiteral } from '../escape/escape-text.js';
import { statusOf } from '../model/app-model.js';
import {
  boundedExpression,
  closingValue,
  dateExpression,
  identityOf,
  isClosedExpression,
  labelExpression,
  labelImports,
  named,
  ofType,
  partyOf,
  personRelation,
  titleOfRelation,
  type FeatureModule,
} from './feature-binding.js';

const importDateIn = `import { dateIn } from '@/lib/time';`;
const today = `const today = dateIn(new Date().toISOString(), context.timeZone);`;
const dueWords = /due|return|back|until|next|review|deadline|end/u;

export const spacedRepetition: FeatureModule = {
  kind: 'spaced_repetition',
  fileName: 'spaced-repetition',
  bind(entity) {
    const dates = ofType(entity, 'date');
    const due = named(dates, dueWords) ?? dates[0];
    const numbers = ofType(entity, 'integer');
    const interval = named(numbers, /interval|gap|days/u) ?? numbers[0];
    if (!due || !interval) return null;
    const answer =
      named(ofType(entity, 'text', 'long_text'), /answer|back|meaning|translation|definition/u) ??
      ofType(entity, 'long_text').find((field) => field.column !== entity.titleColumn);
    const gap = `row.${interval.column}${interval.isRequired ? '' : ' ?? 0'}`;
    return {
      entities: [entity],
      imports: ['describeReviews', 'planReviews'],
      extraImports: [importDateIn],
      body: `  const rows = await db.${entity.key}.list({ limit: 2000 });
  ${today}
  const cards = rows.map((row) => ({ ${identityOf(entity)}, answer: ${answer ? `row.${answer.column}` : 'null'}, dueOn: ${dateExpression(due)}, intervalDays: ${gap} }));
  return describeReviews(planReviews(cards, today), today);`,
      action: {
        names: ['again', 'good', 'easy'],
        entity,
        imports: ['reschedule'],
        body: `  const next = reschedule(${gap}, action, today);
  await db.${entity.key}.update(row.id, { ${due.column}: next.dueOn, ${interval.column}: ${boundedExpression(interval, 'next.intervalDays')} });`,
      },
    };
  },
};

export const slaClock: FeatureModule = {
  kind: 'sla_clock',
  fileName: 'sla-clock',
  bind(entity) {
    const choices = ofType(entity, 'enum');
    const status = statusOf(entity);
    if (!status) return null;
    const times = ofType(entity, 'datetime').filter((field) => field.isRequired);
    const received = named(times, /receiv|report|open|submit|creat|ask|request|log/u);
    const priority =
      named(choices, /priority|urgency|severity|level/u) ??
      choices.find((field) => field !== status);
    const closing = closingValue(entity);
    return {
      entities: [entity],
      imports: ['describeClocks', 'runClocks'],
      extraImports: labelImports(priority),
      body: `  const rows = await db.${entity.key}.list({ limit: 1000 });
  const requests = rows.map((row) => ({ ${identityOf(entity)}, receivedAt: row.${received?.column ?? 'created_at'}, priority: ${priority ? labelExpression(entity, priority, '') : `''`}, isClosed: ${isClosedExpression(entity)} }));
  return describeClocks(runClocks(requests, new Date().toISOString()), ${String(closing !== undefined)});`,
      ...(closing === undefined
        ? {}
        : {
            action: {
              names: ['close'],
              entity,
              body: `  await db.${entity.key}.update(row.id, { ${status.column}: ${tsLiteral(closing)} });`,
            },
          }),
    };
  },
};

export const loanReturns: FeatureModule = {
  kind: 'loan_returns',
  fileName: 'loan-returns',
  bind(entity) {
    const dates = ofType(entity, 'date', 'datetime');
    const returned = dates.find(
      (field) => !field.isRequired && /returned|came_back|given_back/u.test(field.column),
    );
    const due =
      named(
        dates.filter((field) => field !== returned),
        dueWords,
      ) ?? dates.find((field) => field !== returned && field.isRequired);
    const flag = named(ofType(entity, 'boolean'), /return|back/u);
    const status = statusOf(entity);
    const closing =
      status?.spec.values?.find(({ value }) => /return|back/u.test(value))?.value ??
      closingValue(entity);
    const change = returned
      ? `${returned.column}: ${returned.spec.type === 'date' ? 'today' : 'new Date().toISOString()'}`
      : flag
        ? `${flag.column}: true`
        : status && closing
          ? `${status.column}: ${tsLiteral(closing)}`
          : null;
    if (!due || !change) return null;
    const isReturned = returned
      ? `row.${returned.column} !== null`
      : flag
        ? `row.${flag.column}`
        : isClosedExpression(entity);
    const item =
      entity.fields.find((field) => field.target && field !== personRelation(entity)) ??
      partyOf(entity);
    return {
      entities: [entity],
      imports: ['describeLoans', 'findOpenLoans'],
      extraImports: [importDateIn],
      body: `  const rows = await db.${entity.key}.list({ limit: 1000 });
  ${today}
  const loans = rows.flatMap((row) => {
    const dueOn = ${dateExpression(due)};
    return dueOn ? [{ ${identityOf(entity)}, item: ${item ? labelExpression(entity, item, '') : `''`}, dueOn, isReturned: ${isReturned} }] : [];
  });
  return describeLoans(findOpenLoans(loans, today), loans.length);`,
      action: {
        names: ['returned'],
        entity,
        body: `  await db.${entity.key}.update(row.id, { ${change} });`,
      },
    };
  },
};

export const doseSchedule: FeatureModule = {
  kind: 'dose_schedule',
  fileName: 'dose-schedule',
  bind(entity) {
    const times = ofType(entity, 'time');
    const text = named(ofType(entity, 'text'), /time|hour|when|schedule/u);
    const sources = times.length > 0 ? times : text ? [text] : [];
    if (sources.length === 0) return null;
    const ends = ofType(entity, 'date').find((field) => /end|until|stop|last/u.test(field.column));
    const ended = ends
      ? `(${isClosedExpression(entity)}) || (row.${ends.column} !== null && row.${ends.column} < now.slice(0, 10))`
      : isClosedExpression(entity);
    return {
      entities: [entity],
      imports: ['describeDoses', 'planDoses'],
      extraImports: [
        `import { formatMinutes } from '@/lib/format';`,
        `import { toWallClock } from '@/lib/time';`,
      ],
      body: `  const rows = await db.${entity.key}.list({ limit: 500 });
  const now = toWallClock(new Date().toISOString(), context.timeZone);
  const doses = rows.map((row) => ({ ${identityOf(entity)}, recipient: ${titleOfRelation(personRelation(entity))}, times: [${sources.map((field) => `row.${field.column}`).join(', ')}].join(' '), isEnded: ${ended} }));
  return describeDoses(planDoses(doses, now.slice(11)), formatMinutes);`,
    };
  },
};

export const expiryWatch: FeatureModule = {
  kind: 'expiry_watch',
  fileName: 'expiry-watch',
  bind(entity) {
    const dates = ofType(entity, 'date', 'datetime');
    const expires = named(dates, /expir|best_before|use_by|valid|until|end/u) ?? dates[0];
    if (!expires) return null;
    const numbers = ofType(entity, 'integer');
    const quantity = named(numbers, /quantity|count|stock|amount|left|units|number|on_hand/u);
    return {
      entities: [entity],
      imports: ['describeExpiry', 'watchExpiry'],
      extraImports: [importDateIn],
      body: `  const rows = await db.${entity.key}.list({ limit: 1000 });
  ${today}
  const items = rows.flatMap((row) => {
    const expiresOn = ${dateExpression(expires)};
    return expiresOn ? [{ ${identityOf(entity)}, expiresOn, quantity: ${quantity ? `row.${quantity.column}` : 'null'}, isClosed: ${isClosedExpression(entity)} }] : [];
  });
  return describeExpiry(watchExpiry(items, today));`,
      ...(quantity
        ? {
            action: {
              names: ['use'],
              entity,
              body: `  await db.${entity.key}.update(row.id, { ${quantity.column}: ${boundedExpression({ ...quantity, spec: { ...quantity.spec, min: quantity.spec.min ?? 0 } }, `(row.${quantity.column} ?? 1) - 1`)} });`,
            },
          }
        : {}),
    };
  },
};
