'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { entities } from '@/entities';
import { getDb, isEntityKey, repositoryOf } from './db';
import { fieldOf, type EntityDefinition } from './entity';
import { listFiles, removeFiles } from './files/file-store';
import { errorsWithFiles, readFormFiles, saveWithFiles } from './files/save-with-files';
import { fieldErrors, readForm, type FormState } from './form';
import { getProfile } from './profile';
import { fromWallClock } from './time';

// Arguments of a server action come from the browser, so each one is checked here. Whose row it is, the database checks.
function entityOf(key: string): EntityDefinition {
  if (!isEntityKey(key)) throw new Error('Unknown entity.');
  return entities[key] as EntityDefinition;
}
const rowId = z.guid();

export async function saveRecord(
  key: string,
  id: string | null,
  _state: FormState,
  formData: FormData,
): Promise<FormState> {
  const entity = entityOf(key);
  const repository = repositoryOf(await getDb(), key);
  const values = readForm(formData);
  const { time_zone: timeZone } = await getProfile();
  const read = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      fieldOf(entity, name)?.kind === 'datetime' ? fromWallClock(value, timeZone) : value,
    ]),
  );
  const parsed = entity.input.safeParse(read);
  const files = await readFormFiles(entity, formData);
  if (!parsed.success || Object.keys(files.errors).length > 0)
    return { errors: errorsWithFiles(files, fieldErrors(parsed.error)), values };
  let savedId: string | undefined;
  try {
    const known = id && rowId.parse(id);
    savedId = (await saveWithFiles(repository, entity, known, parsed.data, files))?.id;
  } catch (error) {
    console.error(error);
  }
  if (!savedId)
    return { message: 'This could not be saved. Check the values and try again.', values };
  revalidatePath('/', 'layout');
  redirect(`${entity.route}/${savedId}`);
}

/** Adds a row at the end of a thread: a moment that the form does not ask for is now, a choice its default. */
export async function postRecord(
  key: string,
  _state: FormState,
  formData: FormData,
): Promise<FormState> {
  const entity = entityOf(key);
  const values = readForm(formData);
  const now = new Date().toISOString();
  const filled: Record<string, string> = {};
  for (const field of entity.fields) {
    if (field.kind === 'datetime') filled[field.name] = now;
    else if (field.kind === 'date') filled[field.name] = now.slice(0, 10);
    else if (field.defaultValue !== undefined) filled[field.name] = field.defaultValue;
  }
  const parsed = entity.input.safeParse({ ...filled, ...values });
  const files = await readFormFiles(entity, formData);
  if (!parsed.success || Object.keys(files.errors).length > 0)
    return { errors: errorsWithFiles(files, fieldErrors(parsed.error)), values };
  try {
    await saveWithFiles(repositoryOf(await getDb(), key), entity, null, parsed.data, files);
  } catch (error) {
    console.error(error);
    return { message: 'This could not be sent. Try again.', values };
  }
  revalidatePath('/', 'layout');
  return {};
}

export async function deleteRecord(key: string, id: string): Promise<void> {
  const entity = entityOf(key);
  const before = await listFiles();
  await repositoryOf(await getDb(), key).remove(rowId.parse(id));
  // The row has taken those that refer to it along, with their files; the bytes in the bucket are left to the app.
  const left = new Set((await listFiles()).map((file) => file.id));
  await removeFiles(before.map((file) => file.id).filter((file) => !left.has(file)));
  revalidatePath('/', 'layout');
  redirect(entity.route);
}

/** Sets one choice field, for example when a card moves to another column of a board. */
export async function setChoice(
  key: string,
  id: string,
  name: string,
  value: string,
): Promise<void> {
  const entity = entityOf(key);
  const field = fieldOf(entity, name);
  if (field?.kind !== 'enum' || !field.options?.some((option) => option.value === value))
    throw new Error('Unknown value.');
  await repositoryOf(await getDb(), key).update(rowId.parse(id), { [name]: value });
  revalidatePath('/', 'layout');
}

/** The same for a card that was dropped, whose id and column are known only then. */
export async function moveCard(
  key: string,
  name: string,
  id: string,
  value: string,
): Promise<void> {
  await setChoice(key, id, name, value);
}
