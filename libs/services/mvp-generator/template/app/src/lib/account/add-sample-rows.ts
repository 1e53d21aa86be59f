import 'server-only';
import { getDb, repositoryOf } from '../db';
import { dateIn } from '../time';
import { sampleRows, type SampleCell } from '@/sample-rows';

const DAY = 86_400_000;

/** Adds the sample rows to the signed-in user's empty workspace. Where there is a row already it adds none. */
export async function addSampleRows(): Promise<void> {
  const db = await getDb();
  const ids: Record<string, string[]> = {};
  for (const { key } of sampleRows) if ((await repositoryOf(db, key).count()) > 0) return;
  const read = (cell: SampleCell): unknown => {
    if (cell === null || typeof cell !== 'object') return cell;
    if ('target' in cell) return ids[cell.target]?.[cell.row] ?? null;
    const date = dateIn(new Date(Date.now() + cell.days * DAY).toISOString(), 'UTC');
    return cell.hour === undefined
      ? date
      : `${date}T${String(cell.hour).padStart(2, '0')}:00:00.000Z`;
  };
  for (const { key, rows } of sampleRows) {
    const made: string[] = [];
    for (const row of rows) {
      const values = Object.entries(row).map(([name, cell]) => [name, read(cell)]);
      made.push((await repositoryOf(db, key).create(Object.fromEntries(values) as object)).id);
    }
    ids[key] = made;
  }
}
