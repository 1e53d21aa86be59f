import 'server-only';
import { entities } from '@/entities';
import { getDb, repositoryOf } from './db';
import { dateField, statusField, type EntityDefinition } from './entity';
import { getProfile } from './profile';
import { addDays, dateIn } from './time';
import { countByStatus, countByWeek, weeksAround } from './week-points';
import { product } from '@/product';

// A chart is of at most this many rows; Supabase gives at most 1000 to a request.
const MAX_ROWS = 1000;
const MAX_STATUS_CHARTS = 2;

const all = Object.values(entities) as EntityDefinition[];
export const mainEntity = all.find((entity) => entity.key === product.feature.entity) ?? all[0]!;
const mainFirst = [mainEntity, ...all.filter((entity) => entity !== mainEntity)];

async function loadWeeks(today: string, timeZone: string) {
  const entity = mainFirst.find(dateField) ?? mainEntity;
  const date = dateField(entity);
  const column = date?.name ?? 'created_at';
  const starts = weeksAround(today, column !== 'created_at');
  // A day more on each side, because an instant may be another day in the person's time zone.
  const between = {
    column,
    from: addDays(starts[0]!, -1),
    to: addDays(starts.at(-1)!, 8),
  };
  const rows = await repositoryOf(await getDb(), entity.key).list({ between, limit: MAX_ROWS });
  return {
    title: `${entity.labelPlural} a week, by “${date?.label ?? 'Added'}”`,
    weeks: countByWeek(entity, rows, today, timeZone),
  };
}

/** One chart by status for the main kind of row and one other that has a status. */
async function loadStatusCharts() {
  const db = await getDb();
  const charted = mainFirst.filter(statusField).slice(0, MAX_STATUS_CHARTS);
  return Promise.all(
    charted.map(async (entity) => {
      const rows = await repositoryOf(db, entity.key).list({ limit: MAX_ROWS });
      const name = statusField(entity)?.label.toLowerCase() ?? '';
      const isPartial = rows.length === MAX_ROWS;
      return {
        key: entity.key,
        title: `${entity.labelPlural} by ${name}${isPartial ? `, first ${MAX_ROWS}` : ''}`,
        bars: countByStatus(entity, rows),
      };
    }),
  );
}

/** Everything that the dashboard shows besides the feature: counts, charts and the latest rows. */
export async function loadDashboard() {
  const [db, { time_zone }] = await Promise.all([getDb(), getProfile()]);
  const today = dateIn(new Date().toISOString(), time_zone);
  const [counts, recent, weeks, statusCharts] = await Promise.all([
    Promise.all(all.map((entity) => repositoryOf(db, entity.key).count())),
    repositoryOf(db, mainEntity.key).list({
      limit: 6,
      orderBy: { column: 'updated_at', ascending: false },
    }),
    loadWeeks(today, time_zone),
    loadStatusCharts(),
  ]);
  const tiles = all.map((entity, index) => ({ entity, count: counts[index] ?? 0 }));
  return { all, tiles, recent, weeks, statusCharts, isEmpty: counts.every((count) => count === 0) };
}
