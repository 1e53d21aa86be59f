import { afterEach, describe, expect, it } from '@jest/globals';
import type { Account } from '@hatchr/contracts';
import { cleanup, screen } from '@testing-library/react';
import { getQueryKey } from '@trpc/react-query';
import { phone } from '../../../test/fake-wallet-connectors';
import { refusal } from '../../../test/fake-links';
import { guest } from '../../../test/fixtures/fixture-api';
import { renderWithApi, takeOverWithApi } from '../../../test/render-with-api';
import { trpc } from '../../lib/trpc';
import { IdentityControl } from './identity-control';

const address = '3e8w2a9KsfNjc5Le66Sh4P72924FFeS3A4icjXVFaKW3UW78Fs';
const signature = { 0: { 0: 'ab'.repeat(64) } };
const onChain = (change: Partial<Account['identity']> = {}): Account => ({
  ...guest,
  identity: { ...guest.identity, network: 'testnet', ...change },
});
const verified = onChain({ isVerified: true, address, statement: 'It is yours.' });

function installWallet(sign: () => Promise<unknown> = () => Promise.resolve(signature)): void {
  Object.assign(window, {
    concordium: { requestAccounts: () => Promise.resolve([address]), signMessage: sign },
  });
}

async function open(answers: Parameters<typeof renderWithApi>[1]) {
  const view = renderWithApi(<IdentityControl />, {
    'account.startVerification': () => ({ nonce: 'n', message: 'sign me', expiresAt: '' }),
    'account.verify': () => verified,
    'instance.about': () => ({ searchServices: [], walletConnect: null }),
    ...answers,
  });
  await view.user.click(await screen.findByRole('button', { name: /^Concordium: / }));
  return view;
}

describe('the control of the founder’s identity', () => {
  afterEach(() => {
    cleanup();
    delete (window as { concordium?: unknown }).concordium;
  });

  it('takes over the page of the server without a difference where the account is known already', async () => {
    const { container, differences } = await takeOverWithApi(
      <IdentityControl />,
      { 'account.me': () => verified },
      (_, queryClient) => {
        queryClient.setQueryData(getQueryKey(trpc.account.me, undefined, 'query'), verified);
      },
    );
    expect(differences).toEqual([]);
    expect(container.textContent).toBe('Concordium: verified');
  });

  it('only explains itself where this instance has no chain', async () => {
    await open({ 'account.me': () => guest });
    expect(screen.getByRole('dialog').textContent).toContain('jobs run unverified');
    expect(screen.queryByRole('button', { name: /wallet/ })).toBeNull();
  });

  it('says what is missing in a browser without a wallet', async () => {
    const { user, api } = await open({ 'account.me': () => onChain() });
    await user.click(await screen.findByRole('button', { name: 'Use the browser wallet' }));
    expect((await screen.findByText(/No Concordium wallet was found/)).textContent).toContain(
      'Install its extension',
    );
    expect(api.calls.some(({ path }) => path === 'account.startVerification')).toBe(false);
  });

  it('has the wallet sign what the server asked for, and shows what the server says then', async () => {
    installWallet();
    const { user, api } = await open({ 'account.me': () => onChain() });
    await user.click(await screen.findByRole('button', { name: 'Use the browser wallet' }));
    expect(await screen.findByText(address)).toBeTruthy();
    expect(api.calls.find(({ path }) => path === 'account.verify')?.input).toEqual({
      account: address,
      nonce: 'n',
      message: 'sign me',
      signature,
    });
  });

  it('stays unverified when the server refuses or the person does not sign', async () => {
    installWallet();
    const { user } = await open({
      'account.me': () => onChain(),
      'account.verify': () => {
        throw refusal('identity.refused');
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Use the browser wallet' }));
    expect(await screen.findByText(/does not show that the account is yours/)).toBeTruthy();
    installWallet(() => Promise.reject(new Error('rejected')));
    await user.click(screen.getByRole('button', { name: 'Use the browser wallet' }));
    expect(await screen.findByText(/The wallet did not sign/)).toBeTruthy();
    expect(screen.queryByText(address)).toBeNull();
  });

  it('explains itself where wallets on phones cannot be reached', async () => {
    await open({ 'account.me': () => onChain() });
    expect(await screen.findByText(/WALLETCONNECT_PROJECT_ID/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /phone/ })).toBeNull();
    cleanup();
    await open({ 'account.me': () => onChain({ network: 'private' }) });
    expect(await screen.findByText(/know the public networks only/)).toBeTruthy();
  });

  it('has a wallet on the phone sign the same where WalletConnect is set up', async () => {
    const walletConnect = { projectId: 'p', relayUrl: 'wss://relay.example' };
    const { user, api } = await open({
      'account.me': () => onChain(),
      'instance.about': () => ({ searchServices: [], walletConnect }),
    });
    await user.click(await screen.findByRole('button', { name: 'Use a wallet on your phone' }));
    expect(await screen.findByText(address)).toBeTruthy();
    expect(phone.created).toMatchObject({
      projectId: 'p',
      relayUrl: 'wss://relay.example',
      chain: 'testnet',
      modal: { projectId: 'p' },
    });
    expect(api.calls.find(({ path }) => path === 'account.verify')?.input).toMatchObject({
      account: address,
      signature: phone.signatureOf('sign me'),
    });
    expect(phone.isConnected).toBe(false);
  });

  it('says so when nobody scans the code', async () => {
    phone.account = null;
    const { user } = await open({
      'account.me': () => onChain(),
      'instance.about': () => ({
        searchServices: [],
        walletConnect: { projectId: 'p', relayUrl: 'wss://relay.example' },
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Use a wallet on your phone' }));
    expect(await screen.findByText(/No wallet was connected/)).toBeTruthy();
    phone.account = address;
  });

  it('lets a verified person take it back', async () => {
    const { user } = await open({
      'account.me': () => verified,
      'account.unlink': () => onChain(),
    });
    await user.click(await screen.findByRole('button', { name: 'Remove it' }));
    expect(await screen.findByRole('button', { name: 'Use the browser wallet' })).toBeTruthy();
  });
});
