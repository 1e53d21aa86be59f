import { entities } from '@/entities';
import { getUser } from '@/lib/auth';
import { getDb, repositoryOf } from '@/lib/db';

export const dynamic = 'force-dynamic';

/** Every row of the signed-in user, by entity. */
export async function GET(): Promise<Response> {
  if (!(await getUser())) return Response.json({ error: 'Sign in first.' }, { status: 401 });
  const db = await getDb();
  const tables = await Promise.all(
    Object.values(entities).map(
      async (entity) =>
        [entity.key, await repositoryOf(db, entity.key).list({ limit: 10_000 })] as const,
    ),
  );
  return Response.json(Object.fromEntries(tables), {
    headers: {
      'Content-Disposition': 'attachment; filename="export.json"',
      'Cache-Control': 'no-store',
    },
  });
}
