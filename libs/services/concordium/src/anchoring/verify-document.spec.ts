import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  manifestFileName,
  readProofDocument,
  toProofDocument,
  type ChainAnchor,
  type Proof,
  type ProofVerification,
} from '@hatchr/contracts';
import { withChain } from '../log/verify-proof.js';
import { startChainFixture, type ChainFixture } from '../testing/chain-fixture.js';
import { digestOf, serviceFixture } from '../testing/log-fixture.js';

// The smallest kit there is: a manifest of no files.
const manifest =
  `{"algorithm":"sha256","files":[],"format":"hatchr-manifest/1","merkleRoot":"${createHash('sha256').digest('hex')}",` +
  '"name":"Kit","slug":"kit"}\n';
const digest = digestOf(manifest);
const service = serviceFixture();
let fixture: ChainFixture;
let proof: Proof;

beforeAll(async () => {
  fixture = await startChainFixture({ batchSize: 5 });
  const others = [1, 2, 3].map((index) => digestOf(`other ${index}`));
  fixture.ledger.waiting.push(...others, digest);
  await fixture.turn();
  fixture.finalize();
  await fixture.turn();
  const [made] = fixture.ledger.anchors;
  const anchor: ChainAnchor = {
    status: 'finalized',
    network: 'private',
    genesisHash: fixture.chain.genesisHash,
    sender: fixture.account.address,
    transactionHash: made?.hash ?? null,
    merkle: made?.leaves.find((leaf) => leaf.digest === digest)?.merkle ?? null,
    blockHash: made?.transaction?.blockHash ?? null,
    blockTime: made?.transaction?.blockTime.toISOString() ?? null,
    estimatedMicroCcd: String(made?.estimatedMicroCcd),
    paidMicroCcd: String(made?.transaction?.costMicroCcd),
    explorerUrl: null,
    problem: null,
  };
  const entry = service.nextEntry(null, digest, new Date('2026-11-25T10:00:00.000Z'));
  proof = service.toProof(entry, { anchor });
});
afterAll(() => {
  fixture.stopNode();
});

async function verify(presented: unknown): Promise<ProofVerification> {
  const verification = service.verifyPresented(presented, digest);
  const anchor = verification.proof?.anchor;
  if (!anchor) return verification;
  return withChain(verification, await fixture.service.verifyAnchor(anchor, digest), {
    isOurRecord: false,
  });
}

/** Every text and number in a value, with the path to it. */
function* leavesOf(value: unknown, path: string[] = []): Generator<[string[], unknown]> {
  if (typeof value !== 'object' || value === null) yield [path, value];
  else for (const [key, member] of Object.entries(value)) yield* leavesOf(member, [...path, key]);
}

function changed(value: unknown, path: string[]): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  let holder: Record<string, unknown> = copy;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  const old = holder[last];
  if (typeof old === 'number') holder[last] = old + 1;
  else if (typeof old === 'string')
    holder[last] = old.replace(/[\s\S]$/u, (end) => (end === '0' ? '1' : '0'));
  else holder[last] = 'something';
  return copy;
}

describe('the document of a proof', () => {
  it('has the shape of a Verifiable Credential and reads back as the proof', async () => {
    const document = toProofDocument(proof);
    expect(document['@context'][0]).toBe('https://www.w3.org/ns/credentials/v2');
    expect(document).toMatchObject({
      type: ['VerifiableCredential', 'ProofOfExistence'],
      validFrom: proof.anchor?.blockTime,
    });
    const again: unknown = JSON.parse(JSON.stringify(document));
    expect(readProofDocument(again)).toEqual(proof);
    expect(await verify(again)).toMatchObject({ outcome: 'verified' });
    expect(await verify(proof)).toMatchObject({ outcome: 'verified' });
  });

  it('names the issuer by its DID on a public chain', () => {
    const anchor = { ...proof.anchor, network: 'testnet' } as ChainAnchor;
    expect(toProofDocument({ ...proof, anchor }).issuer).toBe(
      `did:ccd:testnet:acc:${anchor.sender}`,
    );
  });

  it('does not verify with any one character of it changed', async () => {
    const document = toProofDocument(proof);
    const unnoticed: string[] = [];
    for (const [path] of leavesOf(document)) {
      const { outcome } = await verify(changed(document, path));
      if (outcome === 'verified') unnoticed.push(path.join('.'));
    }
    // What things are called, and an estimate that nobody but its maker can know.
    expect(unnoticed).toEqual([
      '@context.0',
      '@context.1.@vocab',
      'type.0',
      'type.1',
      'proof.1.estimatedMicroCcd',
    ]);
  });

  it('counts for nothing that the chain does not confirm, unless it is our own record', async () => {
    const anchor = { ...(proof.anchor as ChainAnchor), genesisHash: digestOf('another chain') };
    const brought = { ...proof, anchor };
    expect(await verify(brought)).toMatchObject({ outcome: 'unknown' });
    const ours = withChain(
      service.verifyPresented(brought, digest),
      await fixture.service.verifyAnchor(anchor, digest),
      { isOurRecord: true },
    );
    expect(ours.outcome).toBe('verified');
    expect(ours.statement).toContain('When it was last asked');
  });

  it('is no proof of another digest, nor without its entry', async () => {
    const document = toProofDocument(proof);
    const other = service.verifyPresented(document, digestOf('another kit'));
    expect(other.checks.filter(({ passed }) => !passed).map(({ name }) => name)).toEqual([
      'digest',
    ]);
    const [, anchorOnly] = document.proof;
    expect(await verify({ ...document, proof: [anchorOnly] })).toMatchObject({
      outcome: 'invalid',
    });
    for (const value of [undefined, 7, [], {}, 'text'])
      expect((await verify(value)).outcome).toBe('invalid');
  });
});

describe('the verifier in the ZIP, with a node', () => {
  // Run as a program, as a founder does, and without a line of ours that it shares.
  const verifier = fileURLToPath(new URL('../../../packaging/assets/verify.mjs', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'concordium-node-verifier-'));
  const kit = mkdtempSync(join(folder, 'kit-'));
  writeFileSync(join(kit, manifestFileName), manifest);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const run = (value: unknown, ...more: string[]): Promise<{ code: number; output: string }> => {
    const path = join(folder, 'kit.proof.json');
    writeFileSync(path, JSON.stringify(value));
    return new Promise((resolve) => {
      execFile(process.execPath, [verifier, kit, '--proof', path, ...more], (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: out + err });
      });
    });
  };
  const withAnchor = (change: Partial<ChainAnchor>): Proof => ({
    ...proof,
    anchor: { ...(proof.anchor as ChainAnchor), ...change },
  });

  it('confirms entry, path and chain, from the document and from the proof itself', async () => {
    for (const value of [toProofDocument(proof), proof]) {
      const { code, output } = await run(value, '--node', fixture.node().url);
      expect(output).toContain('Concordium (private) holds transaction');
      expect(output).toContain('ok     the transaction registers the root of the proof');
      expect(code).toBe(0);
    }
  });

  it('checks what it can without a network, and says what it did not', async () => {
    const { code, output } = await run(toProofDocument(proof));
    expect(output).toContain('ok     the Merkle path leads from this manifest');
    expect(output).toContain('Ask a node with --node');
    expect(code).toBe(0);
  });

  it('names what is wrong with the place on the chain', async () => {
    const node = ['--node', fixture.node().url];
    const other = digestOf('something else');
    const { merkle } = proof.anchor as ChainAnchor;
    for (const [change, wrong] of [
      [{ merkle: merkle && { ...merkle, index: 0 } }, 'the Merkle path leads'],
      [{ merkle: merkle && { ...merkle, root: other } }, 'the transaction registers the root'],
      [{ transactionHash: other }, 'the transaction is in that block'],
      [{ blockTime: '2020-01-01T00:00:00.000Z' }, 'the block has the time'],
      [
        { sender: '3e8w2a9KsfNjc5Le66Sh4P72924FFeS3A4icjXVFaKW3UW78Fs' },
        'the account of the proof',
      ],
      [{ genesisHash: other }, 'the node belongs to the chain'],
      [{ network: 'testnet' as const }, 'the node belongs to the chain'],
    ] as const) {
      const { code, output } = await run(withAnchor(change), ...node);
      expect(output).toContain(`WRONG  ${wrong}`);
      expect(code).toBe(1);
    }
  });

  it('ends with 2 where the node cannot be asked', async () => {
    const { code, output } = await run(proof, '--node', 'http://127.0.0.1:9');
    expect(output).toContain('cannot be asked');
    expect(code).toBe(2);
  });
});
