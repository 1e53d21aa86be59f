import 'server-only';
import { getDb, repositoryOf } from '../db';
import { valueOf, type BaseRow, type EntityDefinition } from '../entity';

// Supabase gives at most 1000 rows to a request.
const PAGE = 1000;

/** Every row of the signed-in user in one table. */
export async function allRows(key: string): Promise<BaseRow[]> {
  const repository = repositoryOf(await getDb(), key);
  const rows: BaseRow[] = [];
  for (;;) {
    const page = await repository.list({
      limit: PAGE,
      offset: rows.length,
      orderBy: { column: 'created_at', ascending: true },
    });
    rows.push(...page);
    if (page.length < PAGE) return rows;
  }
}

/** A value for a spreadsheet: quoted, and text that a spreadsheet would run as a formula made harmless. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function toCsv(entity: EntityDefinition, rows: readonly BaseRow[]): string {
  const columns = ['id', ...entity.fields.map((field) => field.name), 'created_at', 'updated_at'];
  const lines = rows.map((row) => columns.map((column) => cell(valueOf(row, column))).join(','));
  return [columns.join(','), ...lines, ''].join('\r\n');
}
