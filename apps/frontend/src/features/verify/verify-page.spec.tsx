import { webcrypto } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { project } from '../../../test/fixtures/project';
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
  });
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
    const file = new File(['test'], 'hatchr.manifest.json', { type: 'application/json' });
    // Node's digest takes no buffer of jsdom's realm, so the file hands out one of Node's own.
    const bytes = Buffer.from('test');
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.resolve(buffer) });
    await user.upload(screen.getByLabelText(/Drop hatchr\.manifest\.json/), file);
    expect(await screen.findByText('Not known here')).toBeTruthy();
    expect(
      api.calls.filter(({ path }) => path === 'proofs.verify').map(({ input }) => input),
    ).toEqual([{ digest: digestOfTest }]);
  });
});
