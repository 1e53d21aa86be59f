import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Account, IdentityRequest } from '@hatchr/contracts';
import { DataSource } from 'typeorm';
import { startLocalNode, type LocalNode } from '../../../tools/concordium/local-node.mjs';
import { createTestAccount, signMessage } from '../../../tools/concordium/test-account.mjs';
import { startTestApp, Visitor, type TestApp } from './test-app.js';

interface Result<T> {
  result: { data: T };
  error?: { data: { httpStatus: number; appError: { code: string } } };
}

/** The real backend and Postgres, a wallet and a node of ours. */
describe('the identity of a founder', () => {
  let node: LocalNode;
  let backend: TestApp;
  const account = createTestAccount();

  beforeAll(async () => {
    node = await startLocalNode({ blockMs: null });
    node.chain.addAccount(account.onChain);
    backend = await startTestApp({
      CONCORDIUM_NETWORK: 'private',
      CONCORDIUM_NODE_URL: node.url,
      CONCORDIUM_GENESIS_HASH: node.chain.genesisHash,
    });
  }, 60_000);
  afterAll(async () => {
    await backend.stop();
    node.stop();
  });

  const call = async <T>(who: Visitor, procedure: string, json: unknown): Promise<Result<T>> =>
    (await who.json<Result<T>>(`/trpc/${procedure}`, { json })).body;
  const me = async (who: Visitor): Promise<Account['identity']> => {
    const { body } = await who.json<Result<Account>>('/trpc/account.me');
    return body.result.data.identity;
  };
  const ask = async (who: Visitor): Promise<IdentityRequest> =>
    (
      await call<IdentityRequest>(who, 'account.startVerification', {
        account: account.address,
      })
    ).result.data;
  const sign = (message: string) => signMessage(account, message);

  it('is a fact once the account’s key signed what this server asked for, and only then', async () => {
    const founder = new Visitor(backend.url);
    const { message, nonce } = await ask(founder);
    expect(await me(founder)).toMatchObject({ isVerified: false, address: null });
    const answer = { account: account.address, nonce, message, signature: sign(message) };
    const { result } = await call<Account>(founder, 'account.verify', answer);
    expect(result.data.identity).toMatchObject({ isVerified: true, address: account.address });
    expect(await me(founder)).toMatchObject({ isVerified: true });
    // Nobody else became verified by it, and the same answer is not taken twice.
    expect(await me(new Visitor(backend.url))).toMatchObject({ isVerified: false });
    const replayed = await call(founder, 'account.verify', answer);
    expect(replayed.error?.data.appError.code).toBe('identity.refused');
  });

  it('is not taken from the answer to someone else’s request', async () => {
    const [founder, thief] = [new Visitor(backend.url), new Visitor(backend.url)];
    const { message, nonce } = await ask(founder);
    await ask(thief);
    const answer = { account: account.address, nonce, message, signature: sign(message) };
    const stolen = await call(thief, 'account.verify', answer);
    expect(stolen.error?.data).toMatchObject({
      httpStatus: 401,
      appError: { code: 'identity.refused' },
    });
    expect(await me(thief)).toMatchObject({ isVerified: false });
  });

  it('is not taken after the time that this server gave, whatever time the message gives', async () => {
    const founder = new Visitor(backend.url);
    const { message, nonce, expiresAt } = await ask(founder);
    await backend.app
      .get(DataSource)
      .query(`UPDATE concordium_sign_ins SET expires_at = now() WHERE nonce = $1`, [nonce]);
    const later = message.replace(expiresAt, new Date(Date.parse(expiresAt) + 1e9).toISOString());
    const answer = { account: account.address, nonce, message: later, signature: sign(later) };
    const late = await call(founder, 'account.verify', answer);
    expect(late.error?.data.appError.code).toBe('identity.refused');
    expect(await me(founder)).toMatchObject({ isVerified: false });
  });

  it('can be taken back', async () => {
    const founder = new Visitor(backend.url);
    const { message, nonce } = await ask(founder);
    const answer = { account: account.address, nonce, message, signature: sign(message) };
    await call(founder, 'account.verify', answer);
    await call(founder, 'account.unlink', {});
    expect(await me(founder)).toMatchObject({ isVerified: false, address: null });
  });

  it('moves to the account with which a guest signs up', async () => {
    const founder = new Visitor(backend.url);
    const { message, nonce } = await ask(founder);
    const answer = { account: account.address, nonce, message, signature: sign(message) };
    await call(founder, 'account.verify', answer);
    const signedUp = await founder.fetch('/api/auth/sign-up/email', {
      json: { name: 'Ada', email: 'ada@example.com', password: 'a long password' },
      headers: { origin: backend.url },
    });
    expect(signedUp.status).toBe(200);
    expect(await me(founder)).toMatchObject({ isVerified: true, address: account.address });
  });
});
