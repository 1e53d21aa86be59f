import { entities } from '@/entities';
import { allRows } from '@/lib/account/export-rows';
import { getUser } from '@/lib/auth';
import { listFiles, readFile } from '@/lib/files/file-store';
import { getProfile } from '@/lib/profile';

export const dynamic = 'force-dynamic';

/** The profile, every row by entity and every file (in base64) of the signed-in user. */
export async function GET(): Promise<Response> {
  if (!(await getUser())) return Response.json({ error: 'Sign in first.' }, { status: 401 });
  const rows: Record<string, unknown> = { profile: await getProfile() };
  for (const entity of Object.values(entities)) rows[entity.key] = await allRows(entity.key);
  rows.files = await Promise.all(
    (await listFiles()).map(async (file) => {
      const found = await readFile(file.id);
      return { ...file, data: found ? Buffer.from(found.bytes).toString('base64') : null };
    }),
  );
  return Response.json(rows, {
    headers: {
      'Content-Disposition': 'attachment; filename="export.json"',
      'Cache-Control': 'no-store',
    },
  });
}
