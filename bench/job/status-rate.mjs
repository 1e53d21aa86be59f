// `status` under load, against the least that could answer the same question over the same database.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { median } from '../measure.mjs';
import { processorTime } from '../process-usage.mjs';

const bareServer = fileURLToPath(new URL('./bare-lookup-server.mjs', import.meta.url));
const CONNECTIONS = 32;
// As many as the backend has by default (DATABASE_POOL_SIZE).
const POOL_SIZE = 10;

/**
 * @param {import('../measure.mjs').BenchContext} context
 * @param {{ peers: ReturnType<typeof import('../peers.mjs').installPeers>, address: string, pid: number,
 *   cookie: string, jobId: string, databaseUrl: string }} input pid: of the backend; cookie: of the job's owner
 * @returns {Promise<import('../measure.mjs').Figure[]>}
 */
export async function benchStatus({ isShort, say }, input) {
  const { peers, address, pid, cookie, jobId, databaseUrl } = input;
  const autocannon = peers.require('autocannon');
  const question = encodeURIComponent(JSON.stringify({ jobId }));
  const bare = await startBareServer(databaseUrl);
  const contestants = {
    status: { url: `${address}/trpc/status?input=${question}`, headers: { cookie }, pid },
    bare: { url: `http://127.0.0.1:${bare.port}/${jobId}`, pid: bare.pid },
  };
  const loads = { status: /** @type {Load[]} */ ([]), bare: /** @type {Load[]} */ ([]) };
  try {
    for (let round = 0; round <= (isShort ? 2 : 5); round++)
      for (const name of /** @type {const} */ (['status', 'bare'])) {
        const load = await putLoad(autocannon, contestants[name], isShort ? 2 : 4);
        if (round > 0) loads[name].push(load);
        say(`  ${name}: ${Math.round(load.rate)} requests/s${round === 0 ? ' (warming up)' : ''}`);
      }
  } finally {
    await bare.stop();
  }
  return toFigures(loads);
}

/** @typedef {{ rate: number, processorMs: number }} Load requests per second; time on a core for each */

/**
 * @param {Record<'status' | 'bare', Load[]>} loads
 * @returns {import('../measure.mjs').Figure[]}
 */
function toFigures({ status, bare }) {
  const medianOf = (/** @type {Load[]} */ loads, /** @type {keyof Load} */ key) =>
    median(loads.map((load) => load[key]));
  const figure = (/** @type {keyof Load} */ key) => ({
    value: medianOf(status, key),
    baseline: { name: 'node:http + pg primary key', value: medianOf(bare, key) },
  });
  const name = `status over HTTP, ${CONNECTIONS} connections`;
  const rate = { name, unit: 'requests/s', ...figure('rate'), target: { ratioAtLeast: 0.4 } };
  const processor = {
    name: '  core time of the server for each',
    unit: 'ms',
    ...figure('processorMs'),
  };
  return Number.isFinite(processor.value) ? [rate, processor] : [rate];
}

/**
 * @param {(options: object) => Promise<any>} autocannon
 * @param {{ url: string, headers?: Record<string, string>, pid: number }} target pid: of the server
 * @param {number} duration seconds
 * @returns {Promise<Load>}
 */
async function putLoad(autocannon, { pid, ...target }, duration) {
  const before = processorTime(pid) ?? Number.NaN;
  const result = await autocannon({ ...target, connections: CONNECTIONS, duration });
  const answered = result['2xx'];
  const bad = result.errors + result.timeouts + result.non2xx;
  if (bad > 0 || answered === 0)
    throw new Error(`${bad} of ${result.requests.total} requests to ${target.url} failed.`);
  const spent = (processorTime(pid) ?? Number.NaN) - before;
  return { rate: answered / result.duration, processorMs: spent / answered };
}

/** @param {string} databaseUrl */
async function startBareServer(databaseUrl) {
  const env = { ...process.env, DATABASE_URL: databaseUrl, POOL_SIZE: String(POOL_SIZE) };
  const child = spawn(process.execPath, [bareServer], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    gone.then(() => Promise.reject(new Error('The bare server did not start.'))),
  ]);
  return {
    port: Number(line),
    pid: Number(child.pid),
    stop: async () => {
      child.stdin.end();
      await gone;
    },
  };
}
