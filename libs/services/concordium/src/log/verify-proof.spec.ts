import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { manifestFileName, proofSchema } from '@hatchr/contracts';
import { digestOf, serviceFixture } from '../testing/log-fixture.js';
import { generateLogKey } from './log-key.js';

// The smallest kit there is: a manifest of no files, so that its digest is fixed here.
const emptyRoot = createHash('sha256').digest('hex');
const manifest =
  `{"algorithm":"sha256","files":[],"format":"hatchr-manifest/1","merkleRoot":"${emptyRoot}",` +
  '"name":"Kit","slug":"kit"}\n';
const digest = digestOf(manifest);

const service = serviceFixture();
const first = service.nextEntry(null, digestOf('before'), new Date('2026-11-23T09:00:00.000Z'));
const entry = service.nextEntry(first, digest, new Date('2026-11-23T10:00:00.000Z'));
const proof = service.toProof(entry);

const spkiPem = (type: 'ed25519' | 'ed448'): string =>
  (type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448')).publicKey
    .export({ type: 'spki', format: 'pem' })
    .toString();

const failedChecks = (value: unknown, about = digest, key?: string): string[] =>
  service
    .verifyProof(value, about, key)
    .checks.filter(({ passed }) => !passed)
    .map(({ name }) => name);

/** What was changed, and the checks that must name it. */
const tampered: [name: string, proof: unknown, checks: string[]][] = [
  ['index', { ...proof, entry: { ...entry, index: 2 } }, ['entry_hash']],
  ['digest', { ...proof, entry: { ...entry, digest: digestOf('x') } }, ['digest', 'entry_hash']],
  [
    'recordedAt',
    { ...proof, entry: { ...entry, recordedAt: '2020-01-01T00:00:00.000Z' } },
    ['entry_hash'],
  ],
  ['previousHash', { ...proof, entry: { ...entry, previousHash: digestOf('x') } }, ['entry_hash']],
  [
    'entryHash',
    { ...proof, entry: { ...entry, entryHash: digestOf('x') } },
    ['entry_hash', 'signature'],
  ],
  [
    'signature',
    { ...proof, entry: { ...entry, signature: Buffer.alloc(64).toString('base64') } },
    ['signature'],
  ],
  [
    'spelling of the signature',
    { ...proof, entry: { ...entry, signature: `${entry.signature}\n` } },
    ['signature'],
  ],
  ['keyId', { ...proof, entry: { ...entry, keyId: digestOf('x') } }, ['entry_hash', 'key_id']],
  [
    'publicKey',
    { ...proof, publicKey: spkiPem('ed25519') },
    ['key_id', 'signature', 'instance_key'],
  ],
  [
    'type of key',
    { ...proof, publicKey: spkiPem('ed448') },
    ['key_id', 'signature', 'instance_key'],
  ],
  ['key', { ...proof, publicKey: 'none' }, ['key_id', 'signature', 'instance_key']],
  [
    'private key',
    { ...proof, publicKey: generateLogKey() },
    ['key_id', 'signature', 'instance_key'],
  ],
  ['extra field', { ...proof, entry: { ...entry, chain: 'mainnet' } }, ['format']],
  ['missing field', { ...proof, entry: { ...entry, keyId: undefined } }, ['format']],
  ['kind', { ...proof, kind: 'concordium' }, ['format']],
  ['emptiness', {}, ['format']],
];

describe('verifyProof', () => {
  it('verifies a proof of this instance and says what that does not show', () => {
    const { outcome, checks, statement } = service.verifyProof(proof, digest);
    expect(outcome).toBe('verified');
    expect(checks.map(({ name }) => name)).toEqual([
      'format',
      'label',
      'digest',
      'entry_hash',
      'key_id',
      'signature',
      'instance_key',
    ]);
    for (const part of ['Entry 1', '2026-11-23T10:00:00.000Z', 'not on a chain', 'who made'])
      expect(statement).toContain(part);
  });

  it('makes proofs that keep the contract and survive JSON', () => {
    expect(proofSchema.parse(JSON.parse(JSON.stringify(proof)))).toEqual(proof);
    expect(proof).toMatchObject({
      kind: 'local-log',
      label: 'Local log, not on a chain',
      servedBy: {
        provider: 'local transparency log',
        mode: 'embedded',
        reason: 'No Concordium account is configured on this instance.',
      },
    });
    expect(proof.publicKey).not.toContain('PRIVATE');
  });

  it.each(tampered)('names what fails when the %s was changed', (_name, value, checks) => {
    expect(failedChecks(value)).toEqual(checks);
    const { outcome, statement } = service.verifyProof(value, digest);
    expect(outcome).toBe('invalid');
    expect(statement).toContain('does not hold');
  });

  it.each([
    ['label', { label: 'Concordium mainnet' }],
    ['mode', { servedBy: { ...proof.servedBy, mode: 'live' as const } }],
    ['provider', { servedBy: { ...proof.servedBy, provider: 'Concordium' } }],
  ])('refuses a proof that claims a better %s, which no signature covers', (_name, change) => {
    expect(failedChecks({ ...proof, ...change })).toEqual(['label']);
  });

  it('refuses the proof of another kit', () => {
    expect(failedChecks(proof, digestOf('another kit'))).toEqual(['digest']);
  });

  it('refuses a proof that another instance made for the same digest', () => {
    const other = serviceFixture();
    const foreign = other.toProof(other.nextEntry(null, digest, new Date(0)));
    expect(failedChecks(foreign)).toEqual(['instance_key']);
    expect(failedChecks(foreign, digest, other.publicKey().pem)).toEqual([]);
  });

  it.each([null, [], 'text', 7, { entry: null }, { ...proof, entry: [] }])(
    'answers for %j without failing',
    (value) => {
      const { outcome } = service.verifyProof(value, digest);
      expect(outcome).toBe(value === null ? 'unknown' : 'invalid');
    },
  );

  it.each([spkiPem('ed448'), 'none', generateLogKey()])(
    'refuses to expect a key that is no Ed25519 public key',
    (key) => {
      expect(() => service.verifyProof(proof, digest, key)).toThrow(
        expect.objectContaining({ code: 'input.invalid' }),
      );
    },
  );
});

describe('the verifier in the ZIP', () => {
  // Run as a program, as a founder does: a service may not import another one.
  const verifier = fileURLToPath(new URL('../../../packaging/assets/verify.mjs', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'concordium-verifier-'));
  const kit = mkdtempSync(join(folder, 'kit-'));
  writeFileSync(join(kit, manifestFileName), manifest);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const exitCode = (value: unknown, keyId = service.publicKey().keyId): number | null => {
    const path = join(folder, 'kit.proof.json');
    writeFileSync(path, JSON.stringify(value));
    const parameters = [verifier, kit, '--proof', path, '--key-id', keyId];
    return spawnSync(process.execPath, parameters, { stdio: 'ignore' }).status;
  };

  it('accepts what verifyProof accepts', () => {
    expect(exitCode(proof)).toBe(0);
  });

  it.each(tampered)('refuses it too when the %s was changed', (_name, value) => {
    expect(exitCode(value)).toBe(1);
  });

  it('refuses the proof of another instance too', () => {
    const other = serviceFixture();
    const foreign = other.toProof(other.nextEntry(null, digest, new Date(0)));
    expect(exitCode(foreign)).toBe(1);
    expect(exitCode(foreign, other.publicKey().keyId)).toBe(0);
  });
});
