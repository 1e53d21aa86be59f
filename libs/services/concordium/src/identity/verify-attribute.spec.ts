import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { IdentityAttribute } from '@hatchr/contracts';
import { LocalChain, startLocalNode } from '../../../../../tools/concordium/local-node.mjs';
import type { LocalNode } from '../../../../../tools/concordium/local-node.mjs';
import {
  createTestAccount,
  type TestAccount,
} from '../../../../../tools/concordium/test-account.mjs';
import { giveIdentity } from '../../../../../tools/concordium/test-identity.mjs';
import { generateLogKey } from '../log/log-key.js';
import { statementOf } from './attribute-request.js';
import { IdentityService } from './identity.service.js';

// A proof takes the better part of a second of the processor.
jest.setTimeout(120_000);

const domain = 'hatchr.example';
const now = new Date('2026-11-26T12:00:00.000Z');
const [founder, minor, stranger, expired] = [1, 2, 3, 4].map(() => createTestAccount()) as [
  TestAccount,
  TestAccount,
  TestAccount,
  TestAccount,
];
// Of age on this very day, and one day short of it.
const adult = giveIdentity(founder, { dob: '20081126', countryOfResidence: 'DK' });
const child = giveIdentity(minor, { dob: '20081127', countryOfResidence: 'DK' });
const other = giveIdentity(stranger, { dob: '19800101', countryOfResidence: 'SE' });
const old = giveIdentity(expired, { dob: '19800101' }, { validTo: { year: 2026, month: 10 } });
let node: LocalNode;
let service: IdentityService;

const serviceFor = (attributes: IdentityAttribute[], genesisHash: string): IdentityService =>
  new IdentityService({
    logPrivateKeyPem: generateLogKey(),
    chain: { nodeUrl: node.url, network: 'private', genesisHash, callTimeoutMs: 5_000 },
    attributes,
  });

beforeAll(async () => {
  const chain = new LocalChain();
  for (const { onChain } of [founder, minor, stranger, expired]) chain.addAccount(onChain);
  node = await startLocalNode({ chain, blockMs: null });
  service = serviceFor(['adult', 'country'], chain.genesisHash);
});
afterAll(async () => {
  await service.onApplicationShutdown();
  node.stop();
});

async function ask(attribute: IdentityAttribute, account = founder, at = now) {
  const about = { attribute, account: account.address, domain };
  const request = await service.newAttributeRequest(about, at);
  return { request, question: { ...about, nonce: request.nonce } };
}
type Question = Awaited<ReturnType<typeof ask>>['question'];
const shown = (presentation: string, question: Question, at = now): Promise<unknown> =>
  service.verifyAttribute(presentation, question, at).catch((error: unknown) => {
    const { code, details } = error as { code?: string; details?: { reason?: string } };
    return code === 'identity.attribute_refused' ? details?.reason : error;
  });

describe('showing an attribute of the identity behind an account', () => {
  it('shows that someone is of age, from the day on, and not when they were born', async () => {
    const { request, question } = await ask('adult');
    const presentation = adult.present(request);
    expect(presentation).not.toContain('20081126');
    expect(await shown(presentation, question)).toBe('at least 18');
  });

  it('shows the country of residence as the identity provider wrote it', async () => {
    const { request, question } = await ask('country');
    expect(await shown(adult.present(request), question)).toBe('DK');
  });

  it('still holds when midnight passes before the answer, and not a day later', async () => {
    const { request, question } = await ask('adult', founder, new Date('2026-11-26T23:59:00Z'));
    const presentation = adult.present(request);
    expect(await shown(presentation, question, new Date('2026-11-27T00:01:00Z'))).toBe(
      'at least 18',
    );
    expect(await shown(presentation, question, new Date('2026-11-28T00:01:00Z'))).toMatch(
      /another statement/,
    );
  });

  it('is refused for another request, page, chain or account', async () => {
    const { request, question } = await ask('adult');
    const presentation = adult.present(request);
    const again = await ask('adult');
    expect(await shown(presentation, again.question)).toMatch(/another request/);
    expect(await shown(presentation, { ...question, domain: 'evil.example' })).toMatch(
      /another request/,
    );
    const foreign = serviceFor(['adult'], 'b'.repeat(64));
    await expect(foreign.verifyAttribute(presentation, question, now)).rejects.toMatchObject({
      code: 'identity.attribute_refused',
    });
    await expect(foreign.newAttributeRequest(question, now)).rejects.toMatchObject({
      code: 'proof.wrong_network',
    });
    await foreign.onApplicationShutdown();
    // A true proof by the identity of someone else.
    expect(await shown(other.present(request), question)).toMatch(/not one of the linked account/);
  });

  it('is refused from who does not fulfil it', async () => {
    const { request, question } = await ask('adult', minor);
    // The SDK makes something all the same.
    expect(await shown(child.present(request), question)).toMatch(/does not hold/);
    const invented = child.present(request, { dob: '19900101' });
    expect(await shown(invented, question)).toMatch(/does not hold/);
    // A true proof of less than was asked: 17 years.
    const weaker = { ...statementOf('adult', now), upper: '20091127' };
    const ofLess = child.present({ ...request, statements: [{ statement: [weaker] }] });
    expect(await shown(ofLess, question)).toMatch(/another statement/);
    const country = await ask('country', minor);
    const elsewhere = child.present(country.request, { countryOfResidence: 'SE' });
    expect(await shown(elsewhere, country.question)).toMatch(/does not hold/);
    const ofCountry = child.present({ ...request, statements: country.request.statements });
    expect(await shown(ofCountry, question)).toMatch(/another statement/);
  });

  it('is refused when the proof, the credential, the issuer or the value was changed', async () => {
    const { request, question } = await ask('country');
    const presentation = adult.present(request);
    const [, proof = ''] = /"proof":"([0-9a-f]{64,})"/.exec(presentation) ?? [];
    const flipped = (proof.startsWith('0') ? '1' : '0') + proof.slice(1);
    expect(await shown(presentation.replace(proof, flipped), question)).toMatch(/does not hold/);
    expect(await shown(presentation.replace('"DK"', '"SE"'), question)).toMatch(/does not hold/);
    expect(await shown(presentation.replace(':idp:0', ':idp:1'), question)).toMatch(
      /another identity provider/,
    );
    expect(
      await shown(presentation.replace('ccd:testnet:cred', 'ccd:mainnet:cred'), question),
    ).toMatch(/not one of the linked account/);
    const theirs = stranger.onChain.credentials[0]?.credId ?? '';
    const ours = founder.onChain.credentials[0]?.credId ?? '';
    const mine = other.present(request).replace(theirs, ours);
    expect(await shown(mine, question)).toMatch(/does not hold/);
  });

  it('is refused once the identity has expired', async () => {
    const { request, question } = await ask('adult', expired);
    expect(await shown(old.present(request), question)).toMatch(/expired/);
  });

  it.each([
    '',
    'null',
    '7',
    '[]',
    '{}',
    '{"verifiableCredential":[]}',
    '{"verifiableCredential":[null]}',
  ])('is refused, and nothing crashes, for %j as a presentation', async (presentation) => {
    const { question } = await ask('adult');
    expect(await shown(presentation, question)).toMatch(/form of a presentation/);
  });

  it('is not asked for where it is off', async () => {
    const off = serviceFor([], node.chain.genesisHash);
    const { request, question } = await ask('adult');
    const code = { code: 'identity.attribute_off' };
    await expect(off.newAttributeRequest(question, now)).rejects.toMatchObject(code);
    await expect(off.verifyAttribute(adult.present(request), question, now)).rejects.toMatchObject(
      code,
    );
    await off.onApplicationShutdown();
  });
});
