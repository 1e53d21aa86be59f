import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { logEntrySchema } from '@hatchr/contracts';
import { digestOf, logFixture, serviceFixture } from '../testing/log-fixture.js';

const service = serviceFixture();
const when = new Date('2026-11-23T10:00:00.000Z');

describe('nextEntry', () => {
  it('begins the log at 0 after 64 zeros and links each entry to the one before', () => {
    const [first, second] = logFixture(service, 2);
    expect(first).toMatchObject({ index: 0, previousHash: '0'.repeat(64) });
    expect(second).toMatchObject({ index: 1, previousHash: first?.entryHash });
    expect(logEntrySchema.parse(second)).toEqual(second);
  });

  it('hashes the sorted JSON of its fields and signs the 32 bytes, as anyone can repeat', () => {
    const entry = service.nextEntry(null, digestOf('kit'), when);
    const text =
      `{"digest":"${entry.digest}","index":0,"keyId":"${entry.keyId}",` +
      `"previousHash":"${'0'.repeat(64)}","recordedAt":"2026-11-23T10:00:00.000Z"}`;
    expect(entry.entryHash).toBe(createHash('sha256').update(text).digest('hex'));
    const key = createPublicKey(service.publicKey().pem);
    const bytes = Buffer.from(entry.entryHash, 'hex');
    expect(verify(null, bytes, key, Buffer.from(entry.signature, 'base64'))).toBe(true);
    const spki = key.export({ type: 'spki', format: 'der' });
    expect(entry.keyId).toBe(createHash('sha256').update(spki).digest('hex'));
  });

  it('gives the same entry for the same input', () => {
    expect(service.nextEntry(null, digestOf('kit'), when)).toEqual(
      service.nextEntry(null, digestOf('kit'), when),
    );
  });

  it.each(['', 'abc', digestOf('x').toUpperCase(), `${digestOf('x')}0`, ` ${digestOf('x')}`])(
    'refuses the digest %j',
    (digest) => {
      expect(() => service.nextEntry(null, digest, when)).toThrow(
        expect.objectContaining({ code: 'input.invalid' }),
      );
    },
  );

  it('refuses a time that is none', () => {
    expect(() => service.nextEntry(null, digestOf('x'), new Date('never'))).toThrow(
      expect.objectContaining({ code: 'input.invalid' }),
    );
  });

  it.each([
    ['index', { index: 7 }],
    ['digest', { digest: digestOf('other') }],
    ['time', { recordedAt: '2020-01-01T00:00:00.000Z' }],
    ['hash', { entryHash: digestOf('other') }],
    ['signature', { signature: Buffer.alloc(64).toString('base64') }],
  ])('builds nothing on an entry whose %s was changed', (_name, change) => {
    const previous = { ...service.nextEntry(null, digestOf('kit'), when), ...change };
    expect(() => service.nextEntry(previous, digestOf('x'), when)).toThrow(
      expect.objectContaining({ code: 'proof.log_broken' }),
    );
  });

  it('builds nothing on an entry that another key signed', () => {
    const previous = serviceFixture().nextEntry(null, digestOf('kit'), when);
    expect(() => service.nextEntry(previous, digestOf('x'), when)).toThrow(
      expect.objectContaining({ code: 'proof.log_broken' }),
    );
  });
});
