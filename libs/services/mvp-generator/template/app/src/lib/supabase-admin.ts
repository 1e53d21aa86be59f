import 'server-only';
import { createClient } from '@supabase/supabase-js';
import { realtimeOptions, supabaseUrl } from './env';

/** The client of the service role, or null where the server has no secret key. It passes row level security. */
export function supabaseAdmin() {
  const key = process.env.SUPABASE_SECRET_KEY;
  if (!key) return null;
  return createClient(supabaseUrl, key, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: realtimeOptions,
  });
}
