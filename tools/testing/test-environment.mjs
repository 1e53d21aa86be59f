import process from 'node:process';

/** Settings of a running Hatchr that must not leak into its tests. */
const SETTINGS =
  /^(PORT|DATABASE_URL|REDIS_URL|PUBLIC_URL|FRONTEND_URL|NODE_ENV|HATCHR_(?!STARTED_AT).*)$/;

/**
 * The environment for tests: that of the machine, without what configures a running Hatchr.
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {NodeJS.ProcessEnv}
 */
export function testEnvironment(environment = process.env) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !SETTINGS.test(name)));
}
