import { fileType, MAX_FILE_BYTES, TAKEN } from './file-type';

export interface Upload {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** What a file control sent: null where nothing was chosen, a sentence where it is not taken. */
export async function readUpload(
  sent: FormDataEntryValue | null,
): Promise<Upload | { problem: string } | null> {
  if (!(sent instanceof File) || (sent.size === 0 && sent.name === '')) return null;
  if (sent.size === 0) return { problem: 'This file is empty.' };
  if (sent.size > MAX_FILE_BYTES) return { problem: 'A file may have at most 5 MB.' };
  const bytes = new Uint8Array(await sent.arrayBuffer());
  const type = fileType(bytes, sent.name);
  if (!type) return { problem: `This kind of file is not taken. ${TAKEN}` };
  const name = sent.name
    .replace(/[\p{Cc}/\\]/gu, ' ')
    .slice(-200)
    .trim();
  return { name: name || 'file', type, bytes };
}
