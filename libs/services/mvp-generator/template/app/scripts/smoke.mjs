// Starts the production build with an empty database and visits every page: `npm run build && npm run smoke`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

const MAX_FIRST_LOAD = 200_000;
const problems = [];

/** Every page of src/app without a parameter in its path. */
function pagesOf(folder, path = '') {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'page.tsx') return [path || '/'];
    if (!entry.isDirectory() || entry.name.startsWith('[')) return [];
    const part = entry.name.startsWith('(') ? '' : `/${entry.name}`;
    return pagesOf(join(folder, entry.name), path + part);
  });
}

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = probe.address();
    probe.close(() => resolve(free));
  });
});
const base = `http://127.0.0.1:${port}`;
const prefix = process.env.APP_BASE_PATH ?? '';
const data = mkdtempSync(join(tmpdir(), 'smoke-'));
const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
const app = spawn(process.execPath, [next, 'start', '-p', String(port), '-H', '127.0.0.1'], {
  env: { ...process.env, DATA_DIR: data, NEXT_PUBLIC_SUPABASE_URL: '', NODE_ENV: 'production' },
  stdio: ['ignore', 'inherit', 'inherit'],
});

let cookie = '';
const ask = (path, init = {}) =>
  fetch(base + prefix + path, {
    redirect: 'manual',
    ...init,
    headers: { ...init.headers, ...(cookie ? { cookie } : {}) },
  });

async function openDemo() {
  const html = await (await ask('/login')).text();
  const form = [...html.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => text.includes('demo workspace'));
  const body = new FormData();
  for (const [, name, value = ''] of (form ?? '').matchAll(
    /<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g,
  ))
    body.append(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  const answer = await ask('/login', { method: 'POST', body, headers: { origin: base } });
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  if (!cookie) problems.push(`The demo workspace did not open (${answer.status}).`);
}

async function visit(path) {
  const answer = await ask(path);
  const html = await answer.text();
  const isBroken = /<template data-dgst=|__next_error__|could not be loaded/.test(html);
  if (![200, 307].includes(answer.status) || isBroken)
    if (path !== '/outbox') problems.push(`${path} answered ${answer.status}.`);
  return html;
}

async function firstLoad(html) {
  const sources = new Set(
    [...html.matchAll(/<script[^>]+src="([^"]+\.js[^"]*)"([^>]*)/g)]
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map(([, source]) => source),
  );
  let bytes = 0;
  for (const source of sources)
    bytes += gzipSync(Buffer.from(await (await fetch(new URL(source, base))).arrayBuffer())).length;
  return bytes;
}

try {
  for (let round = 0; round < 200; round++) {
    if (
      await ask('/api/health').then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break;
    await delay(100);
  }
  const size = await firstLoad(await visit('/'));
  if (size > MAX_FIRST_LOAD) problems.push(`The landing page loads ${size} bytes of script.`);
  const hidden = await ask('/api/export');
  if (hidden.status !== 401) problems.push('The export is open to visitors.');
  await openDemo();
  const paths = [
    ...pagesOf('src/app'),
    '/robots.txt',
    '/sitemap.xml',
    '/opengraph-image',
    '/api/export',
  ];
  for (const path of paths) await visit(path);
  console.log(
    `${paths.length} pages visited; first load of the landing page ${(size / 1000).toFixed(1)} kB gzipped.`,
  );
} finally {
  app.kill('SIGTERM');
  await new Promise((resolve) => (app.exitCode === null ? app.on('exit', resolve) : resolve()));
  rmSync(data, { recursive: true, force: true });
}
for (const problem of problems) console.error(`problem  ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);
