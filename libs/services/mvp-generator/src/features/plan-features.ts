import { tsLiteral } from '../escape/escape-text.js';
import { statusOf, type FieldModel } from '../model/app-model.js';
import {
  closingValue,
  dateExpression,
  firstOf,
  identityOf,
  isCancelledExpression,
  isClosedExpression,
  labelExpression,
  labelImports,
  named,
  ofType,
  partyOf,
  relationsOf,
  valueOr,
  type FeatureModule,
} from './feature-binding.js';

const importDateIn = `import { dateIn } from '@/lib/time';`;
const today = `const today = dateIn(new Date().toISOString(), context.timeZone);`;

export const debtPayoff: FeatureModule = {
  kind: 'debt_payoff',
  fileName: 'debt-payoff',
  bind(entity, model) {
    const amounts = ofType(entity, 'money');
    const minimum = named(amounts, /minimum|payment|instal/u);
    const balance =
      named(amounts, /balance|owed|debt/u) ?? amounts.find((field) => field !== minimum);
    const rate = named(ofType(entity, 'decimal', 'integer'), /rate|interest|apr|percent/u);
    if (!balance || !minimum || !rate || balance === minimum) return null;
    const plan = model.entities.find(
      (other) => other !== entity && named(ofType(other, 'money'), /extra|spare/u),
    );
    const extra = plan ? named(ofType(plan, 'money'), /extra|spare/u) : undefined;
    return {
      entities: [entity],
      imports: ['describePayoff'],
      extraImports: [`import { formatMoney } from '@/lib/format';`, importDateIn],
      body: `  const rows = await db.${entity.key}.list({ limit: 200 });${plan && extra ? `\n  const [plan] = await db.${plan.key}.list({ limit: 1, orderBy: { column: 'created_at', ascending: false } });` : ''}
  ${today}
  const debts = rows.map((row) => ({ ${identityOf(entity)}, balance: ${valueOr(balance, '0')}, yearlyRate: ${valueOr(rate, '0')}, minimum: ${valueOr(minimum, '0')} }));
  return describePayoff(debts, ${plan && extra ? `plan?.${extra.column} ?? 0` : '0'}, today, formatMoney);`,
    };
  },
};

export const stayAllocation: FeatureModule = {
  kind: 'stay_allocation',
  fileName: 'stay-allocation',
  bind(entity) {
    const [from, until] = ofType(entity, 'date').filter((field) => field.isRequired);
    const isPerson = (field: FieldModel): boolean =>
      field.target !== undefined && firstOf(field.target, 'email', 'phone') !== undefined;
    const required = relationsOf(entity).filter((field) => field.isRequired);
    const link =
      named(required, /pitch|bed|room|desk|space|spot|site|berth|table|stall|place|unit/u) ??
      required.find((field) => !isPerson(field));
    const spot = link?.target;
    if (!from || !until || !link || !spot) return null;
    const size = named(ofType(spot, 'integer'), /size|capacity|place|sleep|people|fits/u);
    const people = named(ofType(entity, 'integer'), /people|guest|size|party|persons/u);
    return {
      entities: [entity, spot],
      imports: ['describeSpots', 'readSpots'],
      extraImports: [importDateIn],
      body: `  const [spots, rows] = await Promise.all([db.${spot.key}.list({ limit: 500 }), db.${entity.key}.list({ limit: 2000 })]);
  ${today}
  const stays = rows.map((row) => ({ ${identityOf(entity)}, spotId: row.${link.column}, from: row.${from.column}, until: row.${until.column}, people: ${people ? `row.${people.column}` : 'null'}, isCancelled: ${isCancelledExpression(entity)} }));
  return describeSpots(readSpots(spots.map((row) => ({ ${identityOf(spot)}, size: ${size ? `row.${size.column}` : 'null'} })), stays, today), stays);`,
    };
  },
};

export const jobQueue: FeatureModule = {
  kind: 'job_queue',
  fileName: 'job-queue',
  bind(entity) {
    const minutes = firstOf(entity, 'duration');
    const status = statusOf(entity);
    const closing = closingValue(entity);
    const machine = relationsOf(entity).find((field) =>
      /machine|printer|oven|kiln|washer|bay|bench|station|room|desk|counter/u.test(field.column),
    );
    if (!minutes || !status || !closing || !machine) return null;
    const running =
      status.spec.values?.find(({ value }) => /print|running|progress|wash|working/u.test(value))
        ?.value ?? '';
    const priority = named(ofType(entity, 'enum'), /priority|urgency/u);
    const ranks = Object.fromEntries(
      (priority?.spec.values ?? []).map(({ value }, index) => [value, index]),
    );
    return {
      entities: [entity],
      imports: ['describeQueue', 'planQueue'],
      extraImports: [`import { formatDateTime, formatMinutes } from '@/lib/format';`],
      body: `  const rows = await db.${entity.key}.list({ limit: 500 });
  const jobs = rows.map((row) => ({ ${identityOf(entity)}, machine: ${labelExpression(entity, machine, 'Any machine')}, minutes: ${valueOr(minutes, '60')}, priority: ${priority ? `(${tsLiteral(ranks)} as Record<string, number>)[row.${priority.column} ?? ''] ?? 0` : '0'}, askedAt: row.created_at, isRunning: row.${status.column} === ${tsLiteral(running)}, isClosed: ${isClosedExpression(entity)} }));
  return describeQueue(planQueue(jobs, new Date().toISOString()), (iso) => formatDateTime(iso, context.timeZone), formatMinutes);`,
      action: {
        names: ['finish'],
        entity,
        body: `  await db.${entity.key}.update(row.id, { ${status.column}: ${tsLiteral(closing)} });`,
      },
    };
  },
};

export const routeOrder: FeatureModule = {
  kind: 'route_order',
  fileName: 'route-order',
  bind(entity) {
    const position = named(ofType(entity, 'integer'), /position|order|sequence|stop_number/u);
    const route = relationsOf(entity).find((field) =>
      /route|round|run|tour|trip/u.test(field.column),
    );
    const status = statusOf(entity);
    const closing = closingValue(entity);
    if (!position?.isRequired || !route || !status || !closing) return null;
    const [earliest, latest] = ofType(entity, 'time');
    const lengths = ofType(entity, 'duration');
    const drive = named(lengths, /drive|travel|from/u);
    const work = lengths.find((field) => field !== drive);
    const start = route.target ? firstOf(route.target, 'time') : undefined;
    return {
      entities: [entity],
      imports: ['describeRoutes', 'planRoutes'],
      extraImports: labelImports(route),
      body: `  const rows = await db.${entity.key}.list({ limit: 1000 });${start && route.target ? `\n  const starts = (await db.${route.target.key}.list({ limit: 200 })).flatMap((row) => row.${start.column} ?? []).sort();` : ''}
  const stops = rows.map((row) => ({ ${identityOf(entity)}, route: ${labelExpression(entity, route, 'Without a route')}, position: row.${position.column}, earliest: ${earliest ? `row.${earliest.column}` : 'null'}, latest: ${latest ? `row.${latest.column}` : 'null'}, drive: ${drive ? valueOr(drive, '0') : '0'}, work: ${work ? valueOr(work, '0') : '0'}, isClosed: ${isClosedExpression(entity)} }));
  return describeRoutes(planRoutes(stops, ${start ? `starts[0] ?? '08:00'` : `'08:00'`}));`,
      action: {
        names: ['arrive'],
        entity,
        body: `  await db.${entity.key}.update(row.id, { ${status.column}: ${tsLiteral(closing)} });`,
      },
    };
  },
};

export const careRounds: FeatureModule = {
  kind: 'care_rounds',
  fileName: 'care-rounds',
  bind(entity) {
    const every = named(ofType(entity, 'integer'), /every|interval|days|rhythm/u);
    const last = named(ofType(entity, 'date'), /last|watered|done|since|given|checked/u);
    if (!every || !last) return null;
    const place = partyOf(entity);
    // The last status does not end it: a plant that "struggles" still wants water.
    const isClosed = closingValue(entity) === undefined ? 'false' : isClosedExpression(entity);
    return {
      entities: [entity],
      imports: ['describeCare', 'planCare'],
      extraImports: [importDateIn, ...labelImports(place)],
      body: `  const rows = await db.${entity.key}.list({ limit: 1000 });
  ${today}
  const items = rows.map((row) => ({ ${identityOf(entity)}, place: ${place ? labelExpression(entity, place, '') : `''`}, everyDays: ${valueOr(every, '7')}, lastOn: row.${last.column}, isClosed: ${isClosed} }));
  return describeCare(planCare(items, today));`,
      action: {
        names: ['done'],
        entity,
        body: `  await db.${entity.key}.update(row.id, { ${last.column}: today });`,
      },
    };
  },
};

export const anniversaries: FeatureModule = {
  kind: 'anniversaries',
  fileName: 'anniversaries',
  bind(entity) {
    const dates = ofType(entity, 'date');
    const on = named(dates, /birth|born|wedding|since|founded|began|joined/u) ?? dates[0];
    if (!on) return null;
    return {
      entities: [entity],
      imports: ['describeAnniversaries', 'findAnniversaries'],
      extraImports: [importDateIn],
      body: `  const rows = await db.${entity.key}.list({ limit: 2000 });
  ${today}
  const items = rows.flatMap((row) => {
    const on = ${dateExpression(on)};
    return on ? [{ ${identityOf(entity)}, on }] : [];
  });
  return describeAnniversaries(findAnniversaries(items, today));`,
    };
  },
};
