import { createServerClient } from '@supabase/ssr';
import { NextResponse, type NextRequest } from 'next/server';
import { isSupabase, realtimeOptions, supabaseKey, supabaseUrl } from '@/lib/env';

/** Refreshes the Supabase session cookie. A no-op in local mode. Access control lives in requireUser(). */
export async function proxy(request: NextRequest) {
  let response = NextResponse.next({ request });
  if (!isSupabase) return response;
  const client = createServerClient(supabaseUrl, supabaseKey, {
    realtime: realtimeOptions,
    cookies: {
      getAll: () => request.cookies.getAll(),
      setAll: (list) => {
        for (const { name, value } of list) request.cookies.set(name, value);
        response = NextResponse.next({ request });
        for (const { name, value, options } of list) response.cookies.set(name, value, options);
      },
    },
  });
  await client.auth.getUser();
  return response;
}

export const config = {
  matcher: [
    '/((?!_next/static|_next/image|favicon.ico|icon.svg|.*\\.(?:png|jpg|svg|webp|woff2)$).*)',
  ],
};
