import 'server-only';
import { entities } from '@/entities';
import { getDb, repositoryOf } from './db';
import type { EntityDefinition } from './entity';
import { listFiles } from './files/file-store';
import { titleOf, type FormatContext } from './format';
import { getProfile } from './profile';

export interface RelationOption {
  value: string;
  label: string;
}

// A form offers at most this many related rows; beyond it a picker with search is the better control.
const MAX_OPTIONS = 500;

export interface PageContext extends FormatContext {
  options: Readonly<Record<string, RelationOption[]>>;
}

/** Titles of the rows that these entities point at, so that lists and forms can name them. */
export async function loadContext(...shown: EntityDefinition[]): Promise<PageContext> {
  const [db, profile] = await Promise.all([getDb(), getProfile()]);
  const keys = new Set(
    shown.flatMap((entity) => entity.fields.flatMap((field) => field.target ?? [])),
  );
  const titles = new Map<string, string>();
  const options: Record<string, RelationOption[]> = {};
  const format = { timeZone: profile.time_zone, titles };
  // A related row may itself be named by what it points at, so those titles come first.
  const all = Object.values(entities) as EntityDefinition[];
  const wanted = all.filter((entity) => keys.has(entity.key));
  const deeper = new Set(
    wanted.flatMap((entity) =>
      entity.fields
        .filter((field) => field.name === entity.titleField)
        .flatMap((field) => field.target ?? []),
    ),
  );
  for (const entity of [...all.filter((other) => deeper.has(other.key)), ...wanted]) {
    const rows = await repositoryOf(db, entity.key).list({ limit: MAX_OPTIONS });
    const list = rows.map((row) => ({ value: row.id, label: titleOf(entity, row, format) }));
    for (const option of list) titles.set(option.value, option.label);
    options[entity.key] = list;
  }
  const hasFiles = shown.some((entity) => entity.fields.some((field) => field.kind === 'file'));
  const files = new Map((hasFiles ? await listFiles() : []).map((file) => [file.id, file]));
  return { ...format, files, options };
}
