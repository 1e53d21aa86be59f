'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { getDb, isEntityKey, repositoryOf } from '../db';
import type { FormState } from '../form';
import { addFile, removeFiles } from './file-store';
import { fileType, MAX_FILE_BYTES } from './file-type';

/** Attaches a file to a row of the signed-in user. */
export async function attachFile(
  key: string,
  recordId: string,
  _state: FormState,
  formData: FormData,
): Promise<FormState> {
  if (!isEntityKey(key)) throw new Error('Unknown entity.');
  const record = await repositoryOf(await getDb(), key).get(z.guid().parse(recordId));
  if (!record) return { message: 'This is no longer there.' };
  const file = formData.get('file');
  if (!(file instanceof File) || file.size === 0) return { message: 'Choose a file.' };
  if (file.size > MAX_FILE_BYTES) return { message: 'A file may have at most 5 MB.' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = fileType(bytes, file.name);
  if (!type) return { message: 'Only pictures, PDF, text and CSV files are taken.' };
  const name =
    file.name
      .replace(/[\p{Cc}/\\]/gu, ' ')
      .slice(-200)
      .trim() || 'file';
  try {
    await addFile({ record_id: record.id, name, type, bytes });
  } catch (error) {
    console.error(error);
    return { message: 'This could not be kept. Delete some files and try again.' };
  }
  revalidatePath('/', 'layout');
  return {};
}

export async function deleteFile(id: string): Promise<void> {
  await removeFiles([z.guid().parse(id)]);
  revalidatePath('/', 'layout');
}
