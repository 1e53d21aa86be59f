/**
 * A wallet on a phone, over a relay of our own, at the built pages: the identity dialog shows a code, the wallet at the
 * other end signs and sends, under the Content-Security-Policy of the product. Only account and proof calls are answered here.
 *   node test/fixture-server.ts 3000 3001 700 anchored   (see fixture-server.ts)
 *   node test/wallet-connect.mjs [origin=http://localhost:3000]
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chromium } from '@playwright/test';
import SignClientModule from '@walletconnect/sign-client';
import { WebSocketServer } from 'ws';
import { findBrowser } from '../../../tools/find-browser.mjs';
import { createTestAccount, signMessage } from '../../../tools/concordium/test-account.mjs';

const [origin = 'http://localhost:3000'] = process.argv.slice(2);
const SignClient = SignClientModule.SignClient ?? SignClientModule;
const projectId = 'f'.repeat(32);
const project = '7d0e9f9e-0a5c-4f4a-9a3b-6a7b0f6a1c01';
const account = createTestAccount();
const hash = 'ab'.repeat(32);
const data = `a1${'0b'.repeat(10)}`;

/** Passes messages on by topic and keeps those that nobody has asked for yet, as WalletConnect's relay does. */
function startRelay() {
  const server = new WebSocketServer({ port: 0 });
  const subscribers = new Map();
  const kept = new Map();
  const deliver = ({ socket, id }, message) =>
    socket.send(
      JSON.stringify({
        ...{ id: Number.parseInt(randomBytes(6).toString('hex'), 16), jsonrpc: '2.0' },
        method: 'irn_subscription',
        params: { id, data: message },
      }),
    );
  const subscribe = (socket, topic) => {
    const subscriber = { socket, id: randomBytes(32).toString('hex') };
    subscribers.set(topic, [...(subscribers.get(topic) ?? []), subscriber]);
    const waiting = (kept.get(topic) ?? []).filter(({ from }) => from !== socket);
    kept.delete(topic);
    for (const { body } of waiting) setTimeout(() => deliver(subscriber, body), 50);
    return subscriber.id;
  };
  const publish = (socket, { topic, message, tag }) => {
    const body = { topic, message, tag, publishedAt: Date.now() };
    const others = (subscribers.get(topic) ?? []).filter((one) => one.socket !== socket);
    for (const one of others) deliver(one, body);
    if (others.length === 0) kept.set(topic, [...(kept.get(topic) ?? []), { from: socket, body }]);
    return true;
  };
  const answers = {
    irn_subscribe: (socket, { topic }) => subscribe(socket, topic),
    irn_batchSubscribe: (socket, { topics }) => topics.map((topic) => subscribe(socket, topic)),
    irn_publish: publish,
    // Two that stand for several of the others: proposing a session, and taking it up.
    wc_proposeSession: (socket, { pairingTopic, sessionProposal }) => {
      subscribe(socket, pairingTopic);
      return publish(socket, { topic: pairingTopic, message: sessionProposal, tag: 1100 });
    },
    wc_approveSession: (socket, params) => {
      const { pairingTopic, sessionTopic } = params;
      subscribe(socket, sessionTopic);
      publish(socket, { topic: pairingTopic, message: params.sessionProposalResponse, tag: 1101 });
      return publish(socket, {
        ...{ topic: sessionTopic, message: params.sessionSettlementRequest, tag: 1102 },
      });
    },
  };
  server.on('connection', (socket) => {
    socket.on('message', (text) => {
      const { id, method, params } = JSON.parse(String(text));
      if (!method) return;
      const result = answers[method]?.(socket, params) ?? true;
      socket.send(JSON.stringify({ id, jsonrpc: '2.0', result }));
    });
  });
  return new Promise((resolve) => {
    server.on('listening', () =>
      resolve({ url: `ws://127.0.0.1:${server.address().port}`, stop: () => server.close() }),
    );
  });
}

/** The wallet: takes what is proposed, signs messages, and says that it has sent what it is asked to send. */
async function startWallet(relayUrl) {
  const client = await SignClient.init({
    ...{ projectId, relayUrl, telemetryEnabled: false },
    storageOptions: { database: ':memory:' },
    metadata: { name: 'Wallet', description: 'A wallet', url: 'https://wallet.example', icons: [] },
  });
  const asked = [];
  client.on('session_proposal', async ({ id, params }) => {
    // The client of the page asks for everything as optional, whatever it was told.
    const { ccd } = { ...params.optionalNamespaces, ...params.requiredNamespaces };
    const accounts = ccd.chains.map((chain) => `${chain}:${account.address}`);
    await client.approve({ id, namespaces: { ccd: { ...ccd, accounts } } });
  });
  client.on('session_request', async ({ id, topic, params: { request } }) => {
    asked.push(request);
    const result =
      request.method === 'sign_message' ? signMessage(account, request.params.message) : { hash };
    await client.respond({ topic, response: { id, jsonrpc: '2.0', result } });
  });
  return { client, asked };
}

const relay = await startRelay();
const wallet = await startWallet(relay.url);
const { executablePath, args = [], env } = (await findBrowser()) ?? {};
const browser = await chromium.launch({ executablePath, args, ...(env ? { env } : {}) });
const policy = [
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'",
  `img-src 'self' data: blob:; frame-src https://verify.walletconnect.org; font-src 'self' data:; connect-src 'self' ${relay.url} https://verify.walletconnect.org`,
].join('; ');
let isLinked = false;
const sent = [];

/** What the backend would say, by procedure. */
const answerOf = {
  'account.me': (known) => ({
    ...known,
    identity: {
      ...known.identity,
      ...{ isVerified: isLinked, address: isLinked ? account.address : null },
    },
  }),
  'instance.about': (known) => ({ ...known, walletConnect: { projectId, relayUrl: relay.url } }),
  'account.startVerification': () => ({ nonce: 'n', message: 'sign me', expiresAt: '' }),
  'account.verify': (known) => {
    isLinked = true;
    return answerOf['account.me'](known);
  },
  'proofs.prepareFounder': () => ({
    ...{ network: 'testnet', genesisHash: 'c'.repeat(64), account: account.address },
    ...{ data, sponsored: null },
  }),
  'proofs.reportFounder': (known) => known,
};

async function answer(route) {
  const procedures = new URL(route.request().url()).pathname.slice('/trpc/'.length).split(',');
  if (!procedures.some((name) => answerOf[name])) return route.continue();
  const response = await route.fetch();
  const known = await response.json();
  const list = Array.isArray(known) ? known : [known];
  const base = {
    ...(list[0]?.result?.data ?? {}),
    identity: {
      network: 'testnet',
      isSponsored: false,
      statement: 'It is yours.',
      offeredAttributes: [],
      shownAttributes: [],
    },
  };
  const guest = { userId: 'g', name: 'Guest', email: null, isGuest: true, role: 'user', ...base };
  if (route.request().method() === 'POST')
    sent.push([procedures[0], route.request().postDataJSON()]);
  const results = list.map((one, index) => {
    const make = answerOf[procedures[index]];
    return make ? { result: { data: make(one.result?.data ?? guest) } } : one;
  });
  return route.fulfill({ status: 200, json: Array.isArray(known) ? results : results[0] });
}

/** The code that the phone would scan. */
async function scan(page) {
  const code = page.locator('wcm-qrcode').first();
  await code.waitFor({ timeout: 30_000 });
  await wallet.client.core.pairing.pair({ uri: await code.evaluate((element) => element.uri) });
}

const context = await browser.newContext({ permissions: ['local-network-access'] });
await context.route('**/*', async (route) => {
  const { origin: asked } = new URL(route.request().url());
  // WalletConnect's check of the page's domain is on the web, and works without.
  if (asked !== new URL(origin).origin) return route.abort();
  if (route.request().url().includes('/trpc/')) return answer(route);
  if (route.request().resourceType() !== 'document') return route.continue();
  const response = await route.fetch();
  const headers = { ...response.headers(), 'content-security-policy': policy };
  return route.fulfill({ response, headers });
});
const page = await context.newPage();
const problems = [];
page.on('console', (message) => {
  if (/Content Security Policy/.test(message.text())) problems.push(message.text());
});
page.on('pageerror', (error) => problems.push(String(error)));
try {
  await page.goto(`${origin}/`);
  await page.getByRole('button', { name: /^Concordium/ }).click();
  await page.getByRole('button', { name: 'Use a wallet on your phone' }).click();
  await scan(page);
  await page.getByText(account.address).waitFor({ timeout: 30_000 });
  const verified = sent.find(([name]) => name === 'account.verify')?.[1];
  assert.deepEqual(
    (verified.json ?? verified[0]?.json ?? verified[0] ?? verified).signature,
    JSON.parse(JSON.stringify(signMessage(account, 'sign me'))),
  );
  console.log('identity: the wallet on the phone signed, and the server got its signature');

  await page.goto(`${origin}/launch?project=${project}&tab=proof`);
  await page.getByRole('button', { name: 'Anchor with your phone' }).click();
  await scan(page);
  for (let left = 300; left > 0 && sent.at(-1)[0] !== 'proofs.reportFounder'; left -= 1)
    await page.waitForTimeout(100);
  const { method, params } = wallet.asked.at(-1);
  assert.equal(method, 'sign_and_send_transaction');
  assert.deepEqual([params.type, params.sender], ['registerData', account.address]);
  assert.match(params.payload, new RegExp(data));
  assert.match(JSON.stringify(sent.at(-1)), new RegExp(hash));
  console.log(
    'proof: the wallet on the phone was asked to register the data, and its hash was reported',
  );
  assert.deepEqual(problems, []);
} finally {
  await page.screenshot({ path: 'test-results/wallet-connect.png' }).catch(() => undefined);
  await browser.close();
  relay.stop();
}
process.exit(0);
