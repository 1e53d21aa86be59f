import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sha256Hex } from '../testing/kit-fixture.js';
import { buildManifest, manifestBytes, manifestDigest } from './build-manifest.js';
import { canonicalJson } from './canonical-json.js';
import { merkleRoot } from './merkle-root.js';

const kit = { name: 'Recaller', slug: 'recaller' };
const entry = (path: string, content = path): { path: string; size: number; sha256: string } => ({
  path,
  size: Buffer.byteLength(content),
  sha256: sha256Hex(content),
});
const hash = (...parts: (Buffer | string)[]): Buffer => {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
};

describe('the manifest', () => {
  it('sorts by the bytes of the path, whatever the order and the locale', () => {
    // U+FF5E comes before U+1F600 in UTF-8 and after it in UTF-16.
    const paths = ['b', 'ä', 'a/b', 'Z', 'a-b', '\u{1f600}', '\uff5e'];
    const manifest = buildManifest(
      kit,
      paths.map((path) => entry(path)),
    );
    const expected = ['Z', 'a-b', 'a/b', 'b', 'ä', '\uff5e', '\u{1f600}'];
    expect(manifest.files.map((file) => file.path)).toEqual(expected);
  });

  it('gives the same bytes for the same files in another order', () => {
    const entries = ['z', 'm/n', 'a'].map((path) => entry(path));
    const other = [...entries].reverse();
    expect(manifestBytes(buildManifest(kit, other))).toEqual(
      manifestBytes(buildManifest(kit, entries)),
    );
  });

  it('has the Merkle root of RFC 6962 for three files', () => {
    const leaf = (path: string): Buffer => hash(Buffer.of(0), path, '\0', sha256Hex(path));
    const left = hash(Buffer.of(1), leaf('a'), leaf('b'));
    const root = hash(Buffer.of(1), left, leaf('c'));
    const manifest = buildManifest(kit, [entry('c'), entry('a'), entry('b')]);
    expect(manifest.merkleRoot).toBe(root.toString('hex'));
  });

  it('writes canonical JSON and one newline, and digests exactly those bytes', () => {
    const manifest = buildManifest(kit, [entry('a', 'hello')]);
    const text = Buffer.from(manifestBytes(manifest)).toString('utf8');
    expect(text).toBe(
      `{"algorithm":"sha256","files":[{"path":"a","sha256":"${sha256Hex('hello')}","size":5}],` +
        `"format":"hatchr-manifest/1","merkleRoot":"${manifest.merkleRoot}","name":"Recaller","slug":"recaller"}\n`,
    );
    expect(manifestDigest(manifest)).toBe(sha256Hex(text));
  });

  it.each([
    ['a content', [entry('a', 'x'), entry('b')]],
    ['a path', [entry('c', 'a'), entry('b')]],
    ['a missing file', [entry('a')]],
  ])('changes digest and root with %s', (_name, entries) => {
    const original = buildManifest(kit, [entry('a'), entry('b')]);
    const changed = buildManifest(kit, entries);
    expect(changed.merkleRoot).not.toBe(original.merkleRoot);
    expect(manifestDigest(changed)).not.toBe(manifestDigest(original));
  });

  it.each([
    ['itself', [entry('hatchr.manifest.json')], 'packaging.unsafe_path'],
    ['one path twice', [entry('a'), entry('a')], 'packaging.unsafe_path'],
    ['a way out', [entry('../a')], 'packaging.unsafe_path'],
    ['a digest that is none', [{ ...entry('a'), sha256: 'abc' }], 'input.invalid'],
    ['half a byte', [{ ...entry('a'), size: 0.5 }], 'input.invalid'],
  ])('refuses to list %s', (_name, entries, code) => {
    expect(() => buildManifest(kit, entries)).toThrow(expect.objectContaining({ code }));
  });
});

describe('merkleRoot', () => {
  it('gives the published root of RFC 6962 for no leaves', () => {
    expect(merkleRoot([]).toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('gives the published roots of the test vectors of Certificate Transparency', () => {
    // Leaves and root of certificate-transparency's reference tree (merkle_tree_test.cc).
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'];
    inputs.push('606162636465666768696a6b6c6d6e6f');
    const leaves = inputs.map((hex) => hash(Buffer.of(0), Buffer.from(hex, 'hex')));
    expect(merkleRoot(leaves).toString('hex')).toBe(
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    );
    expect(merkleRoot(leaves.slice(0, 3)).toString('hex')).toBe(
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    );
  });
});

describe('canonicalJson', () => {
  it('sorts keys at every depth by UTF-16 units and drops what is undefined', () => {
    // Order of the keys from RFC 8785, section 3.2.3.
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': { b: null, a: [true, 'x'] },
      u: undefined,
    };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":{"a":[true,"x"],"b":null},"\u20ac":1,"\ufb33":3}',
    );
  });
});
