import { entities } from '@/entities';
import { allRows } from '@/lib/account/export-rows';
import { getUser } from '@/lib/auth';
import { getProfile } from '@/lib/profile';

export const dynamic = 'force-dynamic';

/** The profile and every row of the signed-in user, by entity. */
export async function GET(): Promise<Response> {
  if (!(await getUser())) return Response.json({ error: 'Sign in first.' }, { status: 401 });
  const rows: Record<string, unknown> = { profile: await getProfile() };
  for (const entity of Object.values(entities)) rows[entity.key] = await allRows(entity.key);
  return Response.json(rows, {
    headers: {
      'Content-Disposition': 'attachment; filename="export.json"',
      'Cache-Control': 'no-store',
    },
  });
}
