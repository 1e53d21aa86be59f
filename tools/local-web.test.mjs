import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readLocalWeb, serveLocalWeb } from '../bench/discovery/local-web/serve-local-web.mjs';

/** @type {Awaited<ReturnType<typeof serveLocalWeb>>} */
let web;
/** @param {string} id */
const origin = (id) => {
  const site = web.sites.find((each) => each.id === id);
  assert.ok(site, id);
  return site.origin;
};

describe('the local web', () => {
  before(async () => {
    web = await serveLocalWeb();
  });
  after(() => web.close());

  test('serves every page of every site, and nothing else', async () => {
    for (const { id, pages, special } of readLocalWeb()) {
      if (special !== undefined) continue;
      for (const pathname of Object.keys(pages)) {
        const response = await fetch(`${origin(id)}${pathname}`);
        assert.equal(response.status, 200, `${id}${pathname}`);
        assert.ok((await response.text()).length > 50);
      }
      assert.equal((await fetch(`${origin(id)}/no-such-page`)).status, 404);
    }
  });

  test('sends bytes in windows-1252 and says so only in the page', async () => {
    const response = await fetch(`${origin('kaffeeplan')}/`);
    assert.equal(response.headers.get('content-type'), 'text/html');
    // Bytes, not text: some versions of Node decode windows-1252 as latin1 and lose the euro sign.
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.ok(bytes.includes(Buffer.from('Röstplanung für kleine Cafés', 'latin1')));
    assert.ok(bytes.includes(Buffer.from('8,50 \u0080', 'latin1')));
  });

  test('redirects to another site, and in a circle', async () => {
    const moved = await fetch(`${origin('moved')}/`);
    assert.equal(moved.url, `${origin('crewdeck')}/`);
    await assert.rejects(fetch(`${origin('circle')}/`));
  });

  test('refuses robots, names its pages, and keeps what it was asked', async () => {
    assert.match(await (await fetch(`${origin('closed')}/robots.txt`)).text(), /^Disallow: \/$/mu);
    const sitemap = await (await fetch(`${origin('terminly')}/sitemap.xml`)).text();
    assert.ok(sitemap.includes(`${origin('terminly')}/pricing/`));
    assert.ok(web.sites.find(({ id }) => id === 'closed')?.requests.includes('GET /robots.txt'));
  });

  test('never ends, never answers, and unpacks to far more than it sends', async () => {
    const endless = await fetch(`${origin('endless')}/`);
    let read = 0;
    for await (const chunk of endless.body ?? []) {
      read += chunk.length;
      if (read > 1_000_000) break;
    }
    assert.ok(read > 1_000_000);
    await assert.rejects(fetch(`${origin('silent')}/`, { signal: AbortSignal.timeout(100) }));
    const bomb = await fetch(`${origin('bomb')}/`);
    assert.equal(bomb.headers.get('content-encoding'), 'gzip');
    let unpacked = 0;
    for await (const chunk of bomb.body ?? []) {
      unpacked += chunk.length;
      if (unpacked > 32 * 1024 * 1024) break;
    }
    assert.ok(unpacked > 32 * 1024 * 1024);
  });
});
