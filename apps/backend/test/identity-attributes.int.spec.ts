import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type {
  Account,
  AttributeRequest,
  IdentityAttribute,
  IdentityRequest,
} from '@hatchr/contracts';
import { DataSource } from 'typeorm';
import { startLocalNode, type LocalNode } from '../../../tools/concordium/local-node.mjs';
import {
  createTestAccount,
  signMessage,
  type TestAccount,
} from '../../../tools/concordium/test-account.mjs';
import { giveIdentity } from '../../../tools/concordium/test-identity.mjs';
import { startTestApp, Visitor, type TestApp } from './test-app.js';

// A proof takes the better part of a second of the processor.
jest.setTimeout(120_000);

interface Result<T> {
  result: { data: T };
  error?: { data: { httpStatus: number; appError: { code: string } } };
}
type Identity = Account['identity'];

/** The real backend, Postgres and proofs; a wallet and a node of ours. */
describe('what a founder shows of the identity behind the account', () => {
  let node: LocalNode;
  let backend: TestApp;
  const [account, second] = [createTestAccount(), createTestAccount()];
  const wallet = giveIdentity(account, { dob: '19900101', countryOfResidence: 'DK' });
  giveIdentity(second, { dob: '20200101', countryOfResidence: 'SE' });

  const environment = () => ({
    CONCORDIUM_NETWORK: 'private',
    CONCORDIUM_NODE_URL: node.url,
    CONCORDIUM_GENESIS_HASH: node.chain.genesisHash,
  });

  beforeAll(async () => {
    node = await startLocalNode({ blockMs: null });
    for (const { onChain } of [account, second]) node.chain.addAccount(onChain);
    backend = await startTestApp({ ...environment(), CONCORDIUM_ATTRIBUTES: 'adult, country' });
  });
  afterAll(async () => {
    await backend.stop();
    node.stop();
  });

  const call = async <T>(who: Visitor, procedure: string, json: unknown): Promise<Result<T>> =>
    (await who.json<Result<T>>(`/trpc/account.${procedure}`, { json })).body;
  const me = async (who: Visitor): Promise<Identity> => {
    const { body } = await who.json<Result<Account>>('/trpc/account.me');
    return body.result.data.identity;
  };
  const link = async (who: Visitor, linked: TestAccount = account): Promise<void> => {
    const { address } = linked;
    const { result } = await call<IdentityRequest>(who, 'startVerification', { account: address });
    const { nonce, message } = result.data;
    const signature = signMessage(linked, message);
    await call(who, 'verify', { account: address, nonce, message, signature });
  };
  const linkedVisitor = async (at = backend): Promise<Visitor> => {
    const who = new Visitor(at.url);
    await link(who);
    return who;
  };
  const answerTo = async (who: Visitor, attribute: IdentityAttribute) => {
    const { result } = await call<AttributeRequest>(who, 'startAttribute', { attribute });
    const { nonce } = result.data;
    return { attribute, nonce, presentation: wallet.present(result.data) };
  };
  const show = (who: Visitor, answer: unknown) => call<Account>(who, 'showAttribute', answer);
  const codeOf = ({ error }: Result<unknown>) => error?.data.appError.code;

  it('becomes a fact by a proof of the wallet, one by one, and can be taken back', async () => {
    const founder = await linkedVisitor();
    expect(await me(founder)).toMatchObject({
      offeredAttributes: ['adult', 'country'],
      shownAttributes: [],
    });
    const { result } = await show(founder, await answerTo(founder, 'adult'));
    expect(result.data.identity.shownAttributes).toEqual([
      { attribute: 'adult', value: 'at least 18', shownAt: expect.any(String) },
    ]);
    await show(founder, await answerTo(founder, 'country'));
    const both = (await me(founder)).shownAttributes;
    expect(both.map(({ value }) => value)).toEqual(['at least 18', 'DK']);
    await call(founder, 'removeAttribute', { attribute: 'adult' });
    const left = (await me(founder)).shownAttributes;
    expect(left.map(({ attribute }) => attribute)).toEqual(['country']);
  });

  it('is not taken twice, from the answer to someone else, or after its time', async () => {
    const founder = await linkedVisitor();
    const answer = await answerTo(founder, 'country');
    const thief = await linkedVisitor();
    expect(codeOf(await show(thief, answer))).toBe('identity.attribute_refused');
    await show(founder, answer);
    await call(founder, 'removeAttribute', { attribute: 'country' });
    expect(codeOf(await show(founder, answer))).toBe('identity.attribute_refused');
    const late = await answerTo(founder, 'country');
    await backend.app
      .get(DataSource)
      .query('UPDATE concordium_sign_ins SET expires_at = now() WHERE nonce = $1', [late.nonce]);
    expect(codeOf(await show(founder, late))).toBe('identity.attribute_refused');
    for (const who of [founder, thief]) expect((await me(who)).shownAttributes).toEqual([]);
  });

  it('needs a linked account, and goes with it', async () => {
    const founder = new Visitor(backend.url);
    const early = await call(founder, 'startAttribute', { attribute: 'country' });
    expect(codeOf(early)).toBe('proof.account_needed');
    await link(founder);
    const answer = await answerTo(founder, 'country');
    // The wallet's answer is true, but the account is not linked any more.
    await link(founder, second);
    expect(codeOf(await show(founder, answer))).toBe('identity.attribute_refused');
    await link(founder);
    await show(founder, await answerTo(founder, 'country'));
    // To show the account once more loses nothing.
    await link(founder);
    expect((await me(founder)).shownAttributes).toHaveLength(1);
    await link(founder, second);
    expect((await me(founder)).shownAttributes).toEqual([]);
    await link(founder);
    await show(founder, await answerTo(founder, 'country'));
    await call(founder, 'unlink', {});
    await link(founder);
    expect((await me(founder)).shownAttributes).toEqual([]);
  });

  it('moves with the account when a guest signs up', async () => {
    const founder = await linkedVisitor();
    await show(founder, await answerTo(founder, 'country'));
    await founder.fetch('/api/auth/sign-up/email', {
      json: { name: 'Ada', email: 'ada.lives@example.com', password: 'a long password' },
      headers: { origin: backend.url },
    });
    expect((await me(founder)).shownAttributes).toMatchObject([{ value: 'DK' }]);
  });

  it('is not asked for where the operator has not enabled it', async () => {
    const off = await startTestApp(environment());
    try {
      const founder = await linkedVisitor(off);
      expect((await me(founder)).offeredAttributes).toEqual([]);
      const asked = await call(founder, 'startAttribute', { attribute: 'adult' });
      expect(codeOf(asked)).toBe('identity.attribute_off');
      const answer = { attribute: 'adult', nonce: 'n', presentation: '{}' };
      expect(codeOf(await show(founder, answer))).toBe('identity.attribute_off');
    } finally {
      await off.stop();
    }
  });
});
