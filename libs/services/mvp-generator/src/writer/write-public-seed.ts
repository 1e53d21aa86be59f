import { sqlName, sqlString } from '../escape/escape-text.js';
import { statusOf, type AppModel } from '../model/app-model.js';
import { publicOf } from './write-public.js';

const shown = 6;
// A status that says that a row is no longer open to strangers.
const closedWords =
  /over$|cancel|closed|full|done|complet|finished|no_show|declin|draft|sold|covered|deliver|confirm|seated|shot|editing|accept|reached|archiv/u;
// Days from today and hours at which a demo owner still has time; none of the other demo rows is then.
const freeTimes = [
  [3, 10],
  [3, 14],
  [4, 11],
  [5, 9],
  [5, 15],
  [8, 10],
] as const;

/**
 * Lines for the seed that publish some of the demo rows, so that the page has something on it. On a booking page
 * they become times that are still free; elsewhere those that are closed stay private.
 */
export function writePublicSeed(model: AppModel, owner: string): string {
  const page = publicOf(model);
  if (!page) return '';
  const table = `public.${sqlName(page.entity.table)}`;
  const status = statusOf(page.entity);
  const values = status?.spec.values ?? [];
  const date = page.entity.fields.find(({ spec }) => spec.type === 'datetime');
  const own = `select id, row_number() over (order by id) as place from ${table} where user_id = ${sqlString(owner)}`;
  if (page.kind === 'booking' && date) {
    const times = freeTimes
      .map(([days, hours], index) => `(${String(index + 1)}, ${String(days)}, ${String(hours)})`)
      .join(', ');
    const first =
      status && values[0] ? `, ${sqlName(status.column)} = ${sqlString(values[0].value)}` : '';
    return `
-- The first rows become times that visitors can still ask for.
update ${table} set is_published = true, ${sqlName(date.column)} = date_trunc('day', now()) + make_interval(days => free.days, hours => free.hours)${first}
from (${own}) mine join (values ${times}) as free (place, days, hours) on free.place = mine.place
where ${table}.id = mine.id;
`;
  }
  const open = values.filter(({ value }) => !closedWords.test(value)).map(({ value }) => value);
  const usual = page.kind === 'status' && status && values[0] ? values[0].value : undefined;
  // Of a service nearly everything works nearly always.
  const mostlyFine =
    status && usual !== undefined
      ? `update ${table} set ${sqlName(status.column)} = ${sqlString(usual)} where id in (select id from (${own}) mine where place <> 2);\n`
      : '';
  const isOpen =
    status && open.length > 0 && ['listing', 'rsvp'].includes(page.kind)
      ? ` and ${sqlName(status.column)} in (${open.map(sqlString).join(', ')})`
      : '';
  return `
${mostlyFine}update ${table} set is_published = true where id in (select id from ${table} where user_id = ${sqlString(owner)}${isOpen} order by id limit ${String(shown)});
`;
}
