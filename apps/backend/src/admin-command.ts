import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { authSettings } from './auth/auth-settings.js';
import { createAuth } from './auth/auth.js';
import { dataSourceOptions, migrate } from './database/data-source.js';
import { poolOf } from './database/pool.js';
import { loadProcessConfig } from './env.js';

/**
 * `admin create <e-mail>`: makes an administrator. An account that exists is promoted and keeps its password; a new
 * one gets a random password that is printed once. There is no default password and no way to do this over HTTP.
 */
async function main(args: string[]): Promise<void> {
  const [action, email] = args;
  if (action !== 'create' || !email?.includes('@')) {
    process.stderr.write('Usage: npm run admin -- create you@example.com\n');
    process.exitCode = 2;
    return;
  }
  const config = loadProcessConfig();
  const dataSource = await new DataSource(dataSourceOptions(config.database.url, 2)).initialize();
  try {
    await migrate(dataSource);
    const password = (await exists(dataSource, email)) ? null : await signUp(dataSource, email);
    await dataSource.query(`UPDATE users SET role = 'admin' WHERE email = lower($1)`, [email]);
    process.stdout.write(`${email} is an administrator now.\n`);
    if (password) process.stdout.write(`Password (shown once): ${password}\n`);
  } finally {
    await dataSource.destroy();
  }

  async function signUp(source: DataSource, address: string): Promise<string> {
    const auth = createAuth(poolOf(source), authSettings(config));
    const generated = randomBytes(18).toString('base64url');
    await auth.api.signUpEmail({
      body: { email: address, password: generated, name: 'Administrator' },
    });
    return generated;
  }
}

async function exists(dataSource: DataSource, email: string): Promise<boolean> {
  const rows: unknown[] = await dataSource.query(`SELECT 1 FROM users WHERE email = lower($1)`, [
    email,
  ]);
  return rows.length > 0;
}

await main(process.argv.slice(2));
