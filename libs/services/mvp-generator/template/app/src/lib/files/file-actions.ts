'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { getDb, isEntityKey, repositoryOf } from '../db';
import type { FormState } from '../form';
import { addFile, removeFiles } from './file-store';
import { readUpload } from './read-upload';

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
  const upload = await readUpload(formData.get('file'));
  if (!upload) return { message: 'Choose a file.' };
  if ('problem' in upload) return { message: upload.problem };
  try {
    await addFile({ record_id: record.id, ...upload });
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
