import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import {
  appendFile,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  manifestFileName,
  silentStepContext,
  type LogEntry,
  type Manifest,
} from '@hatchr/contracts';
import { canonicalJson } from './manifest/canonical-json.js';
import { PackagingService } from './packaging.service.js';
import { documentsFixture, MemorySink, sha256Hex, sourceOf } from './testing/kit-fixture.js';
import { unpackZip } from './testing/read-zip.js';

const packaging = new PackagingService();
let folder: string;
let kit: string;
let digest: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packaging-verifier-'));
  kit = join(folder, 'recaller');
  const input = documentsFixture();
  const files = [
    ...packaging
      .documents(input)
      .map((file) => sourceOf(file.path, file.content, { mode: file.mode })),
    sourceOf('.env.example', 'PORT=3000\n'),
    sourceOf('launch/Überblick.png', Buffer.alloc(3_000_000, 9)),
    sourceOf('src/app/[id]/page.tsx', ''),
  ];
  const manifest = packaging.manifest(input.spec, files);
  digest = packaging.manifestDigest(manifest);
  files.push(sourceOf(manifestFileName, packaging.manifestBytes(manifest)));
  const sink = new MemorySink();
  await packaging.writeZip({ slug: input.spec.slug, files }, sink, silentStepContext());
  await unpackZip(sink.bytes, folder);
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The verifier as it is before it is packed, for a kit whose own cannot be trusted. */
const pristine = fileURLToPath(new URL('../assets/verify.mjs', import.meta.url));

function verifyBy(
  verifier: string,
  ...parameters: string[]
): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [verifier, ...parameters], {
    encoding: 'utf8',
    cwd: tmpdir(),
  });
  return { status, output: stdout + stderr };
}

const verify = (...parameters: string[]) => verifyBy(join(kit, 'verify.mjs'), ...parameters);

describe('verify.mjs in an unpacked kit', () => {
  it('accepts the kit as it was packed and prints digest and root', () => {
    const { status, output } = verify();
    expect(output).toContain('Result: everything matches.');
    expect(output).toContain(`Manifest digest  ${digest}`);
    expect(output).toContain('Without --proof');
    expect(status).toBe(0);
  });

  it('names a file of which one byte changed', async () => {
    const content = Buffer.alloc(3_000_000, 9);
    content[1_500_000] = 8;
    await writeFile(join(kit, 'launch/Überblick.png'), content);
    const { status, output } = verify();
    expect(output).toContain('changed (another sha256): launch/Überblick.png');
    expect(status).toBe(1);
  });

  it('names the file whichever it is, also itself, when one byte of it is flipped', async () => {
    const { files } = JSON.parse(await readFile(join(kit, manifestFileName), 'utf8')) as Manifest;
    for (const file of files.filter(({ size }) => size > 0)) {
      const path = join(kit, file.path);
      const original = await readFile(path);
      const flipped = Buffer.from(original);
      const at = Math.floor(original.length / 3);
      flipped.writeUInt8(original.readUInt8(at) ^ 1, at);
      await writeFile(path, flipped);
      const { status, output } = verifyBy(pristine, kit);
      await writeFile(path, original);
      expect([status, output]).toEqual([
        1,
        expect.stringContaining(`changed (another sha256): ${file.path}\n`),
      ]);
      expect(output.match(/changed|missing|extra/gu)).toHaveLength(1);
    }
    expect(verifyBy(pristine, kit).status).toBe(0);
  }, 60_000);

  it('names a file that grew, one that is missing and one that was added', async () => {
    await appendFile(join(kit, 'docs/roadmap.md'), 'x');
    await rm(join(kit, '.env.example'));
    await writeFile(join(kit, 'src/backdoor.ts'), 'x');
    const { status, output } = verify();
    expect(output).toMatch(/changed \(\d+ bytes instead of \d+\): docs\/roadmap\.md/u);
    expect(output).toContain('missing: .env.example');
    expect(output).toContain('extra: src/backdoor.ts');
    expect(status).toBe(1);
  });

  it('takes no link for a file, whatever is behind it', async () => {
    await rename(join(kit, 'docs'), join(folder, 'docs-elsewhere'));
    await symlink(join(folder, 'docs-elsewhere'), join(kit, 'docs'), 'junction');
    const { status, output } = verify();
    expect(output).toContain('not a plain file of this folder): docs/roadmap.md');
    expect(status).toBe(1);
  });

  it('ignores what working with the app makes, and says what that is', async () => {
    const made = ['node_modules/a/index.js', '.next/x', '.data/pg/y', 'supabase/.temp/z'];
    for (const path of [...made, '.env.local', 'src/tsconfig.tsbuildinfo']) {
      await mkdir(join(kit, path, '..'), { recursive: true });
      await writeFile(join(kit, path), 'x');
    }
    expect(verify().status).toBe(0);
    const { status, output } = verify('--help');
    for (const name of ['node_modules', '.next', '.data', '.env.local', '*.tsbuildinfo'])
      expect(output).toContain(name);
    expect(status).toBe(0);
  });

  it.each([
    ['digest in it', /"sha256":"./u, '"sha256":"f', 1, 'changed (another sha256)'],
    ['size in it', /"size":0/u, '"size":1', 1, 'changed (0 bytes instead of 1)'],
    ['Merkle root', /"merkleRoot":"./u, '"merkleRoot":"x', 1, 'the Merkle root of the manifest'],
    ['name', 'Recaller', 'Renamed', 0, 'everything matches'],
    ['spacing', ',', ', ', 1, 'not in canonical form'],
    [
      'order of files',
      /(\{"path":"\.env[^}]*\}),(\{[^}]*\})/u,
      '$2,$1',
      1,
      'does not list its files in order',
    ],
    ['place of a file', 'docs/roadmap.md', '../roadmap.md', 2, 'not a file of the kit'],
    ['format', 'hatchr-manifest/1', 'hatchr-manifest/9', 2, 'does not know'],
    ['syntax', '{', '', 2, 'not JSON'],
  ])('tells what a manifest with another %s comes to', async (...row) => {
    const [, from, to, expected, message] = row;
    const path = join(kit, manifestFileName);
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
    const { status, output } = verify();
    expect(output).toContain(message);
    expect(status).toBe(expected);
  });

  it('ends with 2 when there is no manifest, no folder or no such option', async () => {
    expect(verify(join(folder, 'nowhere')).status).toBe(2);
    expect(verify('--prove').status).toBe(2);
    expect(verify('--proof').status).toBe(2);
    await rm(join(kit, manifestFileName));
    expect(verify().status).toBe(2);
  });
});

describe('verify.mjs with a proof', () => {
  it('accepts the proof of this manifest, by the expected key', async () => {
    const proof = makeProof();
    const { status, output } = await verifyWith(proof, '--key-id', proof.entry.keyId);
    expect(output).toContain('entry 3 of a local transparency log, not of a chain');
    expect(output).toContain(proof.entry.keyId);
    expect(status).toBe(0);
  });

  it('fails when a file changed, however good the proof is', async () => {
    await appendFile(join(kit, '.env.example'), 'x');
    expect((await verifyWith(makeProof())).status).toBe(1);
  });

  it('refuses a manifest that was rewritten as a whole after the proof', async () => {
    const proof = makeProof();
    const path = join(kit, manifestFileName);
    await writeFile(path, (await readFile(path, 'utf8')).replace('Recaller', 'Renamed'));
    const { status, output } = await verifyWith(proof);
    expect(output).toContain('WRONG  the proof is about this manifest');
    expect(status).toBe(1);
  });

  it('refuses the proof of another manifest', async () => {
    const { status, output } = await verifyWith(makeProof({ digest: sha256Hex('other') }));
    expect(output).toContain('WRONG  the proof is about this manifest');
    expect(status).toBe(1);
  });

  it.each([
    ['index', { index: 4 }],
    ['recordedAt', { recordedAt: '2020-01-01T00:00:00.000Z' }],
    ['previousHash', { previousHash: sha256Hex('x') }],
    ['entryHash', { entryHash: sha256Hex('x') }],
    ['signature', { signature: Buffer.alloc(64).toString('base64') }],
    ['spelling of the signature', { signature: 'not base64' }],
    ['keyId', { keyId: sha256Hex('x') }],
  ])('refuses a proof whose %s was changed afterwards', async (_name, change) => {
    const proof = makeProof();
    expect((await verifyWith({ ...proof, entry: { ...proof.entry, ...change } })).status).toBe(1);
  });

  it('refuses a key that did not sign, one of another kind, and one that is not expected', async () => {
    const other = generateKeyPairSync('ed25519').publicKey;
    const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
    for (const publicKey of [pem(other), pem(elliptic), 'no key'])
      expect((await verifyWith({ ...makeProof(), publicKey })).status).toBe(1);
    const { status, output } = await verifyWith(makeProof(), '--key-id', sha256Hex('x'));
    expect(output).toContain('WRONG  the key is the expected one');
    expect(status).toBe(1);
  });

  it('refuses what is no proof, and cannot check what is no JSON', async () => {
    for (const value of [null, [], 7, {}, { kind: 'local-log', entry: null }])
      expect((await verifyWith(value)).status).toBe(1);
    await writeFile(join(folder, 'broken.json'), '{');
    expect(verify('--proof', join(folder, 'broken.json')).status).toBe(2);
    expect(verify('--proof', join(folder, 'absent.json')).status).toBe(2);
  });
});

const pem = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }) as string;

/** A proof made with node:crypto alone, from the description in contracts. */
function makeProof(overrides: Partial<LogEntry> = {}): { entry: LogEntry; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const fields = {
    index: 3,
    digest,
    recordedAt: '2026-11-23T10:00:00.000Z',
    previousHash: sha256Hex('the entry before'),
    keyId: sha256Hex(publicKey.export({ type: 'spki', format: 'der' })),
    ...overrides,
  };
  const entryHash = sha256Hex(canonicalJson(fields));
  const signature = sign(null, Buffer.from(entryHash, 'hex'), privateKey).toString('base64');
  const servedBy = { provider: 'local transparency log', mode: 'embedded', reason: 'test' };
  const proof = { kind: 'local-log', label: 'test', publicKey: pem(publicKey), servedBy };
  return { ...proof, entry: { ...fields, entryHash, signature } };
}

async function verifyWith(
  proof: unknown,
  ...parameters: string[]
): Promise<{ status: number | null; output: string }> {
  const path = join(folder, 'recaller.proof.json');
  await writeFile(path, JSON.stringify(proof));
  return verify('--proof', path, ...parameters);
}
