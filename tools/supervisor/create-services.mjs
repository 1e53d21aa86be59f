import path from 'node:path';
import process from 'node:process';
import { say } from '../progress.mjs';
import { BACKEND_ARGS, BACKEND_ENV } from './backend-program.mjs';
import { openRotatingLog } from './rotating-log.mjs';
import { Service } from './service.mjs';

/**
 * The two processes of the product. The backend has the public port and passes pages on to the frontend,
 * which listens on this machine only.
 * @param {object} options
 * @param {string} options.root of the checkout
 * @param {import('./settings.mjs').Settings} options.settings
 * @param {string} options.databaseUrl
 * @param {number} options.frontendPort
 * @param {NodeJS.ProcessEnv} options.browserEnv what tells the backend of an installed browser
 * @param {string} options.logs folder
 * @param {(service: Service, problem: string) => void} options.onGiveUp
 * @returns {Service[]}
 */
export function createServices({
  root,
  settings,
  databaseUrl,
  frontendPort,
  browserEnv,
  logs,
  onGiveUp,
}) {
  /** @type {NodeJS.ProcessEnv} */
  const shared = { ...process.env, NODE_ENV: 'production' };
  return [create('backend', backend()), create('frontend', frontend())];

  function backend() {
    return {
      args: BACKEND_ARGS,
      env: {
        ...BACKEND_ENV,
        ...shared,
        ...browserEnv,
        DATABASE_URL: databaseUrl,
        PORT: String(settings.port),
        HATCHR_HOST: settings.host,
        HATCHR_DATA: settings.dataDir,
        FRONTEND_URL: `http://127.0.0.1:${frontendPort}`,
      },
    };
  }

  function frontend() {
    const next = path.join(root, 'node_modules/next/dist/bin/next');
    // Pages need no database, so they do not get its password.
    const { DATABASE_URL: _, ...env } = shared;
    const args = [next, 'start', '-p', String(frontendPort), '-H', '127.0.0.1'];
    return { args, env };
  }

  /**
   * @param {string} name
   * @param {{ args: string[], env: NodeJS.ProcessEnv }} how
   */
  function create(name, { args, env }) {
    /** @type {Service} */
    const service = new Service({
      name,
      args,
      env,
      cwd: path.join(root, 'apps', name),
      log: openRotatingLog(path.join(logs, `${name}.log`)),
      say,
      onGiveUp: (problem) => onGiveUp(service, problem),
    });
    return service;
  }
}
