import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Repository } from '../db/repository';
import { valueOf, type BaseRow, type EntityDefinition } from '../entity';
import { addFile, removeFiles } from './file-store';
import { readUpload, type Upload } from './read-upload';

/** What a form sends in its file fields. */
export interface FormFiles {
  uploads: ReadonlyMap<string, Upload>;
  /** Fields whose file is to be taken away. */
  removed: readonly string[];
  /** Field to the sentence that says why its file is not taken. */
  errors: Readonly<Record<string, string>>;
}

const fileFields = (entity: EntityDefinition): string[] =>
  entity.fields.filter((field) => field.kind === 'file').map((field) => field.name);

export async function readFormFiles(
  entity: EntityDefinition,
  formData: FormData,
): Promise<FormFiles> {
  const uploads = new Map<string, Upload>();
  const errors: Record<string, string> = {};
  for (const name of fileFields(entity)) {
    const upload = await readUpload(formData.get(name));
    if (upload && 'problem' in upload) errors[name] = upload.problem;
    else if (upload) uploads.set(name, upload);
  }
  const removed = fileFields(entity).filter((name) => formData.get(`${name}.remove`) === 'true');
  return { uploads, removed, errors };
}

/** A browser never sends a file twice by itself, so a form that comes back says that it is to be chosen again. */
export function errorsWithFiles(
  { uploads, errors }: FormFiles,
  others: Record<string, string>,
): Record<string, string> {
  const again = [...uploads.keys()].map((name) => [name, 'Choose the file again.']);
  return { ...Object.fromEntries(again), ...errors, ...others };
}

async function keep(recordId: string, uploads: FormFiles['uploads']) {
  const kept: Record<string, string> = {};
  try {
    for (const [name, upload] of uploads)
      kept[name] = await addFile({ record_id: recordId, ...upload });
  } catch (error) {
    await removeFiles(Object.values(kept));
    throw error;
  }
  return kept;
}

/**
 * Saves a row with its files: a new file first, so that no row refers to one that could not be kept, and what it
 * replaces last. Gives null when the row is not there. A file is changed by an upload or its removal only, never by an
 * id that a form sends.
 */
export async function saveWithFiles(
  repository: Repository<BaseRow, object>,
  entity: EntityDefinition,
  id: string | null,
  input: object,
  { uploads, removed }: FormFiles,
): Promise<BaseRow | null> {
  const before = id ? await repository.get(id) : null;
  if (id && !before) return null;
  const recordId = id ?? randomUUID();
  const kept = await keep(recordId, uploads);
  const names = fileFields(entity);
  const values = {
    ...Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name))),
    ...Object.fromEntries(removed.map((name) => [name, null])),
    ...kept,
  };
  let row: BaseRow | null = null;
  try {
    row = id
      ? await repository.update(id, values)
      : await repository.create(values, uploads.size > 0 ? recordId : undefined);
  } finally {
    if (!row) await removeFiles(Object.values(kept));
  }
  const replaced = [...removed, ...uploads.keys()].map((name) => before && valueOf(before, name));
  await removeFiles(replaced.filter((old): old is string => typeof old === 'string'));
  return row;
}
