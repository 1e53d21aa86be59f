export const supabaseUrl = process.env.NEXT_PUBLIC_SUPABASE_URL ?? '';
export const supabaseKey = process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? '';
export const isSupabase = supabaseUrl !== '' && supabaseKey !== '';

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
