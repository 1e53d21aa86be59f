import { spawn } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../process/free-port.mjs';
import { postgresEnvironment } from './create-cluster.mjs';
import { readPostmaster } from './postmaster-lock.mjs';

// Recovery after a crash replays up to max_wal_size (1 GB); on a slow disk that takes a while.
const READY_MS = 120_000;
const LOG_BYTES = 2_000_000;

/**
 * Starts the server in a session of its own (no Ctrl-C reaches it) and waits until it accepts connections.
 * @param {object} options
 * @param {string} options.postgres absolute path of the program
 * @param {import('./location.mjs').Location} options.location
 * @param {number | undefined} options.preferredPort
 * @param {string[]} options.flags
 * @param {string} options.logFile
 * @returns {Promise<{ pid: number, port: number }>}
 */
export async function launchPostmaster({ postgres, location, preferredPort, flags, logFile }) {
  const port = await findFreePort(preferredPort);
  const log = openLog(logFile);
  const child = spawn(postgres, [...settings(location.cluster, port), ...flags], {
    ...postgresEnvironment(location.account),
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', log],
  });
  fs.closeSync(log);
  /** @type {string | undefined} */
  let ending;
  child.once('error', (error) => (ending = error.message));
  child.once('exit', (code, signal) => (ending = `exit ${code ?? signal}`));
  child.unref();

  const until = Date.now() + READY_MS;
  for (;;) {
    if (ending) throw new Error(`Postgres did not start (${ending}):\n${lastLines(logFile)}`);
    const server = readPostmaster(location.cluster);
    if (server?.isReady && server.pid === child.pid) return { pid: server.pid, port };
    if (Date.now() > until) {
      child.kill('SIGQUIT');
      throw new Error(`Postgres was not ready after ${READY_MS / 1000} s:\n${lastLines(logFile)}`);
    }
    await sleep(20);
  }
}

/**
 * @param {string} cluster
 * @param {number} port
 */
function settings(cluster, port) {
  const values = {
    listen_addresses: '127.0.0.1',
    // No socket file: its folder would have to be writable for the account.
    unix_socket_directories: '',
    max_connections: 200,
    // LOG, FATAL and PANIC; rejected statements are the application's to report.
    log_min_messages: 'log',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
  };
  const args = Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', cluster, '-p', String(port), ...args];
}

/**
 * The server writes to the file itself, so that it can outlive us; a long file is set aside at start.
 * @param {string} file
 */
function openLog(file) {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES) fs.renameSync(file, `${file}.1`);
  return fs.openSync(file, 'a', 0o600);
}

/** @param {string} file */
const lastLines = (file) => fs.readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n');
