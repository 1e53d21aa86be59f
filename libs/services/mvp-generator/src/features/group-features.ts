import { statusOf, type EntityModel, type FieldModel } from '../model/app-model.js';
import { tsLiteral } from '../escape/escape-text.js';
import {
  dateExpression,
  firstOf,
  identityOf,
  isClosedExpression,
  type FeatureModule,
} from './feature-binding.js';

const today = `const today = dateIn(new Date().toISOString(), context.timeZone);`;
const importDateIn = `import { dateIn } from '@/lib/time';`;

/** The relation that groups the rows: a required one before an optional one. */
const groupOf = (entity: EntityModel): FieldModel | undefined => {
  const relations = entity.fields.filter((field) => field.target && field.target !== entity);
  return relations.find((field) => field.isRequired) ?? relations[0];
};

const namesOf = (route: string): string =>
  `(id) => context.titles.get(id) ?? 'Unknown', (id) => \`${route}/\${id}\``;

export const progress: FeatureModule = {
  kind: 'progress',
  fileName: 'progress',
  bind(entity) {
    const group = groupOf(entity);
    if (!group?.target || isClosedExpression(entity) === 'false') return null;
    return {
      entities: [entity],
      imports: ['computeProgress', 'describeProgress'],
      body: `  const rows = await db.${entity.key}.list({ limit: 1000 });
  const parts = rows.map((row) => ({ groupId: row.${group.column}, isDone: ${isClosedExpression(entity)} }));
  return describeProgress(computeProgress(parts), ${namesOf(group.target.route)});`,
    };
  },
};

export const streaks: FeatureModule = {
  kind: 'streaks',
  fileName: 'streaks',
  bind(entity) {
    const group = groupOf(entity);
    const date = firstOf(entity, 'date', 'datetime');
    if (!group?.target || !date?.isRequired) return null;
    const { target } = group;
    return {
      entities: [entity, target],
      imports: ['computeStreaks', 'describeStreaks'],
      extraImports: [importDateIn],
      body: `  const [subjects, entries] = await Promise.all([db.${target.key}.list({ limit: 200 }), db.${entity.key}.list({ limit: 2000 })]);
  ${today}
  const days = (id: string) => entries.filter((entry) => entry.${group.column} === id).map((row) => ${dateExpression(date)});
  return describeStreaks(computeStreaks(subjects.map((row) => ({ ${identityOf(target)}, days: days(row.id) })), today));`,
    };
  },
};

const countsAsTaken = /going|confirm|accept|paid|attend|registered|active|present|booked|checked/u;

export const capacity: FeatureModule = {
  kind: 'capacity',
  fileName: 'capacity',
  bind(entity, model) {
    const size = entity.fields.find(
      (field) =>
        field.spec.type === 'integer' && /capacity|seat|place|spot|limit|max/u.test(field.column),
    );
    const signup = model.entities.find((other) =>
      other.fields.some((field) => field.target === entity),
    );
    const link = signup?.fields.find((field) => field.target === entity);
    if (!size || !signup || !link) return null;
    const status = statusOf(signup);
    const taken = (status?.spec.values ?? [])
      .map(({ value }) => value)
      .filter((value) => countsAsTaken.test(value) && !/^not/u.test(value));
    const filter =
      status && taken.length > 0
        ? `.filter((row) => [${taken.map((value) => tsLiteral(value)).join(', ')}].includes(row.${status.column} ?? ''))`
        : '';
    const value = size.isRequired ? `row.${size.column}` : `row.${size.column} ?? 0`;
    return {
      entities: [entity],
      imports: ['computeOccupancy', 'describeOccupancy'],
      body: `  const [places, signUps] = await Promise.all([db.${entity.key}.list({ limit: 200 }), db.${signup.key}.list({ limit: 2000 })]);
  const takenBy = signUps${filter}.flatMap((row) => row.${link.column} ?? []);
  return describeOccupancy(computeOccupancy(places.map((row) => ({ ${identityOf(entity)}, capacity: ${value} })), takenBy));`,
    };
  },
};

export const uptime: FeatureModule = {
  kind: 'uptime',
  fileName: 'uptime',
  bind(entity) {
    const group = groupOf(entity);
    const status = statusOf(entity);
    const at = firstOf(entity, 'datetime');
    const up = status?.spec.values?.find(({ value }) =>
      /^(?:up|ok|healthy|online|passed)$/u.test(value),
    );
    if (!group?.target || !group.isRequired || !status || !at?.isRequired || !up) return null;
    return {
      entities: [entity],
      imports: ['computeUptime', 'describeUptime'],
      body: `  const rows = await db.${entity.key}.list({ limit: 2000 });
  const checks = rows.map((row) => ({ monitorId: row.${group.column}, at: row.${at.column}, isUp: row.${status.column} === ${tsLiteral(up.value)} }));
  return describeUptime(computeUptime(checks), ${namesOf(group.target.route)});`,
    };
  },
};

export const trend: FeatureModule = {
  kind: 'trend',
  fileName: 'trend',
  bind(entity) {
    const value = firstOf(entity, 'decimal', 'rating', 'integer', 'duration');
    const on = firstOf(entity, 'date', 'datetime');
    if (!value || !on?.isRequired) return null;
    const group = groupOf(entity);
    const status = statusOf(entity);
    const series = group
      ? `context.titles.get(row.${group.column} ?? '') ?? ${tsLiteral(entity.spec.labelPlural)}`
      : status
        ? `formatValue(fieldOf(${entity.variable}Entity, ${tsLiteral(status.column)})!, row.${status.column}, context)`
        : tsLiteral(entity.spec.labelPlural);
    const usesStatus = !group && status;
    return {
      entities: [entity],
      imports: ['computeTrends', 'describeTrends'],
      extraImports: [
        ...(usesStatus
          ? [
              `import { fieldOf } from '@/lib/entity';`,
              `import { formatValue } from '@/lib/format';`,
            ]
          : []),
        ...(on.spec.type === 'datetime' ? [importDateIn] : []),
      ],
      body: `  const rows = await db.${entity.key}.list({ limit: 1000 });
  const measurements = rows.flatMap((row) => (row.${value.column} === null ? [] : [{ ${identityOf(entity)}, series: ${series}, value: row.${value.column}, on: ${dateExpression(on)} }]));
  return describeTrends(computeTrends(measurements));`,
    };
  },
};
