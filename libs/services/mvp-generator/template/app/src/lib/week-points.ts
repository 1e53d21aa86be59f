import { dateField, statusField, valueOf, type BaseRow, type EntityDefinition } from './entity';
import { addDays, dateIn } from './time';

// Enough of the past to see a pattern, enough of what is planned to act on it.
const WEEKS_BACK = 8;
const WEEKS_AHEAD = 4;

export interface Week {
  /** Monday, as YYYY-MM-DD. */
  start: string;
  count: number;
  isCurrent: boolean;
}

/** The Mondays from eight weeks ago to three weeks ahead; only past ones where rows are placed by when they were made. */
export function weeksAround(today: string, hasFuture: boolean): string[] {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(today, -weekday);
  const last = hasFuture ? WEEKS_AHEAD : 1;
  return Array.from({ length: WEEKS_BACK + last }, (_, index) =>
    addDays(monday, 7 * (index - WEEKS_BACK)),
  );
}

/** How many rows fall into each week, by the entity's own date, else by the day on which they were made. */
export function countByWeek(
  entity: EntityDefinition,
  rows: readonly BaseRow[],
  today: string,
  timeZone: string,
): Week[] {
  const column = dateField(entity)?.name ?? 'created_at';
  const days = rows.flatMap((row) => {
    const moment = valueOf(row, column);
    if (typeof moment !== 'string') return [];
    return moment.length > 10 ? dateIn(moment, timeZone) : moment;
  });
  return weeksAround(today, column !== 'created_at').map((start) => {
    const end = addDays(start, 7);
    return {
      start,
      count: days.filter((day) => day >= start && day < end).length,
      isCurrent: today >= start && today < end,
    };
  });
}

/** One bar for each choice of the entity's status, or nothing where it has none. */
export function countByStatus(
  entity: EntityDefinition,
  rows: readonly BaseRow[],
): { label: string; value: number }[] {
  const status = statusField(entity);
  return (status?.options ?? []).map(({ value, label }) => ({
    label,
    value: rows.filter((row) => status && valueOf(row, status.name) === value).length,
  }));
}
