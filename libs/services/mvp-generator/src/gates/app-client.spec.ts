import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { AppClient, isSentToSignIn, pageProblems, type Page } from './app-client.js';

const page = (change: Partial<Page>): Page => ({
  path: '/bookings',
  status: 200,
  body: '<main>Bookings</main>',
  location: null,
  ...change,
});

describe('pageProblems', () => {
  it('takes a drawn page', () => {
    expect(
      pageProblems(page({ body: '<script>$RX=function(b,c){};$RC("B:0","S:0")</script>' })),
    ).toEqual([]);
  });
  it('takes a form beside a paragraph, and words about one', () => {
    const body =
      '<p>One</p><form></form><pre>a</pre><script>"<p><form>"</script><path d=""/><p>x</p>';
    expect(pageProblems(page({ body }))).toEqual([]);
  });
  it.each([
    ['another status', { status: 500 }],
    [
      'an error that is there when the page begins',
      { body: '<template data-dgst="12"></template>' },
    ],
    ['a form inside of a paragraph', { body: '<p class="a"><b>x</b><form></form></p>' }],
    ['an error that comes later in the stream', { body: '<script>$RX("B:0","12")</script>' }],
  ])('refuses %s', (_what, change) => {
    expect(pageProblems(page(change))).toHaveLength(1);
  });
});

describe('isSentToSignIn', () => {
  it.each([
    ['by its head', { status: 307, location: '/login' }],
    [
      'inside a stream',
      { body: '<template data-dgst="NEXT_REDIRECT;replace;/login;307;"></template>' },
    ],
  ])('knows a page that does so %s', (_what, change) => {
    expect(isSentToSignIn(page(change))).toBe(true);
  });
  it('does not take a link for it', () => {
    expect(isSentToSignIn(page({ body: '<a href="/login">Sign in</a>' }))).toBe(false);
  });
});

describe('AppClient', () => {
  let close: () => void = () => undefined;
  afterEach(() => {
    close();
  });

  it('sends a form as it is filled, keeps the cookies that it gets and drops those that end', async () => {
    const received: { cookie: string; body: string }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (data: Buffer) => (body += data.toString()));
      request.on('end', () => {
        if (request.method === 'POST') {
          received.push({ cookie: request.headers.cookie ?? '', body });
          response.writeHead(303, {
            location: '/done',
            'set-cookie': ['session=abc; Path=/', 'hint=; Max-Age=0'],
          });
          response.end();
        } else {
          response.setHeader('set-cookie', ['hint=1', 'theme=dark']);
          response.end(
            '<form><input name="title" value="old"/><input name="kept" value="1"/></form>',
          );
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    close = () => server.close();
    const base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const client = new AppClient(base, new AbortController().signal);
    for (let round = 0; round < 2; round++)
      expect(await client.submit('/new', 'name="title"', () => ({ title: 'new' }))).toMatchObject({
        status: 303,
        location: '/done',
      });
    expect(received[0]?.cookie).toBe('hint=1; theme=dark');
    expect(received[1]?.cookie).toContain('session=abc');
    expect(received[0]?.body).toMatch(/name="title"\s+new[\s\S]*name="kept"\s+1/u);
    expect(await client.submit('/new', 'no such form')).toMatchObject({ status: 0 });
  });
});
