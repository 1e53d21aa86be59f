import { createServerClient } from '@supabase/ssr';
import { NextResponse, type NextRequest } from 'next/server';
import { isSupabase, realtimeOptions, supabaseKey, supabaseUrl } from '@/lib/env';

const isDevelopment = process.env.NODE_ENV === 'development';

/** FRAME_ANCESTORS is read at run time: origins, apart by spaces, that may show this site in a frame. */
function securityHeaders(request: NextRequest): Record<string, string> {
  const ancestors = (process.env.FRAME_ANCESTORS ?? '').replace(/[;,\r\n]/g, ' ').trim();
  const policy = [
    "default-src 'self'",
    // Next.js puts what a page needs to start into inline scripts; a nonce would rule out static pages.
    `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https:",
    `connect-src 'self'${isSupabase ? ` ${new URL(supabaseUrl).origin}` : ''}${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-ancestors 'self'${ancestors ? ` ${ancestors}` : ''}`,
  ].join('; ');
  const isHttps = request.headers.get('x-forwarded-proto')?.split(',')[0] === 'https';
  return {
    'Content-Security-Policy': policy,
    ...(isHttps ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}

/** Adds the security headers to every page, and in Supabase mode refreshes the session. */
export async function proxy(request: NextRequest) {
  const response = await refreshSession(request);
  for (const [name, value] of Object.entries(securityHeaders(request)))
    response.headers.set(name, value);
  return response;
}

/** Refreshes the Supabase session cookie. A no-op in local mode. Access control lives in requireUser(). */
async function refreshSession(request: NextRequest) {
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
