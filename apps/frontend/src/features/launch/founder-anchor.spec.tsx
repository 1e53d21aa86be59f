import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Account, ChainAnchor } from '@hatchr/contracts';
import { cleanup, screen } from '@testing-library/react';
import { refusal } from '../../../test/fake-links';
import { anchoredProof } from '../../../test/fixtures/anchored-proof';
import { guest } from '../../../test/fixtures/fixture-api';
import { project, proof } from '../../../test/fixtures/project';
import { renderWithApi } from '../../../test/render-with-api';
import { FounderAnchor } from './founder-anchor';

const address = '3e8w2a9KsfNjc5Le66Sh4P72924FFeS3A4icjXVFaKW3UW78Fs';
const hash = 'ab'.repeat(32);
const data = `a1${'00'.repeat(8)}`;
const onChain = (change: Partial<Account['identity']> = {}): Account => ({
  ...guest,
  identity: { ...guest.identity, network: 'testnet', address, isVerified: true, ...change },
});
const anchor = (change: Partial<ChainAnchor>): ChainAnchor => ({
  ...(anchoredProof.anchor as ChainAnchor),
  ...change,
});
const request = {
  ...{ network: 'testnet', genesisHash: 'c'.repeat(64), account: address },
  ...{ data, sponsored: null },
};

function installWallet(account = address) {
  const wallet = {
    requestAccounts: () => Promise.resolve([account]),
    sendTransaction: jest.fn((..._sent: unknown[]) => Promise.resolve(hash)),
  };
  Object.assign(window, { concordium: wallet });
  return wallet;
}

function show(answers: Parameters<typeof renderWithApi>[1], founder: ChainAnchor | null = null) {
  const onReported = jest.fn();
  const view = renderWithApi(
    <FounderAnchor project={project} founder={founder} onReported={onReported} />,
    {
      'account.me': () => onChain(),
      'instance.about': () => ({ searchServices: [], walletConnect: null }),
      'proofs.prepareFounder': () => request,
      'proofs.reportFounder': () => proof,
      ...answers,
    },
  );
  return { ...view, onReported };
}
const press = async (view: ReturnType<typeof show>) =>
  view.user.click(await screen.findByRole('button', { name: 'Anchor with your wallet' }));

describe('the founder’s own anchor', () => {
  afterEach(() => {
    cleanup();
    window.localStorage.clear();
    delete (window as { concordium?: unknown }).concordium;
  });

  it('has the wallet register what the server says, and tells the server the hash only', async () => {
    const wallet = installWallet();
    const view = show({});
    await press(view);
    await screen.findByRole('button', { name: 'Anchor with your wallet' });
    const [account, kind, payload] = wallet.sendTransaction.mock.calls[0] ?? [];
    expect([account, kind, String((payload as { data: unknown }).data)]).toEqual([
      address,
      21,
      data,
    ]);
    expect(view.api.calls.find(({ path }) => path === 'proofs.reportFounder')?.input).toEqual({
      projectId: project.projectId,
      transactionHash: hash,
    });
    expect(view.onReported).toHaveBeenCalled();
  });

  it('keeps the hash until the server has heard of it', async () => {
    const wallet = installWallet();
    const first = show({
      'proofs.reportFounder': () => {
        throw refusal('proof.node_unavailable');
      },
    });
    await press(first);
    expect(await screen.findByText(/does not answer/)).toBeTruthy();
    cleanup();
    const second = show({});
    await screen.findByRole('button', { name: 'Anchor with your wallet' });
    await Promise.resolve();
    expect(second.api.calls.find(({ path }) => path === 'proofs.reportFounder')?.input).toEqual({
      projectId: project.projectId,
      transactionHash: hash,
    });
    expect(wallet.sendTransaction).toHaveBeenCalledTimes(1);
  });

  it('sends nothing from another account than the one that was shown', async () => {
    const wallet = installWallet('4UC8o4m8AgTxt5VBFMdLwMCwwJQVJwjesNzW7RPXkACynrULmd');
    const view = show({});
    await press(view);
    expect(await screen.findByText(/shows another account/)).toBeTruthy();
    expect(wallet.sendTransaction).not.toHaveBeenCalled();
    expect(view.api.calls.some(({ path }) => path === 'proofs.prepareFounder')).toBe(false);
  });

  it('offers nothing while a transaction is on its way, and again when it did not count', async () => {
    show({}, anchor({ status: 'sent', problem: null }));
    expect(await screen.findByText(/Your transaction is on its way/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Anchor with your wallet' })).toBeNull();
    cleanup();
    show({}, anchor({ status: 'failed', problem: 'It proves nothing about this kit.' }));
    expect(await screen.findByText(/proves nothing about this kit/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Anchor with your wallet' })).toBeTruthy();
  });

  it('leads who has shown no account to where that is done', async () => {
    show({ 'account.me': () => onChain({ address: null, isVerified: false }) });
    expect((await screen.findByRole('link')).getAttribute('href')).toBe('/');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is not there where the instance has no chain, or the kit is someone else’s', async () => {
    const { container } = show({ 'account.me': () => guest });
    await Promise.resolve();
    expect(container.textContent).toBe('');
  });
});
