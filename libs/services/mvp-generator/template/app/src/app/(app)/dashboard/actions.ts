'use server';
import { revalidatePath } from 'next/cache';
import { addSampleRows } from '@/lib/account/add-sample-rows';
import { requireUser } from '@/lib/auth';

/** Fills an empty workspace with the sample rows; one that has rows stays as it is. */
export async function addSamplesAction(): Promise<void> {
  await requireUser();
  await addSampleRows();
  revalidatePath('/', 'layout');
}
