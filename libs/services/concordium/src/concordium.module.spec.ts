import 'reflect-metadata';
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { ConcordiumModule, ConcordiumService, generateLogKey } from './index.js';

async function start(logPrivateKeyPem: string): Promise<ConcordiumService> {
  const imports = [ConcordiumModule.register({ logPrivateKeyPem })];
  const module = await Test.createTestingModule({ imports }).compile();
  return module.get(ConcordiumService);
}

const pkcs8 = { type: 'pkcs8', format: 'pem' } as const;

describe('ConcordiumModule', () => {
  it('starts with a generated key and publishes only its public part', async () => {
    const pem = generateLogKey();
    const key = (await start(pem)).publicKey();
    expect(key.pem).toMatch(/^-----BEGIN PUBLIC KEY-----/u);
    expect(key.keyId).toMatch(/^[0-9a-f]{64}$/u);
    expect((await start(pem)).publicKey()).toEqual(key);
    expect((await start(generateLogKey())).publicKey().keyId).not.toBe(key.keyId);
  });

  it.each([
    [
      'an RSA key',
      generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export(pkcs8),
      'rsa',
    ],
    [
      'an EC key',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(pkcs8),
      'ec',
    ],
    ['an Ed448 key', generateKeyPairSync('ed448').privateKey.export(pkcs8), 'ed448'],
    [
      'a public key',
      generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }),
      'PKCS8 PEM',
    ],
    [
      'an encrypted key',
      generateKeyPairSync('ed25519').privateKey.export({
        ...pkcs8,
        cipher: 'aes-256-cbc',
        passphrase: 'x',
      }),
      'unencrypted',
    ],
    ['nothing', '', 'PKCS8 PEM'],
    ['no key', 'secret-that-must-not-show', 'PKCS8 PEM'],
  ])('refuses to start with %s and says why', async (_name, pem, word) => {
    const starting = start(pem.toString());
    await expect(starting).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(starting).rejects.toThrow(word);
    await expect(starting).rejects.not.toThrow('secret-that');
  });

  it('says that nobody is verified and where the proof goes', async () => {
    const statement = (await start(generateLogKey())).identityStatement();
    expect(statement).toContain('unverified');
    expect(statement).toContain('not on a chain');
  });
});
