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

/** One line under a count that says more than the count: what is coming, what is open, or what is new. */
async function noteOf(entity: EntityDefinition, today: string): Promise<string> {
  const repository = repositoryOf(await getDb(), entity.key);
  const date = dateField(entity);
  if (date) {
    const between = { column: date.name, from: today, to: addDays(today, 8) };
    const count = await repository.count({ between });
    if (count > 0) return `${count} in the next 7 days`;
  }
  const status = statusField(entity);
  const open = status?.options?.[0];
  if (status && open) {
    const count = await repository.count({ filter: { [status.name]: open.value } });
    if (count > 0) return `${count} ${open.label.toLowerCase()}`;
  }
  const between = { column: 'created_at', from: addDays(today, -7), to: addDays(today, 2) };
  return `${await repository.count({ between })} added in 7 days`;
}

/** Everything that the dashboard shows besides the feature: counts, charts and the latest rows. */
export async function loadDashboard() {
  const [db, { time_zone }] = await Promise.all([getDb(), getProfile()]);
  const today = dateIn(new Date().toISOString(), time_zone);
  const [counts, notes, recent, weeks, statusCharts] = await Promise.all([
    Promise.all(all.map((entity) => repositoryOf(db, entity.key).count())),
    Promise.all(all.map((entity) => noteOf(entity, today))),
    repositoryOf(db, mainEntity.key).list({
      limit: 6,
      orderBy: { column: 'updated_at', ascending: false },
    }),
    loadWeeks(today, time_zone),
    loadStatusCharts(),
  ]);
  const tiles = all.map((entity, index) => ({
    entity,
    count: counts[index] ?? 0,
    note: notes[index] ?? '',
  }));
  return { all, tiles, recent, weeks, statusCharts, isEmpty: counts.every((count) => count === 0) };
}
