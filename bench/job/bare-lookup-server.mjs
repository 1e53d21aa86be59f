// The least that can answer how a job stands: node:http and one primary-key lookup. Prints its port when it listens.
// DATABASE_URL says where, POOL_SIZE how many connections.
import http from 'node:http';
import process from 'node:process';
import pg from 'pg';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.POOL_SIZE),
});

const server = http.createServer(async (request, response) => {
  try {
    const id = request.url?.slice(1);
    const { rows } = await pool.query('SELECT * FROM jobs WHERE id = $1', [id]);
    response.writeHead(rows.length > 0 ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(rows[0] ?? null));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});

server.listen(0, '127.0.0.1', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  process.stdout.write(`${address.port}\n`);
});
// The pipe ends with the bench, however that ends.
process.stdin.once('end', () => process.exit()).resume();
