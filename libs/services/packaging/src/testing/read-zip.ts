import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

export interface ZipEntry {
  name: string;
  mode: number;
  /** 0 stored, 8 deflated. */
  method: number;
  /** MS-DOS date and time, which have no zone. */
  dosDate: number;
  dosTime: number;
  hasDataDescriptor: boolean;
  isUtf8: boolean;
  content: Buffer;
}

/** Every entry in the order of the central directory, its CRC checked by yauzl. */
export async function readZip(bytes: Buffer): Promise<ZipEntry[]> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  const entries: ZipEntry[] = [];
  for await (const entry of zip.eachEntry())
    entries.push({
      name: entry.fileName,
      mode: entry.externalFileAttributes >>> 16,
      method: entry.compressionMethod,
      dosDate: entry.lastModFileDate,
      dosTime: entry.lastModFileTime,
      hasDataDescriptor: (entry.generalPurposeBitFlag & 0x8) !== 0,
      isUtf8: (entry.generalPurposeBitFlag & 0x800) !== 0,
      content: await buffer(await zip.openReadStreamPromise(entry)),
    });
  return entries;
}

/** Unpacks to `folder`, as a person would. */
export async function unpackZip(bytes: Buffer, folder: string): Promise<void> {
  for (const entry of await readZip(bytes)) {
    const path = join(folder, entry.name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, entry.content, { mode: entry.mode & 0o777 });
  }
}
