import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Resolver } from '../../network/address-guard.js';
import { HttpClient } from '../../network/http-client.js';
import { startServer, type LoopbackServer } from '../../network/loopback-server.fixture.js';
import { resolveOncePublicly, ssrfAttempts } from '../../network/ssrf-attempts.fixture.js';
import { HostLimit } from '../host-limit.js';
import { HttpPageReader } from '../http-page-reader.adapter.js';
import { MemoryRobotsCache } from '../memory-robots-cache.fixture.js';
import type { ReadPage } from '../page-reader.port.js';
import { Robots } from '../robots.js';
import { BrowserPageReader } from './browser-page-reader.adapter.js';
import { BrowserProcess, type BrowserSettings } from './browser-process.js';
import { findInstalledBrowser } from './installed-browser.fixture.js';
import type { RefusedRequest } from './page-network.js';

jest.setTimeout(60_000);

const signal = new AbortController().signal;
const html = { 'content-type': 'text/html; charset=utf-8' };
type Handler = (request: IncomingMessage, response: ServerResponse) => void;
const send =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200): Handler =>
  (_, response) =>
    response.writeHead(status, { ...html, ...headers }).end(body);
const script = (code: string, rest = '') =>
  send(`<p id="a">before</p>${rest}<script>${code}</script>`);

let settings: BrowserSettings;
let pages: Record<string, Handler>;
let site: LoopbackServer;
/** Stands for what must not be reached: it is on loopback, and nobody allow-listed it. */
let canary: LoopbackServer;
let reader: BrowserPageReader;
let fallbacks: string[];
let refused: RefusedRequest[];
/** Every browser that was asked for, the shared one too. */
let launched: BrowserProcess[];
/** Whether a test starts browsers of its own, since it is about how they start or end. */
let ownsBrowsers: boolean;
let owned: BrowserProcess[];
/** Of all other tests: starting one for each took longer than what they test. */
let shared: BrowserProcess | null = null;

const launch = BrowserProcess.launch.bind(BrowserProcess);

async function launchOwn(given: BrowserSettings): Promise<BrowserProcess> {
  const browser = await launch(given);
  owned.push(browser);
  return browser;
}

async function findShared(): Promise<BrowserProcess> {
  if (!shared || shared.isGone) shared = await launch(settings);
  return shared;
}

/** The shared browser for one reader, which must not end it. */
async function lendShared(): Promise<BrowserProcess> {
  const close = { value: () => Promise.resolve() };
  return Object.create(await findShared(), { close }) as BrowserProcess;
}

beforeAll(async () => {
  settings = await findInstalledBrowser();
  // A machine without any browser unpacks or downloads one first.
}, 240_000);

beforeEach(async () => {
  pages = { '/robots.txt': send('User-agent: *\nDisallow: /private') };
  site = await startServer((request, response) => {
    (pages[request.url ?? ''] ?? send('not here', {}, 404))(request, response);
  });
  canary = await startServer((_, response) => response.end('reached'));
  launched = [];
  owned = [];
  ownsBrowsers = false;
  jest.spyOn(BrowserProcess, 'launch').mockImplementation(async (given) => {
    const browser = await (ownsBrowsers || given !== settings ? launchOwn(given) : lendShared());
    launched.push(browser);
    return browser;
  });
  makeReader();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await reader.close();
  await site.close();
  expect(canary.asked).toEqual([]);
  await canary.close();
  for (const { pid } of owned) expect(isRunning(pid)).toBe(false);
});
afterAll(async () => {
  await shared?.close();
  if (shared) expect(isRunning(shared.pid)).toBe(false);
});

interface ReaderSettings {
  renderMs?: number;
  settleMs?: number;
  browser?: BrowserSettings;
  resolve?: Resolver;
}

const resolveAsListed: Resolver = (hostname) =>
  Promise.resolve(
    (ssrfAttempts.find(({ url }) => url.includes(hostname))?.addresses ?? ['10.0.0.1']).map(
      (address) => ({ address, family: 4 }),
    ),
  );

function makeReader({ resolve = resolveAsListed, ...more }: ReaderSettings = {}) {
  fallbacks = [];
  refused = [];
  const client = new HttpClient({
    userAgent: 'HatchrBot/1.0 (+https://hatchr.example)',
    allowHosts: [site.host],
    connectMs: 300,
    resolve,
  });
  const http = new HttpPageReader({
    client,
    robots: new Robots(client, new MemoryRobotsCache()),
    hosts: new HostLimit({ concurrency: 8 }),
    hostDelayMs: 0,
  });
  reader = new BrowserPageReader({
    browser: settings,
    client,
    http,
    settleMs: 2_000,
    onFallback: (_, why) => fallbacks.push(why),
    onRefused: (_, list) => refused.push(...list),
    ...more,
  });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function read(path: string): Promise<ReadPage> {
  const outcome = await reader.read(`${site.origin}${path}`, signal);
  if (outcome.outcome !== 'read') throw new Error(`refused: ${outcome.refusal.reason}`);
  return outcome.page;
}

describe('BrowserPageReader, reading', () => {
  it('gives the page as it is after its scripts ran, from one request to the site', async () => {
    pages['/'] = send('<div id="root"></div><script src="/app.js"></script>', {
      'x-powered-by': 'Boats',
    });
    pages['/app.js'] = send(
      `fetch('/plans.json').then((r) => r.json()).then((p) => { root.textContent = p.name + ' costs ' + p.price; });`,
      { 'content-type': 'text/javascript' },
    );
    pages['/plans.json'] = send('{"name":"Skipper","price":"9 €"}', {
      'content-type': 'application/json',
    });
    const page = await read('/');
    expect(page).toMatchObject({
      via: 'browser',
      status: 200,
      headers: { 'x-powered-by': 'Boats' },
    });
    expect(page.html).toContain('Skipper costs 9 €');
    expect(site.asked).toEqual(['/robots.txt', '/', '/app.js', '/plans.json']);
    expect(fallbacks).toEqual([]);
  });

  it('follows where a script goes, with relative addresses that still work', async () => {
    pages['/'] = script(`location.href = '/old'`);
    pages['/old'] = send('', { location: '/shop/home' }, 301);
    pages['/shop/home'] = send('<p>home</p><script src="app.js"></script>');
    pages['/shop/app.js'] = send(`document.body.append('relative works')`, {
      'content-type': 'text/javascript',
    });
    const page = await read('/');
    expect(page.url).toBe(`${site.origin}/shop/home`);
    expect(page.html).toContain('relative works');
  });

  it('shows the charset of a page as it really is', async () => {
    pages['/'] = send(Buffer.from('<p>9 € für alle</p>'), {
      'content-type': 'text/html; charset=latin1',
    });
    expect((await read('/')).html).toContain('9 € für alle');
  });

  it('keeps nothing of one page for another', async () => {
    pages['/'] = script(`document.cookie = 'seen=1'; localStorage.seen = '1'`);
    pages['/next'] = script(
      `a.textContent = 'cookie:' + document.cookie + ' storage:' + localStorage.seen`,
    );
    await read('/');
    expect((await read('/next')).html).toContain('cookie: storage:undefined');
  });

  it('asks for no picture, font or frame', async () => {
    pages['/'] = send(
      '<img src="/a.png"><iframe src="/frame"></iframe><video src="/v.mp4"></video><style>@font-face{font-family:x;src:url(/f.woff)}p{font-family:x}</style><p>text</p>',
    );
    await read('/');
    expect(site.asked).toEqual(['/robots.txt', '/']);
  });

  it('refuses what robots.txt or the page forbids, also when a script asks for it', async () => {
    await expect(reader.read(`${site.origin}/private`, signal)).resolves.toMatchObject({
      refusal: { reason: 'robots' },
    });
    pages['/'] = script(`location.href = '/private'`);
    expect((await read('/')).html).toContain('before');
    expect(site.asked).not.toContain('/private');
    pages['/later'] = script(`document.head.innerHTML = '<meta name="robots" content="noai">'`);
    await expect(reader.read(`${site.origin}/later`, signal)).resolves.toMatchObject({
      refusal: { reason: 'no_ai' },
    });
  });
});

describe('BrowserPageReader, addresses', () => {
  it.each(['open', 'redirect'] as const)(
    'refuses every attempt to %s what is not public',
    async (how) => {
      const address = (url: string) =>
        how === 'open' ? url : `${site.origin}/to?${encodeURIComponent(url)}`;
      for (const { url } of ssrfAttempts)
        pages[`/to?${encodeURIComponent(url)}`] = send(
          '',
          { location: Buffer.from(url).toString('latin1') },
          302,
        );
      for (const { name, url } of ssrfAttempts)
        await expect(
          reader.read(address(url), signal).then((outcome) => [name, outcome]),
        ).resolves.toMatchObject([
          name,
          { outcome: 'refused', refusal: { reason: 'refused_address' } },
        ]);
      expect(launched).toEqual([]);
    },
  );

  it('refuses every attempt of a page to fetch it', async () => {
    const urls = ssrfAttempts
      .map(({ url }) => url)
      .filter((url) => URL.canParse(url) && !new URL(url).username);
    pages['/'] = script(`
      const urls = ${JSON.stringify(urls)};
      Promise.all(urls.map((url) => fetch(url, { mode: 'no-cors' }).then(() => 'reached ' + url, () => 'refused')))
        .then((all) => { a.textContent = JSON.stringify(all); });`);
    const page = await read('/');
    const answers = JSON.parse(/<p id="a">(.*?)<\/p>/u.exec(page.html)?.[1] ?? '[]') as string[];
    expect(answers).toHaveLength(urls.length);
    expect(new Set(answers)).toEqual(new Set(['refused']));
    expect(
      refused.filter(({ reason }) => reason === 'refused_address').length,
    ).toBeGreaterThanOrEqual(60);
  });

  it('refuses a page whose name server changes its mind', async () => {
    makeReader({ resolve: resolveOncePublicly(), settleMs: 7_000 });
    const url = 'http://rebind.shop.example/';
    pages['/'] = script(`
      (async () => {
        const all = [];
        for (let i = 0; i < 3; i += 1) all.push(await fetch('${url}' + i, { mode: 'no-cors' }).then(() => 'reached', () => 'refused'));
        a.textContent = all.join();
      })();`);
    expect((await read('/')).html).toContain('refused,refused,refused');
    expect(refused.map(({ reason }) => reason).slice(1)).toEqual([
      'refused_address',
      'refused_address',
    ]);
  });

  it('refuses every attempt of a page to go there, and shows the page itself', async () => {
    makeReader({ settleMs: 500 });
    for (const url of [
      'http://169.254.169.254/',
      'http://0x7f000001/',
      canary.origin,
      'http://localhost/',
      'file:///etc/passwd',
      'http://[::1]/',
    ]) {
      pages['/'] = script(`location.href = ${JSON.stringify(url)}`);
      expect(await read('/')).toMatchObject({
        url: `${site.origin}/`,
        html: expect.stringContaining('before') as unknown,
      });
    }
  });

  it('lets nothing past: WebSocket, beacon, preconnect, worker, form, popup, WebRTC', async () => {
    const { host, origin } = canary;
    const rest = `<link rel="preconnect" href="${origin}"><link rel="dns-prefetch" href="${origin}"><link rel="prefetch" href="${origin}/p">
      <link rel="modulepreload" href="${origin}/m.js"><img src="${origin}/i"><iframe src="${origin}/f"></iframe><object data="${origin}/o"></object>
      <form id="f" action="${origin}/form" method="post" target="_blank"><button>x</button></form><a id="l" ping="${origin}/ping" href="#">x</a>`;
    pages['/'] = script(
      `
      try { new WebSocket('ws://${host}/ws'); } catch {}
      try { new EventSource('${origin}/events'); } catch {}
      try { navigator.sendBeacon('${origin}/beacon', 'x'); } catch {}
      try { new Worker(URL.createObjectURL(new Blob(["fetch('${origin}/worker',{mode:'no-cors'}); new WebSocket('ws://${host}/ww'); importScripts('${origin}/import.js')"]))); } catch {}
      try { new SharedWorker(URL.createObjectURL(new Blob(["fetch('${origin}/shared',{mode:'no-cors'})"]))); } catch {}
      try { window.open('${origin}/popup'); } catch {}
      try { f.submit(); l.click(); } catch {}
      try { const c = new RTCPeerConnection({ iceServers: [{ urls: 'turn:${host}?transport=tcp', username: 'u', credential: 'p' }] });
        c.createDataChannel('x'); c.createOffer().then((o) => c.setLocalDescription(o)); } catch {}
      try { navigator.serviceWorker.register('/sw.js'); } catch {}`,
      rest,
    );
    pages['/sw.js'] = send(`fetch('${origin}/sw')`, { 'content-type': 'text/javascript' });
    expect((await read('/')).html).toContain('before');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(canary.asked).toEqual([]);
  });

  it('ends whatever gets past the handlers at the closed proxy', async () => {
    ownsBrowsers = true;
    const browser = await BrowserProcess.launch(settings);
    const context = await browser.openContext('HatchrBot/1.0');
    const page = await context.newPage();
    for (const url of [
      canary.origin,
      canary.origin.replace('127.0.0.1', 'localhost'),
      `https://${canary.host}`,
    ])
      await page.goto(url).then(
        (response) => {
          expect(response?.status()).toBe(403);
        },
        () => undefined,
      );
    expect(browser.refusedConnections.length).toBeGreaterThanOrEqual(3);
    await browser.close();
  });
});

describe('BrowserPageReader, pages that do not behave', () => {
  it('shows a page as it was sent when its scripts never end', async () => {
    makeReader({ renderMs: 1_500 });
    pages['/'] = script('for (;;);');
    expect(await read('/')).toMatchObject({
      via: 'http',
      html: expect.stringContaining('before') as unknown,
    });
    pages['/'] = script(`a.textContent = 'after'`);
    expect((await read('/')).html).toContain('after');
  });

  it('does not let files be bombs, or endless', async () => {
    const js = { 'content-type': 'text/javascript' };
    const bomb = gzipSync(Buffer.alloc(20_000_000, ' '));
    pages['/bomb.js'] = send(bomb, { ...js, 'content-encoding': 'gzip' });
    pages['/endless.js'] = (_, response) => {
      response.writeHead(200, js);
      const pump = () => {
        while (response.write(' '.repeat(65_536)));
      };
      response.on('drain', pump);
      pump();
    };
    for (const path of ['/bomb.js', '/endless.js']) {
      pages['/'] = send(
        `<p id="a">before</p><script src="${path}" onerror="a.textContent = 'refused'"></script>`,
      );
      expect((await read('/')).html).toContain('refused');
      expect(refused).toContainEqual({ url: `${site.origin}${path}`, reason: 'too_large' });
    }
  });

  it('does not let a page ask for ever', async () => {
    // A busy machine needs longer for so many requests; it is their number that ends them.
    makeReader({ settleMs: 7_000 });
    pages['/'] = script(`for (let i = 0; i < 300; i += 1) fetch('/many').catch(() => {});`);
    expect((await read('/')).html).toContain('before');
    expect(site.asked.filter((path) => path === '/many').length).toBeLessThanOrEqual(120);
    expect(refused).toContainEqual({ url: `${site.origin}/many`, reason: 'too_large' });
  });

  it('stops a page that goes from page to page for ever', async () => {
    for (let place = 0; place < 20; place += 1)
      pages[`/p${place}`] = script(`location.href = '/p${place + 1}'`);
    const page = await read('/p0');
    expect(page.html).toContain('before');
    expect(site.asked.length).toBeLessThan(10);
  });

  it('ends dialogs, and pages that grow without end', async () => {
    makeReader({ renderMs: 4_000, browser: { ...settings, maxMemory: 600_000_000 } });
    pages['/'] = script(`alert(1); confirm(2); a.textContent = 'answered'`);
    expect((await read('/')).html).toContain('answered');
    pages['/'] = script(
      `const all = []; setInterval(() => { for (let i = 0; i < 20; i += 1) all.push(new Uint8Array(5e6).fill(1)); }, 1)`,
    );
    expect(await read('/')).toMatchObject({ html: expect.stringContaining('before') as unknown });
  });
});

describe('BrowserPageReader, the process', () => {
  beforeEach(() => {
    ownsBrowsers = true;
  });

  it('loses one rendering to a crash, and reads on with another browser', async () => {
    pages['/'] = script(`a.textContent = 'after'`);
    await read('/');
    pages['/crash.js'] = () => {
      launched.at(-1)?.kill();
    };
    pages['/crash'] = send('<p>as it was sent</p><script src="/crash.js"></script>');
    expect(await read('/crash')).toMatchObject({
      via: 'http',
      html: expect.stringContaining('as it was sent') as unknown,
    });
    expect(fallbacks).toEqual(['The browser crashed.']);
    expect(await read('/')).toMatchObject({ via: 'browser' });
  });

  it('reads the pages beside it again when the browser crashes under them', async () => {
    pages['/slow.js'] = (_, response) => {
      setTimeout(
        () =>
          response
            .writeHead(200, { 'content-type': 'text/javascript' })
            .end(`a.textContent = 'after'`),
        300,
      );
    };
    pages['/'] = send('<p id="a">before</p><script src="/slow.js"></script>');
    const all = ['/?1', '/?2', '/?3'].map((path) => {
      pages[path] = pages['/'] as Handler;
      return read(path);
    });
    while (!site.asked.includes('/slow.js'))
      await new Promise((resolve) => setTimeout(resolve, 10));
    launched.at(-1)?.kill();
    for (const page of await Promise.all(all))
      expect(page).toMatchObject({
        via: 'browser',
        html: expect.stringContaining('after') as unknown,
      });
    expect(launched).toHaveLength(2);
  });

  it('leaves a browser alone that does not run here', async () => {
    makeReader({ browser: { executablePath: process.execPath, args: ['--version'] } });
    pages['/'] = send('<p>as it was sent</p>');
    for (let count = 0; count < 5; count += 1) expect((await read('/')).via).toBe('http');
    expect(fallbacks.at(-1)).toBe('The browser crashes on this machine.');
  });

  it('runs one browser for many pages at once, and measures its memory', async () => {
    pages['/'] = script(`a.textContent = 'after'`);
    await Promise.all(Array.from({ length: 6 }, () => read('/')));
    expect(launched).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 600));
    if (process.platform === 'linux') expect(await reader.peakMemory()).toBeGreaterThan(10_000_000);
  });

  it('stops at once when the caller does, and leaves no process behind', async () => {
    const controller = new AbortController();
    pages['/hang.js'] = () => {
      controller.abort();
    };
    pages['/'] = send('<p>x</p><script src="/hang.js"></script>');
    await expect(reader.read(`${site.origin}/`, controller.signal)).rejects.toMatchObject({
      code: 'job.cancelled',
    });
    await reader.close();
    expect(launched).toHaveLength(1);
    expect(isRunning(launched[0]?.pid ?? 0)).toBe(false);
  });
});
