import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalChain, startLocalNode } from '../../../../../tools/concordium/local-node.mjs';
import type { LocalNode } from '../../../../../tools/concordium/local-node.mjs';
import { createTestAccount, signMessage } from '../../../../../tools/concordium/test-account.mjs';
import type { TestAccount } from '../../../../../tools/concordium/test-account.mjs';
import { generateLogKey } from '../log/log-key.js';
import { IdentityService } from './identity.service.js';
import { readSignInMessage, writeSignInMessage } from './sign-in-message.js';
import type { PresentedSignIn } from './verify-sign-in.js';

const domain = 'hatchr.example';
const now = new Date('2026-11-25T12:00:00.000Z');
const founder = createTestAccount();
const stranger = createTestAccount();
const shared = createTestAccount({ keys: 3, threshold: 2 });
const nowhere = createTestAccount();
let node: LocalNode;
let service: IdentityService;

beforeAll(async () => {
  const chain = new LocalChain();
  for (const account of [founder, stranger, shared]) chain.addAccount(account.onChain);
  node = await startLocalNode({ chain, blockMs: null });
  service = serviceFor(chain.genesisHash);
});
afterAll(async () => {
  await service.onApplicationShutdown();
  node.stop();
});

const serviceFor = (genesisHash: string, nodeUrl = node.url): IdentityService =>
  new IdentityService({
    logPrivateKeyPem: generateLogKey(),
    chain: { nodeUrl, network: 'private', genesisHash, callTimeoutMs: 2_000 },
  });

const asked = (account = founder) => service.newMessage(account.address, domain, now);
const present = (account: TestAccount, message: string, keys?: number[]): PresentedSignIn => ({
  account: account.address,
  message,
  signature: signMessage(account, message, keys),
});
const reasonOf = (presented: PresentedSignIn, nonce: string, at = now, by = service) =>
  by.verify(presented, { domain, nonce, now: at }).then(
    (address) => `verified ${address}`,
    (error: unknown) => (error as { details?: { reason?: string } }).details?.reason ?? error,
  );

describe('showing that an account is one’s own', () => {
  it('passes with what was asked, signed by the key of the account', async () => {
    const { text, nonce } = asked();
    expect(await reasonOf(present(founder, text), nonce)).toBe(`verified ${founder.address}`);
    expect(text).toContain(`${domain} asks you`);
    expect(readSignInMessage(text)).toMatchObject({ nonce, account: founder.address });
  });

  it('is refused for another nonce, site, chain or time', async () => {
    const message = asked();
    const { nonce } = message;
    const again = (change: object) =>
      reasonOf(present(founder, writeSignInMessage({ ...message, ...change })), nonce);
    expect(await again({ nonce: asked().nonce })).toMatch(/another request/);
    expect(await again({ domain: 'hatchr.example.evil' })).toMatch(/another site/);
    expect(await again({ genesisHash: 'a'.repeat(64) })).toMatch(/another chain/);
    expect(await again({ issuedAt: new Date(+now + 60_000) })).toMatch(/future/);
    const late = new Date(+now + 10 * 60_000);
    expect(await reasonOf(present(founder, message.text), nonce, late)).toMatch(/expired/);
  });

  it('is refused for the account of someone else', async () => {
    const { text, nonce } = asked();
    const asStranger = { ...present(founder, text), account: stranger.address };
    expect(await reasonOf(asStranger, nonce)).toMatch(/another account/);
    const byStranger = { ...present(founder, text), signature: signMessage(stranger, text) };
    expect(await reasonOf(byStranger, nonce)).toMatch(/did not sign/);
    const unknown = asked(nowhere);
    expect(await reasonOf(present(nowhere, unknown.text), unknown.nonce)).toMatch(/not know/);
  });

  it('is refused when too few of the keys of a threshold account signed', async () => {
    const { text, nonce } = asked(shared);
    expect(await reasonOf(present(shared, text, [0]), nonce)).toMatch(/too few/);
    expect(await reasonOf(present(shared, text, [0, 2]), nonce)).toBe(`verified ${shared.address}`);
  });

  it('is refused for a message of which one character was changed', async () => {
    const { text, nonce } = asked();
    for (const changed of [`${text}\n`, ` ${text}`, text.replace('costs nothing', 'costs 1 CCD')])
      expect(await reasonOf(present(founder, changed), nonce)).toMatch(/not the one/);
  });

  it.each([
    null,
    7,
    'text',
    [],
    {},
    { 0: null },
    { 0: { 0: 'zz' } },
    { 0: {} },
    { 9: { 0: 'a'.repeat(128) } },
    { 0: { 9: 'a'.repeat(128) } },
    { 0: { 0: 'a'.repeat(128) } },
    { '-1': { 0: 'a'.repeat(128) } },
    { 0: { 0: 'a'.repeat(126) } },
  ])('is refused, and nothing crashes, for %j as a signature', async (signature) => {
    const { text, nonce } = asked();
    expect(await reasonOf({ account: founder.address, message: text, signature }, nonce)).toMatch(
      /signature|did not sign/,
    );
  });

  it.each(['', 'no address', '3e8w2a9KsfNjc5Le66Sh4P72924FFeS3A4icjXVFaKW3UW78Fx'])(
    'is refused, and nothing crashes, for %j as an address',
    async (account) => {
      const { nonce } = asked();
      const message = service.newMessage(account, domain, now).text;
      const signature = signMessage(founder, message);
      expect(await reasonOf({ account, message, signature }, nonce)).toEqual(expect.any(String));
    },
  );

  it('is not decided while the node is down or of another network', async () => {
    const { text, nonce } = asked();
    const expected = { domain, nonce, now };
    const other = serviceFor('b'.repeat(64));
    const message = other.newMessage(founder.address, domain, now);
    await expect(
      other.verify(present(founder, message.text), { ...expected, nonce: message.nonce }),
    ).rejects.toMatchObject({ code: 'proof.wrong_network' });
    const unreachable = serviceFor(node.chain.genesisHash, 'http://127.0.0.1:9');
    await expect(unreachable.verify(present(founder, text), expected)).rejects.toMatchObject({
      code: 'proof.node_unavailable',
    });
  });

  it('cannot be asked for where no chain is configured', () => {
    const none = new IdentityService({ logPrivateKeyPem: generateLogKey() });
    expect(none.chain).toBeNull();
    expect(() => none.newMessage(founder.address, domain, now)).toThrow(
      expect.objectContaining({ code: 'identity.unavailable' }),
    );
  });
});
