import { entities } from '@/entities';
import { allRows, toCsv } from '@/lib/account/export-rows';
import { getUser } from '@/lib/auth';
import type { EntityDefinition } from '@/lib/entity';

export const dynamic = 'force-dynamic';

/** The signed-in user's rows of one table as CSV. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ table: string }> },
): Promise<Response> {
  if (!(await getUser())) return Response.json({ error: 'Sign in first.' }, { status: 401 });
  const { table } = await params;
  const entity = (Object.values(entities) as EntityDefinition[]).find(
    (candidate) => candidate.table === table,
  );
  if (!entity) return Response.json({ error: 'There is no such table.' }, { status: 404 });
  return new Response(toCsv(entity, await allRows(entity.key)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${entity.table}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
