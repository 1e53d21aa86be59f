import {
  dateExpression,
  firstOf,
  identityOf,
  isCancelledExpression,
  isClosedExpression,
  personRelation,
  titleOfRelation,
  type FeatureModule,
} from './feature-binding.js';

const today = `const today = dateIn(new Date().toISOString(), context.timeZone);`;

/** Works on every entity, so it is what stands in where a feature lacks its fields. */
export const attentionDigest: FeatureModule = {
  kind: 'attention_digest',
  fileName: 'attention-digest',
  bind(entity) {
    const date =
      entity.fields.find(
        (field) =>
          /due|deadline|expire|until|next/u.test(field.column) &&
          (field.spec.type === 'date' || field.spec.type === 'datetime'),
      ) ?? firstOf(entity, 'date', 'datetime');
    return {
      entities: [entity],
      imports: ['describeAttention', 'findAttention'],
      extraImports: [`import { dateIn } from '@/lib/time';`],
      body: `  const rows = await db.${entity.key}.list({ limit: 500 });
  ${today}
  const items = rows.map((row) => ({ ${identityOf(entity)}, date: ${date ? dateExpression(date) : 'null'}, isClosed: ${isClosedExpression(entity)}, changedOn: dateIn(row.updated_at, context.timeZone) }));
  return describeAttention(findAttention(items, today));`,
    };
  },
};

export const freeSlots: FeatureModule = {
  kind: 'free_slots',
  fileName: 'free-slots',
  bind(entity) {
    const start = entity.fields.find((field) => field.spec.type === 'datetime' && field.isRequired);
    if (!start) return null;
    const duration = firstOf(entity, 'duration');
    // An hour is the most common length where a row does not say its own.
    const minutes = !duration
      ? '60'
      : duration.isRequired
        ? `row.${duration.column}`
        : `row.${duration.column} ?? 60`;
    return {
      entities: [entity],
      imports: ['describeSlots', 'findClashes', 'findFreeSlots'],
      extraImports: [
        `import { formatDateTime } from '@/lib/format';`,
        `import { dateIn, fromWallClock, toWallClock } from '@/lib/time';`,
      ],
      body: `  const rows = await db.${entity.key}.list({ limit: 500, orderBy: { column: '${start.column}', ascending: false } });
  const busy = rows.map((row) => ({ ${identityOf(entity)}, startsAt: row.${start.column}, minutes: ${minutes}, isCancelled: ${isCancelledExpression(entity)} }));
  const from = new Date().toISOString();
  const slots = findFreeSlots({ busy, from, minutes: 60, limit: 8, today: dateIn(from, context.timeZone), toInstant: (wallClock) => fromWallClock(wallClock, context.timeZone) });
  return describeSlots(slots, findClashes(busy), (iso) => \`${entity.route}/new?${start.column}=\${encodeURIComponent(toWallClock(iso, context.timeZone))}\`, (iso) => formatDateTime(iso, context.timeZone));`,
    };
  },
};

export const dueReminders: FeatureModule = {
  kind: 'due_reminders',
  fileName: 'due-reminders',
  bind(entity) {
    const dates = entity.fields.filter(
      (field) => field.spec.type === 'date' || field.spec.type === 'datetime',
    );
    const due =
      dates.find((field) =>
        /due|deadline|expire|until|next|renew|return|follow/u.test(field.column),
      ) ?? dates[0];
    if (!due) return null;
    return {
      entities: [entity],
      imports: ['describeReminders', 'planReminders'],
      extraImports: [`import { dateIn } from '@/lib/time';`],
      body: `  const rows = await db.${entity.key}.list({ limit: 500 });
  ${today}
  const items = rows.flatMap((row) => {
    const dueOn = ${dateExpression(due)};
    return dueOn ? [{ ${identityOf(entity)}, dueOn, isClosed: ${isClosedExpression(entity)}, recipient: ${titleOfRelation(personRelation(entity))} }] : [];
  });
  return describeReminders(planReminders(items, today));`,
    };
  },
};
