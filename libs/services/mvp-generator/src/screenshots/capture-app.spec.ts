import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { noDiscovery } from '../planner/no-discovery.fixture.js';
import { planProduct } from '../planner/plan-product.js';
import { captureApp, type CaptureRequest } from './capture-app.js';
import { choosePages } from './choose-pages.js';
import { findInstalledBrowser } from './installed-browser.fixture.js';
import type { BrowserSettings } from './launch-browser.js';

jest.setTimeout(60_000);

const spec = planProduct(
  'Help beekeepers track hives, inspections and honey harvests',
  noDiscovery(),
);
const rowId = '0a1b2c3d-1111-4222-8333-444455556666';

interface Site {
  base: string;
  asked: string[];
  close(): Promise<void>;
}

async function serve(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Site> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${String(port)}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

let browser: BrowserSettings;
let app: Site;
/** Stands for everything that is not the app; nobody may reach it. */
let canary: Site;
let dashboard: string;
let statusOf: (path: string) => number;

/** A generated app as far as the camera sees it: a sign-in to the demo workspace, lists and rows. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '';
  if (request.method === 'POST')
    return void response
      .writeHead(303, { location: '/dashboard', 'set-cookie': 'session=demo; Path=/; HttpOnly' })
      .end();
  const isMember = request.headers.cookie?.includes('session=demo') === true;
  const body =
    path === '/login'
      ? '<form method="post"><button>Open the demo workspace</button></form>'
      : path === '/dashboard' && isMember
        ? dashboard
        : `<h1>${isMember ? 'member' : 'visitor'} ${path}</h1><a href="${path.split('?')[0] ?? ''}/${rowId}">row</a>`;
  response
    .writeHead(statusOf(path), { 'content-type': 'text/html' })
    .end(
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>app</title>${body}`,
    );
}

beforeAll(async () => {
  browser = await findInstalledBrowser();
  // A machine without any browser unpacks or downloads one first.
}, 240_000);
beforeEach(async () => {
  dashboard = '<h1>Dashboard</h1>';
  statusOf = () => 200;
  app = await serve(answer);
  canary = await serve((_, response) => response.end('reached'));
});
afterEach(async () => {
  await app.close();
  expect(canary.asked).toEqual([]);
  await canary.close();
});

const capture = (overrides: Partial<CaptureRequest> = {}) =>
  captureApp({
    base: app.base,
    spec,
    browser,
    signal: new AbortController().signal,
    timeoutMs: 45_000,
    ...overrides,
  });

describe('captureApp', () => {
  it('photographs each page in both themes on both devices, the row of a list in place of its id', async () => {
    const { images, files, reason } = await capture();
    expect(reason).toBeNull();
    expect(images).toHaveLength(choosePages(spec).length * 4);
    expect(files).toHaveLength(images.length);
    expect(app.asked.some((path) => path.endsWith(`/${rowId}`))).toBe(true);
    expect(images[0]).toMatchObject({ page: '/dashboard', role: 'dashboard' });
    for (const { device, width, height } of images)
      expect([width, height]).toEqual(device === 'desktop' ? [1440, 900] : [780, 1688]);
  });

  it('reaches nothing but the app, however a page tries', async () => {
    const port = new URL(canary.base).port;
    dashboard = `<h1 id="a">tried</h1><img src="${canary.base}/img"><iframe src="${canary.base}/frame"></iframe>
      <link rel="preconnect" href="${canary.base}"><script>
      const targets = ['${canary.base}/fetch', 'http://localhost:${port}/name', 'http://[::1]:${port}/six'];
      for (const url of targets) fetch(url, { mode: 'no-cors' }).then(() => { a.textContent = 'reached ' + url; }, () => {});
      new WebSocket('ws://127.0.0.1:${port}/socket');
      new Worker(URL.createObjectURL(new Blob(["fetch('${canary.base}/worker')"])));
      navigator.sendBeacon('${canary.base}/beacon', 'x');
      open('${canary.base}/popup');
    </script>`;
    const { reason } = await capture();
    expect(reason).toBeNull();
    // The canary is checked after each test.
  });

  it('waits for what a page still streams in', async () => {
    dashboard = `<div><template id="B:0"></template>loading</div><script>
      setTimeout(() => { document.querySelector('div').outerHTML = '<h1>' + 'whole '.repeat(400) + '</h1>'; }, 600);
    </script>`;
    const shots = await capture();
    const [first] = shots.files;
    // The words of the whole page, which the two words before do not come near.
    expect(first?.content.length).toBeGreaterThan(30_000);
  });

  it('keeps what it has and says which page did not answer', async () => {
    statusOf = (path) => (path === '/dashboard' ? 500 : 200);
    const { images, reason } = await capture();
    expect(images).toHaveLength((choosePages(spec).length - 1) * 4);
    expect(reason).toBe('These pages did not answer: Dashboard.');
  });

  it('gives none and the reason when the browser does not start or hangs', async () => {
    const missing = await capture({ browser: { executablePath: '/no/such/browser' } });
    expect(missing).toMatchObject({ images: [], files: [] });
    expect(missing.reason).toContain('The browser failed');
    const hanging = await serve(() => undefined);
    const late = await capture({ base: hanging.base, timeoutMs: 3_000 });
    expect(late).toMatchObject({
      images: [],
      reason: 'Not all screenshots were ready within 3 s.',
    });
    await hanging.close();
  });

  it('stops with the reason of whoever cancels', async () => {
    const hanging = await serve(() => undefined);
    const abort = new AbortController();
    const running = capture({ base: hanging.base, signal: abort.signal });
    setTimeout(() => {
      abort.abort(new Error('cancelled by the owner'));
    }, 1_500);
    await expect(running).rejects.toThrow('cancelled by the owner');
    await hanging.close();
  });
});
