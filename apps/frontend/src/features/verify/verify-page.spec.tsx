import { webcrypto } from 'node:crypto';
import { toProofDocument } from '@hatchr/contracts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { project } from '../../../test/fixtures/project';
import { anchoredProof } from '../../../test/fixtures/anchored-proof';
import { kitFixture } from '../../../test/fixtures/kit-zip';
import { renderWithApi, visit } from '../../../test/render-with-api';
import { VerifyPage } from './verify-page';

const unknown = {
  outcome: 'unknown',
  statement: 'No proof is recorded for this digest on this instance.',
  checks: [],
  proof: null,
};
/** sha256 of the four bytes `test`, a published test value. */
const digestOfTest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

function show(address = '/verify') {
  visit(address);
  return renderWithApi(<VerifyPage />, {
    'proofs.verify': ({ digest }: { digest: string }) =>
      digest === project.manifestDigest
        ? {
            outcome: 'verified',
            statement: 'Recorded and unchanged.',
            checks: [{ name: 'Chain', passed: true, detail: '13 entries.' }],
            proof: project.proof,
          }
        : unknown,
    'proofs.verifyPresented': () => ({
      ...unknown,
      outcome: 'invalid',
      checks: [{ name: 'digest', passed: false, detail: 'It is about another digest.' }],
    }),
  });
}

const dropZone = () => screen.getByLabelText(/Drop the ZIP/);

/** Node's digest takes no buffer of jsdom's realm, so the file hands out one of Node's own. */
function fileOf(bytes: Uint8Array, name: string): File {
  const file = new File([Uint8Array.from(bytes)], name);
  const own = (part: Uint8Array) => ({
    arrayBuffer: () => Promise.resolve(Uint8Array.from(part).buffer),
  });
  Object.assign(file, {
    ...own(bytes),
    slice: (from: number, to: number) => own(bytes.slice(from, to)),
  });
  return file;
}

describe('the verify page', () => {
  beforeEach(() => {
    Object.defineProperty(globalThis.crypto, 'subtle', {
      value: webcrypto.subtle,
      configurable: true,
    });
  });
  afterEach(cleanup);

  it('verifies the digest in the address, with every check and the record', async () => {
    show(`/verify?digest=${project.manifestDigest}`);
    expect(await screen.findByText('Recorded and unchanged.')).toBeTruthy();
    expect(screen.getByText('13 entries.')).toBeTruthy();
    expect(screen.getByText('Local log, not on a chain')).toBeTruthy();
  });

  it('refuses what is no digest, and asks nobody', async () => {
    const { api, user } = show();
    await user.type(
      screen.getByRole('textbox', { name: 'Manifest digest' }),
      'not a digest{Enter}',
    );
    expect(screen.getByText(/64 characters of 0-9 and a-f/)).toBeTruthy();
    expect(api.calls.some(({ path }) => path === 'proofs.verify')).toBe(false);
  });

  it('takes a digest in capitals with spaces around it', async () => {
    const { user } = show();
    const field = screen.getByRole('textbox', { name: 'Manifest digest' });
    await user.type(field, ` ${project.manifestDigest.toUpperCase()} {Enter}`);
    expect(await screen.findByText('Recorded and unchanged.')).toBeTruthy();
  });

  it('hashes a manifest in the browser and sends its digest only', async () => {
    const { api, user } = show();
    await user.upload(dropZone(), fileOf(Buffer.from('test'), 'hatchr.manifest.json'));
    expect(await screen.findByText('Not known here')).toBeTruthy();
    expect(
      api.calls.filter(({ path }) => path === 'proofs.verify').map(({ input }) => input),
    ).toEqual([{ digest: digestOfTest }]);
  });

  it('checks every file of a ZIP in the browser, and asks about its manifest', async () => {
    const { api, user } = show();
    const { zip, digest } = kitFixture();
    await user.upload(dropZone(), fileOf(zip, 'slotwise.zip'));
    expect(await screen.findByText('Every file is as the manifest lists it')).toBeTruthy();
    expect(api.calls.find(({ path }) => path === 'proofs.verify')?.input).toEqual({ digest });
  });

  it('names the file of a ZIP that was changed', async () => {
    const { user } = show();
    const { zip } = kitFixture({ 'src/page.tsx': 'changed' });
    await user.upload(dropZone(), fileOf(zip, 'slotwise.zip'));
    expect(await screen.findByText('These files are not the kit')).toBeTruthy();
    expect(screen.getByText(/^src\/page\.tsx was changed/)).toBeTruthy();
  });

  it('has the server check a proof that is dropped, and shows which check fails', async () => {
    const { api, user } = show();
    const document = toProofDocument(project.proof);
    await user.upload(dropZone(), fileOf(Buffer.from(JSON.stringify(document)), 'a.proof.json'));
    expect(await screen.findByText('It is about another digest.')).toBeTruthy();
    expect(api.calls.find(({ path }) => path === 'proofs.verifyPresented')?.input).toEqual({
      digest: project.manifestDigest,
      proof: document,
    });
  });

  it('leads nowhere from a proof that does not hold', async () => {
    const forged = {
      ...anchoredProof,
      anchor: anchoredProof.anchor && {
        ...anchoredProof.anchor,
        explorerUrl: 'https://look-alike.example/',
      },
    };
    visit('/verify');
    const { user } = renderWithApi(<VerifyPage />, {
      'proofs.verifyPresented': () => ({ ...unknown, outcome: 'invalid', proof: forged }),
    });
    await user.upload(dropZone(), fileOf(Buffer.from(JSON.stringify(forged)), 'a.proof.json'));
    expect(await screen.findByText('Not valid')).toBeTruthy();
    expect(screen.getByText(anchoredProof.label)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'See it on the chain' })).toBeNull();
  });

  it('shows where a proof is on the chain, and links to an explorer only where there is one', async () => {
    visit(`/verify?digest=${project.manifestDigest}`);
    renderWithApi(<VerifyPage />, {
      'proofs.verify': () => ({ ...unknown, outcome: 'verified', proof: anchoredProof }),
    });
    expect(await screen.findByText('Anchored on Concordium testnet')).toBeTruthy();
    expect(screen.getByText('with 2 other kits')).toBeTruthy();
    expect(screen.getByText('2.164 CCD')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'See it on the chain' }).getAttribute('href')).toBe(
      anchoredProof.anchor?.explorerUrl,
    );
  });
});
