import { z } from 'zod';
import { getUser } from '@/lib/auth';
import { readFile } from '@/lib/files/file-store';

export const dynamic = 'force-dynamic';

/** A file of the signed-in user. Pictures are shown, everything else is saved; nothing in a file can run here. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  if (!(await getUser())) return Response.json({ error: 'Sign in first.' }, { status: 401 });
  const { id } = await params;
  const found = z.guid().safeParse(id).success ? await readFile(id) : null;
  if (!found) return Response.json({ error: 'There is no such file.' }, { status: 404 });
  const { file, bytes } = found;
  const how = file.type.startsWith('image/') ? 'inline' : 'attachment';
  return new Response(bytes, {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
