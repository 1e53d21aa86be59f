'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { publicPage } from '@/public-page';
import { readForm } from './form';
import { addResponse, markAccepted, removeResponse, setPublished } from './public-data';
import { visitorHash } from './visitor';

const answers = {
  booking: ['request'],
  listing: ['enquiry'],
  rsvp: ['yes', 'no', 'maybe'],
  status: [],
  roadmap: ['vote'],
} as const;

const responseInput = z
  .object({
    record_id: z.guid(),
    answer: z.string(),
    name: z.string().trim().max(120).default(''),
    contact: z.string().trim().max(200).default(''),
    message: z.string().trim().max(2000).default(''),
  })
  .refine(({ answer, name }) => answer === 'vote' || name !== '');

/** Takes what a visitor sends. Whether the row is published, the database checks. */
export async function sendResponse(formData: FormData): Promise<void> {
  if (!publicPage) throw new Error('This product has no public page.');
  const parsed = responseInput.safeParse(readForm(formData));
  const allowed: readonly string[] = answers[publicPage.kind];
  let result = 'failed';
  if (parsed.success && allowed.includes(parsed.data.answer)) {
    try {
      const isVote = parsed.data.answer === 'vote';
      await addResponse({ ...parsed.data, visitor: isVote ? await visitorHash() : '' });
      result = 'sent';
    } catch (error) {
      // The database holds one vote for each visitor and row.
      if ((error as { code?: string }).code === '23505') result = 'voted';
      else console.error(error);
    }
  }
  revalidatePath('/', 'layout');
  redirect(`${publicPage.route}?result=${result}`);
}

export async function publishRecord(id: string, value: boolean): Promise<void> {
  await setPublished(z.guid().parse(id), value === true);
  revalidatePath('/', 'layout');
}

export async function deleteResponse(id: string): Promise<void> {
  await removeResponse(z.guid().parse(id));
  revalidatePath('/', 'layout');
}

/** Accepts a request for a time, which nobody else can then ask for. */
export async function acceptRequest(recordId: string, id: string): Promise<void> {
  await markAccepted(z.guid().parse(id));
  await publishRecord(recordId, false);
}
