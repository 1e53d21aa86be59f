import { betterAuth } from 'better-auth';
import { anonymous } from 'better-auth/plugins/anonymous';
import type { Pool } from 'pg';

export interface AuthSettings {
  secret: string;
  /** The origin that people type. */
  baseUrl: string;
  isProduction: boolean;
}

/** Sessions last a month and are renewed when used, so a guest who comes back finds their work. */
const SESSION_SECONDS = 30 * 24 * 3600;

/**
 * Sessions by better-auth: guests from the first call, e-mail and password for those who want to keep their
 * work, which moves to the account on sign-up and sign-in.
 */
export function createAuth(pool: Pool, settings: AuthSettings) {
  return betterAuth({
    appName: 'Hatchr',
    baseURL: settings.baseUrl,
    basePath: '/api/auth',
    secret: settings.secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    // The page may be opened under another name of the same host (127.0.0.1, a LAN name); a request whose
    // Origin differs from the host it is sent to is refused before it comes here.
    trustedOrigins: (request) => {
      const origin = request?.headers.get('origin');
      return origin ? [settings.baseUrl, origin] : [settings.baseUrl];
    },
    user: {
      modelName: 'users',
      additionalFields: {
        role: { type: 'string', required: false, defaultValue: 'user', input: false },
      },
    },
    session: {
      modelName: 'sessions',
      expiresIn: SESSION_SECONDS,
      updateAge: 24 * 3600,
    },
    account: { modelName: 'accounts' },
    verification: { modelName: 'verifications' },
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 200 },
    rateLimit: { enabled: settings.isProduction, window: 60, max: 100 },
    advanced: {
      cookiePrefix: 'hatchr',
      useSecureCookies: settings.baseUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
    },
    plugins: [
      anonymous({
        generateName: () => 'Guest',
        disableDeleteAnonymousUser: false,
        // Jobs and projects belong to a user id, so they move before the guest's row is deleted.
        onLinkAccount: async ({ anonymousUser, newUser }) => {
          const client = await pool.connect();
          try {
            await client.query('BEGIN');
            const owners = [newUser.user.id, anonymousUser.user.id];
            // A key that both used would break the unique index; it has served its purpose long ago.
            await client.query(
              'UPDATE jobs SET owner_id = $1, idempotency_key = NULL WHERE owner_id = $2',
              owners,
            );
            await client.query('UPDATE projects SET owner_id = $1 WHERE owner_id = $2', owners);
            await client.query('UPDATE model_calls SET user_id = $1 WHERE user_id = $2', owners);
            // An account that they have shown already, under the name that they sign in with, stays.
            await client.query(
              `UPDATE concordium_accounts SET user_id = $1 WHERE user_id = $2
                 AND NOT EXISTS (SELECT FROM concordium_accounts WHERE user_id = $1)`,
              owners,
            );
            // So does a key that the account has already.
            await client.query(
              `UPDATE model_keys AS guest SET user_id = $1 WHERE user_id = $2
                 AND NOT EXISTS (SELECT FROM model_keys WHERE user_id = $1 AND provider = guest.provider)`,
              owners,
            );
            await client.query('COMMIT');
          } catch (error) {
            await client.query('ROLLBACK');
            throw error;
          } finally {
            client.release();
          }
        },
      }),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;
