import { randomBytes } from 'node:crypto';
import type { AppConfig } from '../env.js';
import type { AuthSettings } from './auth.js';
import { ensureSecretFile } from './secrets.js';

/** What better-auth needs, the same for the server and for the commands beside it. */
export function authSettings(config: AppConfig): AuthSettings {
  return {
    secret:
      config.auth.secret ??
      ensureSecretFile(config.dataDir, 'session.key', () => randomBytes(32).toString('base64url')),
    baseUrl: config.http.publicUrl ?? `http://localhost:${config.http.port}`,
    isProduction: config.isProduction,
  };
}
