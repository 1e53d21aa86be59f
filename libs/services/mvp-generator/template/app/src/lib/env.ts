export const supabaseUrl = process.env.NEXT_PUBLIC_SUPABASE_URL ?? '';
export const supabaseKey = process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? '';
export const isSupabase = supabaseUrl !== '' && supabaseKey !== '';

/** Shows the local outbox on screen. Off in production: who sees it can reset any password. */
export const showsOutbox = !isSupabase && process.env.NODE_ENV !== 'production';

/** Public address of the site with its path prefix and no slash at the end. */
export const siteUrl = `${(process.env.SITE_URL || 'http://localhost:3000').replace(/\/$/, '')}${process.env.APP_BASE_PATH ?? ''}`;

/** supabase-js insists on a WebSocket class at start-up. Node 20 has none and this app does not use Realtime. */
export const realtimeOptions =
  typeof WebSocket === 'undefined'
    ? {
        transport: class {
          constructor() {
            throw new Error('Realtime needs Node 22 or newer.');
          }
        } as unknown as typeof WebSocket,
      }
    : {};
