// `status` under load, against the least that could answer the same question over the same database.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { median } from '../measure.mjs';

const bareServer = fileURLToPath(new URL('./bare-lookup-server.mjs', import.meta.url));
const CONNECTIONS = 32;
// As many as the backend has by default (DATABASE_POOL_SIZE).
const POOL_SIZE = 10;

/**
 * @param {import('../measure.mjs').BenchContext} context
 * @param {{ peers: ReturnType<typeof import('../peers.mjs').installPeers>, address: string, cookie: string,
 *   jobId: string, databaseUrl: string }} input cookie: of the job's owner
 * @returns {Promise<import('../measure.mjs').Figure[]>}
 */
export async function benchStatus(
  { isShort, say },
  { peers, address, cookie, jobId, databaseUrl },
) {
  const autocannon = peers.require('autocannon');
  const question = encodeURIComponent(JSON.stringify({ jobId }));
  const bare = await startBareServer(databaseUrl);
  const contestants = {
    status: { url: `${address}/trpc/status?input=${question}`, headers: { cookie } },
    bare: { url: `http://127.0.0.1:${bare.port}/${jobId}` },
  };
  const rates = { status: /** @type {number[]} */ ([]), bare: /** @type {number[]} */ ([]) };
  try {
    for (let round = 0; round <= (isShort ? 2 : 5); round++)
      for (const name of /** @type {const} */ (['status', 'bare'])) {
        const rate = await load(autocannon, contestants[name], isShort ? 2 : 4);
        if (round > 0) rates[name].push(rate);
        say(`  ${name}: ${Math.round(rate)} requests/s${round === 0 ? ' (warming up)' : ''}`);
      }
  } finally {
    await bare.stop();
  }
  const baseline = { name: 'node:http + pg primary key', value: median(rates.bare) };
  const target = { ratioAtLeast: 0.4 };
  const name = `status over HTTP, ${CONNECTIONS} connections`;
  return [{ name, value: median(rates.status), unit: 'requests/s', baseline, target }];
}

/**
 * @param {(options: object) => Promise<any>} autocannon
 * @param {{ url: string, headers?: Record<string, string> }} target
 * @param {number} duration seconds
 * @returns {Promise<number>} requests per second
 */
async function load(autocannon, target, duration) {
  const result = await autocannon({ ...target, connections: CONNECTIONS, duration });
  const bad = result.errors + result.timeouts + result.non2xx;
  if (bad > 0 || result['2xx'] === 0)
    throw new Error(`${bad} of ${result.requests.total} requests to ${target.url} failed.`);
  return result['2xx'] / result.duration;
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
    stop: async () => {
      child.stdin.end();
      await gone;
    },
  };
}
